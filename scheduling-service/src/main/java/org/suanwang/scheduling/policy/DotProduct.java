package org.suanwang.scheduling.policy;

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
    double product =
        widest.freeCpu(cluster, node) * widest.cpu(request)
            + widest.freeDevices(cluster, node) * widest.devices(request);
    return (int) (STEPS * (1 - product / DIMENSIONS));
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
