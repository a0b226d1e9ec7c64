package org.suanwang.scheduling.rounds;

/**
 * The makespan policy (Narayanan et al., OSDI 2020, section 4.2): the time in which all jobs that
 * are there will have ended is made as short as can be; jobs that their fastest devices keep from
 * less get those and the others go on.
 */
public final class MinimumMakespan implements SharePolicy {
  @Override
  public String name() {
    return "makespan, aware";
  }

  @Override
  public boolean servesTypesInOrder() {
    return true;
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    return new Shares(find(jobs, 0).shares());
  }

  /**
   * No schedule without sharing, with jobs interrupted and moved at no cost as often as one likes,
   * ends all that is left sooner than in so many seconds.
   */
  static double boundSeconds(ActiveJobs jobs) {
    double longest = 0;
    for (int job = 0; job < jobs.size(); job++) {
      longest = Math.max(longest, jobs.stepsLeft()[job] / jobs.fastest(job));
    }
    return find(jobs, longest).bound();
  }

  private static LeastLevel.Found<double[][]> find(ActiveJobs jobs, double low) {
    double[] fastest = new double[jobs.size()];
    double possible = 0;
    double[][] equal = EqualShares.of(jobs);
    for (int job = 0; job < fastest.length; job++) {
      fastest[job] = jobs.fastest(job);
      double speed = 0;
      for (int type = 0; type < jobs.deviceTypes(); type++) {
        speed += equal[job][type] * jobs.steps(job, type);
      }
      possible = Math.max(possible, jobs.stepsLeft()[job] / speed);
    }
    var problem = new RequiredThroughputs(jobs.speeds(), jobs.widths(), jobs.devices());
    return LeastLevel.find(
        problem, low, possible, LeastLevel.PRECISION, seconds -> required(jobs, fastest, seconds));
  }

  private static double[] required(ActiveJobs jobs, double[] fastest, double seconds) {
    double[] required = new double[fastest.length];
    for (int job = 0; job < required.length; job++) {
      required[job] = Math.min(fastest[job], jobs.stepsLeft()[job] / seconds);
    }
    return required;
  }
}
