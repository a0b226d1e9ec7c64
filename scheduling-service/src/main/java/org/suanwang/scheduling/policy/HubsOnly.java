package org.suanwang.scheduling.policy;

import java.util.Set;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Tasks run in these hubs only (what node affinity with the label of the region says in
 * Kubernetes): where data or devices must not leave a region.
 *
 * @param hubs ids of hubs
 */
record HubsOnly(Set<String> hubs) implements GroupFilter {
  static final String NAME = "hubs";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean admits(FleetLayout layout, FleetLayout.Group group, TaskRequest request) {
    return hubs.contains(layout.hub(group).id());
  }
}
