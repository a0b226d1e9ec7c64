package org.suanwang.scheduling.rounds;

import java.util.stream.IntStream;

/**
 * The makespan policy with space sharing (Narayanan et al., OSDI 2020, sections 3.1 and 4.2), for
 * classes of jobs instead of pairs of jobs: jobs of one type have the same mix of devices and
 * partners, and of it a part in proportion to what is left of them. A long job has a mix of its
 * own.
 */
public final class SharingMinimumMakespan implements SharePolicy {
  /** A job is long that needs this part of the time that all need, on its fastest devices. */
  private static final double LONG = 0.25;

  @Override
  public String name() {
    return "makespan, sharing";
  }

  @Override
  public boolean servesTypesInOrder() {
    return true;
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    double scale = scaleSeconds(jobs);
    JobClasses classes = JobClasses.byType(jobs, job -> seconds(jobs, job) > LONG * scale);
    double[] parts = new double[jobs.size()];
    double[] times = new double[classes.size()];
    for (int i = 0; i < times.length; i++) {
      double largest = 0;
      double left = left(jobs, classes, i);
      for (int job : classes.members().get(i)) {
        parts[job] = jobs.stepsLeft()[job] / left;
        largest = Math.max(largest, parts[job]);
      }
      times[i] = 1 / largest;
    }
    return programme(jobs, classes, times, scale).find(jobs.checkpoint()).toJobs(classes, parts);
  }

  /**
   * No schedule, with sharing, with jobs interrupted and moved at no cost as often as one likes,
   * ends all that is left sooner than in so many seconds.
   */
  static double boundSeconds(ActiveJobs jobs) {
    double longest =
        IntStream.range(0, jobs.size()).mapToDouble(i -> seconds(jobs, i)).max().orElse(0);
    double scale = scaleSeconds(jobs);
    JobClasses classes = JobClasses.byType(jobs);
    ClassShares found = programme(jobs, classes, classes.counts(), scale).find(jobs.checkpoint());
    return Math.max(longest, scale / found.least());
  }

  private static MaxMinShares programme(
      ActiveJobs jobs, JobClasses classes, double[] times, double scale) {
    double[] units = new double[classes.size()];
    double[] demands = new double[classes.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = scale / left(jobs, classes, i);
      demands[i] = 1;
    }
    ClassWorth worth = new ClassWorth(jobs, classes, units);
    MaxMinShares programme =
        new MaxMinShares(demands, times, classes.widths(jobs), worth.alone(), jobs.devices());
    worth.addPairings(programme);
    return programme;
  }

  private static double left(ActiveJobs jobs, JobClasses classes, int jobClass) {
    double left = 0;
    for (int job : classes.members().get(jobClass)) {
      left += jobs.stepsLeft()[job];
    }
    return left;
  }

  private static double seconds(ActiveJobs jobs, int job) {
    return jobs.stepsLeft()[job] / jobs.fastest(job);
  }

  /** About what all need: of the order of the answer. */
  private static double scaleSeconds(ActiveJobs jobs) {
    double work = 0;
    double longest = 0;
    for (int job = 0; job < jobs.size(); job++) {
      work += jobs.width(job) * seconds(jobs, job);
      longest = Math.max(longest, seconds(jobs, job));
    }
    return Math.max(longest, work / jobs.devicesInAll());
  }
}
