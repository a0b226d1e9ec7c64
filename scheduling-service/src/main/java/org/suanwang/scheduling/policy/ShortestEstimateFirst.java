package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/** Shortest job first (Smith 1956), by the run time that was told beforehand; ties by arrival. */
public final class ShortestEstimateFirst implements QueueOrder {
  @Override
  public String name() {
    return "sjf";
  }

  @Override
  public String meaning() {
    return "the shortest first, by estimate";
  }

  @Override
  public boolean usesEstimates() {
    return true;
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return jobs.estimateSeconds(job);
  }
}
