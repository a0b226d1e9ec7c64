package org.suanwang.scheduling.packing;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.policy.FragmentMeasure;
import org.suanwang.scheduling.workload.TaskRequest;

/** How much of a fleet was in use when so much had been asked for. Thousandths of devices. */
public final class PackingResult {
  private final ClusterView cluster;
  private final long capacityMilli;
  private final long[] askedMilli;
  private final long[] placedMilli;
  private int tasks;
  private int dropped;

  PackingResult(ClusterView cluster, int size) {
    this.cluster = cluster;
    this.capacityMilli = (long) cluster.layout().devices() * TaskRequest.MILLI;
    this.askedMilli = new long[size];
    this.placedMilli = new long[size];
  }

  void arrived(TaskRequest request, boolean isPlaced) {
    long asked = tasks == 0 ? 0 : askedMilli[tasks - 1];
    long placed = tasks == 0 ? 0 : placedMilli[tasks - 1];
    askedMilli[tasks] = asked + request.milliDevices();
    placedMilli[tasks] = placed + (isPlaced ? request.milliDevices() : 0);
    dropped += isPlaced ? 0 : 1;
    tasks++;
  }

  /** All devices of the fleet. */
  public long capacityMilli() {
    return capacityMilli;
  }

  /** Tasks that fitted nowhere. */
  public int dropped() {
    return dropped;
  }

  /**
   * The part of the fleet's devices in use once tasks for so many times its devices have come, 0 to
   * 1; at the end when fewer have.
   */
  public double allocatedAt(double demand) {
    long asked = StrictMath.round(demand * capacityMilli);
    long placed = 0;
    for (int i = 0; i < tasks && askedMilli[i] <= asked; i++) {
      placed = placedMilli[i];
    }
    return (double) placed / capacityMilli;
  }

  /** The part of the fleet's devices in use at the end. */
  public double allocated() {
    return tasks == 0 ? 0 : (double) placedMilli[tasks - 1] / capacityMilli;
  }

  /** The part of the fleet's devices that is a fragment at the end: free and of no use. */
  public double fragment(FragmentMeasure measure) {
    return fragment(cluster, measure);
  }

  /** The part of a fleet's devices that is free and of no use to the usual tasks, 0 to 1. */
  public static double fragment(ClusterView cluster, FragmentMeasure measure) {
    double milli = 0;
    for (int node = 0; node < cluster.layout().nodes(); node++) {
      milli += measure.of(cluster, node);
    }
    return milli / ((double) cluster.layout().devices() * TaskRequest.MILLI);
  }

  /** What is where at the end. */
  public ClusterView cluster() {
    return cluster;
  }
}
