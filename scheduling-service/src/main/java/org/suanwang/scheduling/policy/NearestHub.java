package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Hubs near those that use a job come first: latency as a penalty, where its bound is the limit
 * (what the preferred part of node affinity by region says in Kubernetes). 100 in the hub itself, 0
 * at the bound; requests without a bound score alike everywhere.
 */
final class NearestHub implements NodeScore {
  static final String NAME = "nearest-hub";
  private static final int TOP = 100;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    FleetLayout layout = cluster.layout();
    int hub = layout.group(cluster.pool(node).group()).hub();
    return (int) Math.round(TOP * layout.reach().nearness(request.terms().hubs(), hub));
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
