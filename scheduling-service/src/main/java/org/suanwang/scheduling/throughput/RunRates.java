package org.suanwang.scheduling.throughput;

import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * How long the jobs of a run last where, worked out before it begins and kept in arrays. A spread
 * is how a gang lies in the network, as {@link Spread} counts them.
 */
public interface RunRates {
  /** Above the error of a double, below what anybody could tell of the longest run time. */
  double ROUNDING = 1 - 1e-12;

  /** With n of its N tasks a job does the n-th part of N. */
  double IN_PROPORTION = -1;

  /**
   * How long so much work takes, whole seconds, rounded up.
   *
   * @throws IllegalStateException if nothing is done in a second
   */
  static long seconds(long work, double perSecond) {
    if (perSecond <= 0) {
      throw new IllegalStateException("nothing tells how fast the job is there");
    }
    double seconds = Math.ceil((double) work / perSecond * ROUNDING);
    return (long) Math.clamp(seconds, 1, WorkloadLimits.SECONDS_MAX);
  }

  /** Run time of so much work of a job in a group, whole seconds, rounded up. */
  long runSeconds(int job, long work, int group, int spread);

  /** Work of a job that is done there in so long, rounded down. */
  long workDone(int job, long seconds, int group, int spread);

  /** The same as the first in the spread that is slowest of those it may come to. */
  long longestSeconds(int job, long work, int group);

  /** The same as the first in the spread that is fastest. */
  long shortestSeconds(int job, long work, int group);

  /** How much of its work a job with all its tasks does there in a second. */
  double workPerSecond(int job, int group, int spread);

  /** The same of a gang that lies closest. */
  default double workPerSecond(int job, int group) {
    return workPerSecond(job, group, Spread.CLOSEST);
  }

  /**
   * What an elastic job does with some of its tasks in a group, as a part of what it does with all;
   * {@link #IN_PROPORTION} where nothing was measured that tells otherwise.
   */
  default double part(int job, int tasks, int group) {
    return IN_PROPORTION;
  }

  /**
   * How long an elastic job takes with some of its tasks, seconds, rounded up.
   *
   * @param whole seconds with all of them
   * @param all how many these are
   */
  default long secondsWith(int tasks, long whole, int all, int job, int group) {
    if (tasks == all) {
      return whole;
    }
    double part = part(job, tasks, group);
    return part == IN_PROPORTION ? Math.ceilDiv(whole * all, tasks) : seconds(whole, part);
  }

  /** How much more a task does at most where there are fewer, at least 1. */
  default double gainOfFewer(int job, int group) {
    return 1;
  }

  /** So much work of a job in seconds on its reference device, rounded up. */
  long referenceSeconds(int job, long work);

  /** The work of a job that its reference device does in so long, rounded down, but not nothing. */
  long workIn(int job, long referenceSeconds);

  /** Whether a job lasts there as long as was timed. */
  boolean isAsTimed(int job, int group);

  /** Whether run times hang on how gangs are spread. */
  boolean looksAtSpread();

  /** How much of its work a job may do. */
  default long grantedWork(JobTable jobs, EstimateRule rule, int job) {
    return rule.kills(jobs, job) ? workIn(job, jobs.estimateSeconds(job)) : jobs.work(job);
  }

  /** How much work a job has by what its user told. */
  default long estimatedWork(JobTable jobs, int job) {
    return jobs.hasEstimate(job) ? workIn(job, jobs.estimateSeconds(job)) : jobs.work(job);
  }

  /**
   * Where of all that a job holds it is slowest: a gang goes at the pace of its slowest device
   * type. It is the group of its allocation, but for a mixed gang.
   */
  default int slowestGroup(FleetLayout layout, int job, Allocation held, int spread) {
    if (!layout.isUnion(held.group())) {
      return held.group();
    }
    int slowest = -1;
    double least = Double.MAX_VALUE;
    for (int group : layout.unions().groupsOf(held)) {
      double pace = workPerSecond(job, group, spread);
      if (pace < least) {
        least = pace;
        slowest = group;
      }
    }
    return slowest;
  }

  /** The rates of a run. */
  static RunRates of(FleetLayout layout, JobTable jobs, ThroughputRule rule) {
    return ModelledRates.areAskedFor(jobs, rule)
        ? new ModelledRates(layout, jobs, rule)
        : new PeakRatios(layout, jobs);
  }

  /** The jobs with the time that each takes on its reference device, where that was not told. */
  static JobTable timed(FleetLayout layout, JobTable jobs, ThroughputRule rule) {
    if (!jobs.hasOtherWork()) {
      return jobs;
    }
    ModelledRates rates = new ModelledRates(layout, jobs, rule);
    return jobs.timed(job -> rates.referenceSeconds(job, jobs.work(job)));
  }
}
