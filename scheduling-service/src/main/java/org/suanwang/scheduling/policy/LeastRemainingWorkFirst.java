package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/**
 * Shortest remaining processing time first (Schrage 1968), by the run time that nobody knows
 * beforehand.
 */
public final class LeastRemainingWorkFirst implements MovingOrder {
  @Override
  public String name() {
    return "srtf-oracle";
  }

  @Override
  public String meaning() {
    return "the least work left first, by the work it turns out to be";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return jobs.workSeconds(job);
  }

  @Override
  public long rank(JobTable jobs, int job, long heldSeconds, long doneSeconds) {
    return jobs.workSeconds(job) - doneSeconds;
  }

  @Override
  public long rankMax(JobTable jobs) {
    long longest = 1;
    for (int job = 0; job < jobs.size(); job++) {
      longest = Math.max(longest, jobs.workSeconds(job));
    }
    return longest;
  }
}
