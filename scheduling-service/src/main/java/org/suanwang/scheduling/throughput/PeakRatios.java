package org.suanwang.scheduling.throughput;

import java.util.List;
import org.suanwang.scheduling.cluster.DeviceRates;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Run times where nothing is said of throughput: by the ratio of dense FP16 peaks ({@link
 * DeviceRates}), in whole numbers, however a gang is spread.
 */
final class PeakRatios implements RunRates {
  private static final long NEVER_CONVERTED = 0;

  private final JobTable jobs;
  private final GroupTypes types;
  private final DeviceRates peaks;
  private final long[] toOfType;
  private final long[] fromOfRequest;
  private final int[] referenceOfRequest;

  PeakRatios(FleetLayout layout, JobTable jobs) {
    this.jobs = jobs;
    types = new GroupTypes(layout);
    peaks = new DeviceRates(layout.fleet());
    toOfType = new long[types.size()];
    for (int type = 0; type < toOfType.length; type++) {
      toOfType[type] = peaks.gigaflops(types.type(type));
    }
    List<TaskRequest> requests = jobs.distinctRequests();
    fromOfRequest = new long[requests.size()];
    referenceOfRequest = new int[requests.size()];
    for (int i = 0; i < fromOfRequest.length; i++) {
      TaskRequest request = requests.get(i);
      String reference = peaks.findReference(request);
      fromOfRequest[i] = reference == null ? NEVER_CONVERTED : peaks.gigaflops(reference);
      referenceOfRequest[i] = types.number(reference);
    }
  }

  /** By which the work is multiplied before it is divided by the peak of the group's type. */
  private long from(int job, int type) {
    int request = jobs.requestIndex(job);
    return referenceOfRequest[request] == type ? NEVER_CONVERTED : fromOfRequest[request];
  }

  @Override
  public long runSeconds(int job, long work, int group, int spread) {
    int type = types.ofGroup(group);
    long from = from(job, type);
    long to = toOfType[type];
    return from == NEVER_CONVERTED || to == 0
        ? work
        : Math.clamp(
            Math.ceilDiv(Math.multiplyExact(work, from), to), 1, WorkloadLimits.SECONDS_MAX);
  }

  @Override
  public long workDone(int job, long seconds, int group, int spread) {
    int type = types.ofGroup(group);
    long from = from(job, type);
    long to = toOfType[type];
    return from == NEVER_CONVERTED || to == 0
        ? seconds
        : Math.floorDiv(Math.multiplyExact(seconds, to), from);
  }

  @Override
  public double workPerSecond(int job, int group, int spread) {
    int type = types.ofGroup(group);
    long from = from(job, type);
    long to = toOfType[type];
    return from == NEVER_CONVERTED || to == 0 ? 1 : to / (double) from;
  }

  @Override
  public long longestSeconds(int job, long work, int group) {
    return runSeconds(job, work, group, Spread.CLOSEST);
  }

  @Override
  public long shortestSeconds(int job, long work, int group) {
    return runSeconds(job, work, group, Spread.CLOSEST);
  }

  @Override
  public long referenceSeconds(int job, long work) {
    return work;
  }

  @Override
  public long workIn(int job, long referenceSeconds) {
    return referenceSeconds;
  }

  @Override
  public boolean isAsTimed(int job, int group) {
    return peaks.isAsTimed(jobs.request(job), types.type(types.ofGroup(group)));
  }

  @Override
  public boolean looksAtSpread() {
    return false;
  }
}
