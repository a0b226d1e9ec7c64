package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/**
 * Shortest remaining processing time first (Schrage 1968), by the run time that was told
 * beforehand; a job past its estimate has a second left.
 */
public final class LeastRemainingEstimateFirst implements MovingOrder {
  @Override
  public String name() {
    return "srtf";
  }

  @Override
  public String meaning() {
    return "the least work left first, by estimate";
  }

  @Override
  public boolean usesEstimates() {
    return true;
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return jobs.estimateSeconds(job);
  }

  @Override
  public long rank(JobTable jobs, int job, long heldSeconds, long doneSeconds) {
    return Math.max(1, jobs.estimateSeconds(job) - doneSeconds);
  }

  @Override
  public long rankMax(JobTable jobs) {
    long longest = 1;
    for (int job = 0; job < jobs.size(); job++) {
      longest = Math.max(longest, jobs.estimateSeconds(job));
    }
    return longest;
  }
}
