package org.suanwang.scheduling.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which node of a fleet has which name, where its pools name their nodes. */
public final class NodeNames {
  /** Stands for a node that is not there. */
  public static final int UNKNOWN = -1;

  private final Map<String, Integer> numbers = new HashMap<>();

  public NodeNames(FleetLayout layout) {
    for (FleetLayout.PoolSpan span : layout.pools()) {
      List<String> names = span.pool().nodeNames();
      for (int i = 0; i < names.size(); i++) {
        numbers.put(names.get(i), span.firstNode() + i);
      }
    }
  }

  /** Whether no node of the fleet has a name. */
  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** The number of the node with this name, or {@link #UNKNOWN}. */
  public int find(String name) {
    return numbers.getOrDefault(name, UNKNOWN);
  }
}
