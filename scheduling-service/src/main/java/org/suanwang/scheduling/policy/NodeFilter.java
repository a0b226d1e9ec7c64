package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/** Extension point: whether a node may take a task at all. Pure. */
public interface NodeFilter {
  /** As listed in the API. */
  String name();

  boolean accepts(ClusterView cluster, int node, TaskRequest request);
}
