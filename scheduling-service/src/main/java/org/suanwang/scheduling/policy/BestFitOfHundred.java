package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Best fit as a whole number from 0 to 100, which {@link BestFit} is not: how much of as many
 * devices as the widest node has is not free; of a share, how much of the tightest device that
 * takes it. The CPU, which only tells apart nodes alike in devices there, is left out.
 */
final class BestFitOfHundred implements NodeScore {
  private static final int WHOLE = 100;

  private final WidestNode widest;

  BestFitOfHundred(WidestNode widest) {
    this.widest = widest;
  }

  @Override
  public String name() {
    return "best-fit";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    return request.isFractional()
        ? used(cluster.tightestDevice(node, request), TaskRequest.MILLI)
        : used(cluster.freeMilli(node), widest.deviceMilli());
  }

  private static int used(int freeMilli, int milli) {
    return milli == 0 ? WHOLE : (int) ((long) WHOLE * (milli - freeMilli) / milli);
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
