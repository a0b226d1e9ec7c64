package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/**
 * Earliest deadline first (Jackson 1955; Liu and Layland 1973); jobs without a deadline come last,
 * ties by arrival.
 */
public final class EarliestDeadlineFirst implements QueueOrder {
  @Override
  public String name() {
    return "edf";
  }

  @Override
  public String meaning() {
    return "the earliest deadline first";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return jobs.deadlineSeconds(job);
  }
}
