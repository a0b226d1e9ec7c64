package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/** First fit (Johnson 1973): the first node in the fleet's order that may take the task. */
public final class FirstFit implements NodeScore {
  @Override
  public String name() {
    return "first-fit";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    return 0;
  }

  @Override
  public Scan scan() {
    return Scan.FIRST_NODE;
  }
}
