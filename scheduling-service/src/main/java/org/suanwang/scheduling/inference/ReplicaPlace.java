package org.suanwang.scheduling.inference;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.LatencyBound;

/**
 * What a replica needs of a fleet.
 *
 * @param deviceType id of the type its performance holds for
 * @param tasks parts of the replica, each on one node
 * @param devicesPerTask whole devices of each part
 * @param region the hub that is tried first; null means no preference
 * @param regionRequired whether no other hub will do
 * @param priority the higher, the earlier its turn where the order goes by priority
 * @param tenant for whom it runs, the path of a queue
 * @param latency how far from where its requests come from it may run; null where it does not
 *     matter
 */
public record ReplicaPlace(
    String deviceType,
    int tasks,
    int devicesPerTask,
    @Nullable String region,
    boolean regionRequired,
    int priority,
    String tenant,
    @Nullable LatencyBound latency) {
  /** A place of which it does not matter how far away it is. */
  public ReplicaPlace(
      String deviceType,
      int tasks,
      int devicesPerTask,
      @Nullable String region,
      boolean regionRequired,
      int priority,
      String tenant) {
    this(deviceType, tasks, devicesPerTask, region, regionRequired, priority, tenant, null);
  }

  public ReplicaPlace {
    if (tasks < 1 || devicesPerTask < 1) {
      throw new IllegalArgumentException("a replica holds devices");
    }
  }
}
