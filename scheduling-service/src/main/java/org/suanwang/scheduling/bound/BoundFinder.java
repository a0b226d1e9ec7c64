package org.suanwang.scheduling.bound;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceRates;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Finds {@link Bounds} by relaxation: gangs may be cut up, devices shared at will, every job runs
 * on its fastest type. What remains is that a job lasts at least its shortest run time, and that
 * devices cannot do more than all their time. Sums are doubles, rounded down, so a bound is never
 * too tight.
 */
public final class BoundFinder {
  private static final double ROUNDING = 1 - 1e-12;

  private final FleetLayout layout;
  private final JobTable jobs;
  private final DeviceRates rates;
  private final Admission admission;
  private final long[] shortestRun;
  private final long[] longestRun;

  public BoundFinder(FleetLayout layout, JobTable jobs) {
    this.layout = layout;
    this.jobs = jobs;
    this.rates = new DeviceRates(layout.fleet());
    this.admission = new Admission(layout, jobs);
    this.shortestRun = new long[jobs.size()];
    this.longestRun = new long[jobs.size()];
    for (int job = 0; job < jobs.size(); job++) {
      measure(job);
    }
  }

  /** Leaves both run times 0 for a job that can never start. */
  private void measure(int job) {
    TaskRequest request = jobs.request(job);
    if (admission.findObstacle(job).isPresent()) {
      return;
    }
    long shortest = Long.MAX_VALUE;
    for (int group : admission.eligibleGroups(job)) {
      String type = layout.groups().get(group).deviceType();
      long run = rates.runSeconds(jobs.workSeconds(job), request, type);
      shortest = Math.min(shortest, run);
      longestRun[job] = Math.max(longestRun[job], run);
    }
    shortestRun[job] = shortest;
  }

  /** Bounds of this input in a window that starts at 0. */
  public Bounds find(long windowSeconds) {
    long first = jobs.size() == 0 ? 0 : jobs.submitSeconds(0);
    long lastEnd = longestJobEnd();
    String binding = "longest-job";
    long byAll = capacityEnd(null, layout.fleet().devices());
    if (byAll > lastEnd) {
      lastEnd = byAll;
      binding = "capacity";
    }
    for (DeviceType type : layout.fleet().deviceTypes()) {
      long byType = capacityEnd(type.id(), layout.fleet().devices(type.id()));
      if (byType > lastEnd) {
        lastEnd = byType;
        binding = "capacity of " + type.id();
      }
    }
    return new Bounds(
        Math.max(0, lastEnd - first), binding, allocationMax(windowSeconds), completionMin());
  }

  private long longestJobEnd() {
    long end = 0;
    for (int job = 0; job < jobs.size(); job++) {
      if (shortestRun[job] > 0) {
        end = Math.max(end, jobs.submitSeconds(job) + shortestRun[job]);
      }
    }
    return end;
  }

  /** From each submission on, all work submitted from then on has to fit: the latest end wins. */
  private long capacityEnd(@Nullable String onlyType, long devices) {
    double work = 0;
    double end = 0;
    for (int job = jobs.size() - 1; job >= 0 && devices > 0; job--) {
      if (isBoundTo(onlyType, job)) {
        work += (double) jobs.milliDevices(job) * shortestRun[job];
        double atLeast = work / (devices * (double) TaskRequest.MILLI);
        end = Math.max(end, jobs.submitSeconds(job) + atLeast);
      }
    }
    return (long) (end * ROUNDING);
  }

  private boolean isBoundTo(@Nullable String type, int job) {
    List<String> own = jobs.request(job).deviceTypes();
    return type == null || (own.size() == 1 && Objects.equals(own.getFirst(), type));
  }

  private double allocationMax(long windowSeconds) {
    double capacity = (double) layout.devices() * TaskRequest.MILLI * windowSeconds;
    double work = 0;
    for (int job = 0; job < jobs.size(); job++) {
      long inWindow = Math.max(0, windowSeconds - jobs.submitSeconds(job));
      work += (double) jobs.milliDevices(job) * Math.min(longestRun[job], inWindow);
    }
    return capacity == 0 ? 0 : Math.min(1, work / capacity / ROUNDING);
  }

  private double completionMin() {
    double sum = 0;
    int count = 0;
    for (long run : shortestRun) {
      sum += run;
      count += run > 0 ? 1 : 0;
    }
    return count == 0 ? 0 : sum / count;
  }
}
