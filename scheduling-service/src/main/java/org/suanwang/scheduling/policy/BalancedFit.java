package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Best fit or worst fit by CPU and devices together, as in the study of fragmentation (Weng et al.,
 * USENIX ATC 2023): what is left of both after the task, as parts of the widest node's and each
 * with half the weight. In steps of one hundredth.
 */
public final class BalancedFit implements NodeScore {
  private static final int STEPS = 100;
  private static final double WEIGHT = 0.5;

  private final WidestNode widest;
  private final boolean isBest;

  private BalancedFit(WidestNode widest, boolean isBest) {
    this.widest = widest;
    this.isBest = isBest;
  }

  /** The node that is left with least. */
  public static BalancedFit best(WidestNode widest) {
    return new BalancedFit(widest, true);
  }

  /** The node that is left with most. */
  public static BalancedFit worst(WidestNode widest) {
    return new BalancedFit(widest, false);
  }

  @Override
  public String name() {
    return isBest ? "balanced-best-fit" : "balanced-worst-fit";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    double left =
        WEIGHT * cpuLeft(cluster, node, request) + WEIGHT * devicesLeft(cluster, node, request);
    return (int) (STEPS * (isBest ? 1 - left : left));
  }

  private double cpuLeft(ClusterView cluster, int node, TaskRequest request) {
    return widest.freeCpu(cluster, node) - widest.cpu(request);
  }

  private double devicesLeft(ClusterView cluster, int node, TaskRequest request) {
    return widest.freeDevices(cluster, node) - widest.devices(request);
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    String meaning =
        " left after the task, as a part of the widest node's; counts half, "
            + (isBest ? "less" : "more")
            + " is better";
    return List.of(
        new ScorePart("cpu-left", cpuLeft(cluster, node, request), "CPU" + meaning),
        new ScorePart("devices-left", devicesLeft(cluster, node, request), "devices" + meaning));
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
