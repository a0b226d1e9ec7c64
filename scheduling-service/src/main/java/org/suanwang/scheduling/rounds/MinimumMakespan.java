package org.suanwang.scheduling.rounds;

import java.util.Arrays;

/**
 * The makespan policy (Narayanan et al., OSDI 2020, section 4.2): the time in which all jobs that
 * are there will have ended is made as short as can be; jobs that their fastest devices keep from
 * less get those and the others go on. Agnostic: as if all devices were as fast as the first type;
 * the time of a job is spread over all types in proportion to how many devices each has. Sharing is
 * {@link SharingMinimumMakespan}.
 */
public final class MinimumMakespan implements SharePolicy {
  private final Knowledge knowledge;

  /**
   * A policy for one run.
   *
   * @param knowledge what it knows
   * @throws IllegalArgumentException if it may let jobs share devices
   */
  public MinimumMakespan(Knowledge knowledge) {
    if (knowledge == Knowledge.SHARING) {
      throw new IllegalArgumentException("with sharing the makespan is found another way");
    }
    this.knowledge = knowledge;
  }

  @Override
  public String name() {
    return "makespan, " + knowledge.word();
  }

  @Override
  public boolean servesTypesInOrder() {
    return knowledge.isAware();
  }

  @Override
  public Shares shares(ActiveJobs jobs) {
    return new Shares(knowledge.isAware() ? find(jobs, 0).shares() : agnostic(jobs));
  }

  /** All devices are one pool, in which a job that has all of its time goes as fast as supposed. */
  private static double[][] agnostic(ActiveJobs jobs) {
    double[] fastest = new double[jobs.size()];
    double[][] speeds = new double[fastest.length][];
    double inTurns = 0;
    for (int job = 0; job < fastest.length; job++) {
      fastest[job] = jobs.supposed(job);
      speeds[job] = new double[] {fastest[job]};
      inTurns += jobs.stepsLeft()[job] / fastest[job];
    }
    int[] pool = {jobs.devicesInAll()};
    var problem = new RequiredThroughputs(speeds, jobs.widths(), pool, jobs.checkpoint());
    double[][] times =
        LeastLevel.find(problem, 0, inTurns, LeastLevel.PRECISION, s -> required(jobs, fastest, s))
            .shares();
    double[] flat = Arrays.stream(times).mapToDouble(row -> row[0]).toArray();
    return EqualShares.spread(flat, jobs);
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
    var problem = RequiredThroughputs.of(jobs);
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
