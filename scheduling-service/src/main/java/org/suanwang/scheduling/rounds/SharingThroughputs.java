package org.suanwang.scheduling.rounds;

import java.util.Optional;

/**
 * Shares, alone and two by two, under which each job reaches the throughput that it needs, if the
 * devices allow it. Jobs of one type that need more than half of their fastest devices' time are
 * taken together, and those that need less: all of a class have the same mix of devices and
 * partners, and of it a part in proportion to their need. So it may miss shares that others have.
 */
final class SharingThroughputs implements LeastLevel.Problem<Shares> {
  private static final double BUSY = 0.5;

  /** What is reached of each need may miss it by so much of it, which is rounding. */
  private static final double TOLERANCE = 1e-9;

  private final ActiveJobs jobs;

  SharingThroughputs(ActiveJobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Optional<Shares> find(double[] required) {
    JobClasses classes =
        JobClasses.byTypeAnd(jobs, job -> required[job] > BUSY * jobs.fastest(job) ? 1 : 0);
    double[] needs = new double[classes.size()];
    double[] most = new double[classes.size()];
    for (int i = 0; i < needs.length; i++) {
      for (int job : classes.members().get(i)) {
        needs[i] += required[job];
        most[i] = Math.max(most[i], required[job]);
      }
    }
    ClassShares found = programme(classes, needs, most).find(jobs.checkpoint());
    return found.least() < 1 - TOLERANCE
        ? Optional.empty()
        : Optional.of(found.toJobs(classes, parts(classes, needs, required)));
  }

  private MaxMinShares programme(JobClasses classes, double[] needs, double[] most) {
    double[] units = new double[needs.length];
    double[] demands = new double[needs.length];
    double[] times = new double[needs.length];
    for (int i = 0; i < needs.length; i++) {
      units[i] = 1 / needs[i];
      demands[i] = 1;
      times[i] = needs[i] / most[i];
    }
    ClassWorth worth = new ClassWorth(jobs, classes, units);
    MaxMinShares programme =
        new MaxMinShares(demands, times, classes.widths(jobs), worth.alone(), jobs.devices());
    worth.addPairings(programme);
    return programme;
  }

  private double[] parts(JobClasses classes, double[] needs, double[] required) {
    double[] parts = new double[jobs.size()];
    for (int i = 0; i < needs.length; i++) {
      for (int job : classes.members().get(i)) {
        parts[job] = required[job] / needs[i];
      }
    }
    return parts;
  }
}
