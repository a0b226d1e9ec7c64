package org.suanwang.scheduling.policy;

import java.util.List;
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
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    return List.of(
        new ScorePart("place-in-fleet", node, "number of the node; the lower one is taken"));
  }

  @Override
  public Scan scan() {
    return Scan.FIRST_NODE;
  }
}
