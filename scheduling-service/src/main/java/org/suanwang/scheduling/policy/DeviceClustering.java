package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Clustering (Gandiva, Xiao et al., OSDI 2018; as in the study of fragmentation, Weng et al.,
 * USENIX ATC 2023): tasks that ask for as many devices sit together. First nodes with such tasks
 * only, then nodes with such and others, then free ones, then the rest; of each the fuller first.
 * Tasks without devices go anywhere.
 */
public final class DeviceClustering implements NodeScore {
  private static final int QUARTER = 25;

  private final WidestNode widest;

  public DeviceClustering(WidestNode widest) {
    this.widest = widest;
  }

  @Override
  public String name() {
    return "device-clustering";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    if (!request.needsDevices()) {
      return 0;
    }
    return used(cluster, node) + QUARTER * rank(cluster, node, request);
  }

  private int used(ClusterView cluster, int node) {
    int whole = widest.deviceMilli();
    return QUARTER * (whole - cluster.freeMilli(node)) / whole;
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    if (!request.needsDevices()) {
      return List.of();
    }
    return List.of(
        new ScorePart(
            "company",
            QUARTER * rank(cluster, node, request),
            "75 with such tasks only, 50 with such and others, 25 free, 0 the rest"),
        new ScorePart(
            "used",
            used(cluster, node),
            "0 to 25: how much of as many devices as the widest node has is not free here"));
  }

  private static int rank(ClusterView cluster, int node, TaskRequest request) {
    int kinds = cluster.kindsOfTasks(node);
    if (cluster.runs(node, request)) {
      return kinds == 1 ? 3 : 2;
    }
    return kinds == 0 ? 1 : 0;
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
