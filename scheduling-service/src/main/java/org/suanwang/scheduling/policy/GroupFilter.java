package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.TaskRequest;

/** A filter that has nothing to do with what nodes have free: it accepts a group whole, or not. */
interface GroupFilter extends NodeFilter {
  @Override
  boolean admits(FleetLayout layout, FleetLayout.Group group, TaskRequest request);

  @Override
  default boolean accepts(ClusterView cluster, int node, TaskRequest request) {
    FleetLayout layout = cluster.layout();
    return admits(layout, layout.group(cluster.pool(node).group()), request);
  }
}
