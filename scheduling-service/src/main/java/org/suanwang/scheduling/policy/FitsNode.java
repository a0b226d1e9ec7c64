package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/** A node takes a task if it has the devices, the CPU and the memory for one. */
public record FitsNode() implements NodeFilter {
  @Override
  public String name() {
    return "fits-node";
  }

  @Override
  public boolean accepts(ClusterView cluster, int node, TaskRequest request) {
    return cluster.tasksThatFit(node, request) > 0;
  }
}
