package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.TaskRequest;

/** Extension point: whether a node may take a task at all. Pure. */
public interface NodeFilter {
  /** As listed in the API. */
  String name();

  boolean accepts(ClusterView cluster, int node, TaskRequest request);

  /**
   * Whether there may be nodes of a group that it accepts. By this jobs are found at submission
   * that it lets nowhere, and other groups are not searched.
   */
  default boolean admits(FleetLayout layout, FleetLayout.Group group, TaskRequest request) {
    return true;
  }
}
