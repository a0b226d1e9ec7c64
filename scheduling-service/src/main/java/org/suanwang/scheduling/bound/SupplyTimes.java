package org.suanwang.scheduling.bound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The least sum of times from submission to end of the jobs that a supply is for. Jobs are told in
 * the order of their submission.
 */
final class SupplyTimes {
  private final Supply supply;
  private final CompletionBound bound;
  private double runs;

  /** Of no job yet. */
  SupplyTimes(Supply supply) {
    this.supply = supply;
    bound = new CompletionBound(supply.perSecond());
  }

  /** A job that it may be for, and its run time at the shortest. */
  void add(JobTable jobs, int job, long runSeconds) {
    if (supply.isFor(job)) {
      bound.add(supply.work(job, runSeconds), jobs.submitSeconds(job), runSeconds);
      runs += runSeconds;
    }
  }

  private double sum() {
    return Math.max(runs, bound.sum());
  }

  /**
   * What the sum over all jobs is at least: by one supply, or by one of each device type together.
   *
   * @param allRuns sum of the run times of all jobs, s; whom a supply is not for counts with these
   */
  static double least(List<SupplyTimes> all, double allRuns) {
    double least = allRuns;
    Map<String, SupplyTimes> ofTypes = new LinkedHashMap<>();
    for (SupplyTimes one : all) {
      String type = one.supply.deviceType();
      if (type == null) {
        least = Math.max(least, allRuns - one.runs + one.sum());
      } else {
        ofTypes.merge(type, one, (a, b) -> a.sum() >= b.sum() ? a : b);
      }
    }
    double inTypes = 0;
    double runs = 0;
    for (SupplyTimes one : ofTypes.values()) {
      inTypes += one.sum();
      runs += one.runs;
    }
    return Math.max(least, allRuns - runs + inTypes);
  }
}
