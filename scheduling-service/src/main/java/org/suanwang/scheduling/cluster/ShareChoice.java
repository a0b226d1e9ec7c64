package org.suanwang.scheduling.cluster;

import org.suanwang.scheduling.workload.TaskRequest;

/** Which device of a node a share goes to. */
public interface ShareChoice {
  /** The device with least free that takes the share. */
  ShareChoice TIGHTEST = ShareChoice::tightest;

  /** The number of the device; negative when none takes the share. */
  int choose(ClusterView cluster, int node, TaskRequest request);

  /** The device with least free that takes a share; negative when none does. */
  static int tightest(ClusterView cluster, int node, TaskRequest request) {
    int best = -1;
    int end = cluster.endDevice(node);
    for (int device = cluster.firstDevice(node); device < end; device++) {
      int free = cluster.deviceFreeMilli(device);
      if (cluster.takesShare(device, request)
          && (best < 0 || free < cluster.deviceFreeMilli(best))) {
        best = device;
      }
    }
    return best;
  }
}
