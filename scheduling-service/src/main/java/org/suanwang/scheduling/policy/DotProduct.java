package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Dot product (Panigrahy et al., "Heuristics for Vector Bin Packing", 2011; Grandl et al., Tetris,
 * SIGCOMM 2014), in the form of the study of fragmentation (Weng et al., USENIX ATC 2023): the node
 * whose free CPU and devices, as parts of the widest node's, have the smallest product with what
 * the task asks for. In steps of one hundredth.
 */
public final class DotProduct implements NodeScore {
  private static final int STEPS = 100;
  private static final int DIMENSIONS = 2;

  private final WidestNode widest;

  public DotProduct(WidestNode widest) {
    this.widest = widest;
  }

  @Override
  public String name() {
    return "dot-product";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    double product = cpu(cluster, node, request) + devices(cluster, node, request);
    return (int) (STEPS * (1 - product / DIMENSIONS));
  }

  private double cpu(ClusterView cluster, int node, TaskRequest request) {
    return widest.freeCpu(cluster, node) * widest.cpu(request);
  }

  private double devices(ClusterView cluster, int node, TaskRequest request) {
    return widest.freeDevices(cluster, node) * widest.devices(request);
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    String meaning = " × asked for, both as parts of the widest node's; less is better";
    return List.of(
        new ScorePart("cpu-product", cpu(cluster, node, request), "CPU free" + meaning),
        new ScorePart(
            "devices-product", devices(cluster, node, request), "devices free" + meaning));
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
