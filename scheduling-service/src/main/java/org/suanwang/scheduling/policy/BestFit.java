package org.suanwang.scheduling.policy;

import java.util.List;
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
    return scoreOfFree(cluster, node, leftMilli(cluster, node, request));
  }

  @Override
  public int scoreOfFree(ClusterView cluster, int node, int freeMilli) {
    return SCORE_MAX - freeMilli * CPU_STEPS - cpuSteps(cluster, node);
  }

  private static int leftMilli(ClusterView cluster, int node, TaskRequest request) {
    return request.isFractional() ? cluster.tightestDevice(node, request) : cluster.freeMilli(node);
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    return List.of(
        new ScorePart(
            "free-device-capacity",
            leftMilli(cluster, node, request),
            "thousandths of a device free, on the node or for a share on the tightest device that"
                + " takes it; less is better"),
        new ScorePart(
            "free-cpu",
            cpuSteps(cluster, node),
            "511ths of the node's CPU free; less is better among nodes alike in devices"));
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
