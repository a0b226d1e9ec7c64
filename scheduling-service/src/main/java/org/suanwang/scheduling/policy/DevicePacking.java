package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Packing (MLaaS in the Wild, Weng et al., NSDI 2022; as in the study of fragmentation, USENIX ATC
 * 2023): first a device that is shared already, the fuller the better; then whole devices of a node
 * in use; then of a free one, the smaller the better. Tasks without devices go anywhere.
 */
public final class DevicePacking implements NodeScore {
  private static final int TOP = 100;
  private static final int BROKEN = TOP / 2;
  private static final int FREE = TOP / 3;
  private static final int SHARED_STEP_MILLI = 100;

  @Override
  public String name() {
    return "device-packing";
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    if (!request.needsDevices()) {
      return 0;
    }
    int devices = cluster.endDevice(node) - cluster.firstDevice(node);
    if (cluster.freeDevices(node) == devices) {
      return Math.max(FREE - devices, Math.min(devices, TOP));
    }
    if (!request.isFractional()) {
      return Math.max(BROKEN - request.devices(), FREE);
    }
    int tightest = cluster.tightestDevice(node, request);
    return tightest == TaskRequest.MILLI ? BROKEN - 1 : TOP - tightest / SHARED_STEP_MILLI;
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
