package org.suanwang.scheduling.outage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;

/**
 * Nodes one after the other in the numbering of a fleet.
 *
 * @param first number of the first
 * @param end one beyond the number of the last
 */
public record NodeSpan(int first, int end) {
  /** The nodes of a hub with devices of a type, pool by pool; of all types when it is null. */
  public static List<NodeSpan> of(FleetLayout layout, String hub, @Nullable String deviceType) {
    return layout.pools().stream()
        .filter(p -> layout.hub(layout.groups().get(p.group())).id().equals(hub))
        .filter(p -> deviceType == null || deviceType.equals(p.pool().deviceType()))
        .map(p -> new NodeSpan(p.firstNode(), p.endNode()))
        .toList();
  }

  /** How many they are. */
  public int size() {
    return end - first;
  }
}
