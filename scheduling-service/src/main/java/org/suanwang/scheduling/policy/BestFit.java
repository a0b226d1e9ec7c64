package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Best fit (Johnson 1973): the node that is left with least. A share goes to the tightest device
 * that takes it, before any whole device is broken; whole devices go to the node with fewest free
 * ones. Among equals the node with least free device capacity wins, then the one with least free
 * CPU.
 */
public final class BestFit implements NodeScore {
  private static final int CPU_STEPS = 1 << 9;

  @Override
  public String name() {
    return "best-fit";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    int leftMilli =
        request.isFractional()
            ? cluster.tightestDevice(node, request.deviceMilli())
            : cluster.freeMilli(node);
    return SCORE_MAX - leftMilli * CPU_STEPS - cpuSteps(cluster, node);
  }

  private static int cpuSteps(ClusterView cluster, int node) {
    int capacity = cluster.pool(node).pool().cpuMilliPerNode();
    return capacity == 0
        ? 0
        : (int) ((long) cluster.freeCpuMilli(node) * (CPU_STEPS - 1) / capacity);
  }

  @Override
  public Scan scan() {
    return Scan.FULLEST_FIRST;
  }
}
