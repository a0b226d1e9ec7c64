package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/** Shortest job first (Smith 1956), by the run time that nobody knows beforehand. */
public final class ShortestWorkFirst implements QueueOrder {
  @Override
  public String name() {
    return "sjf-oracle";
  }

  @Override
  public String meaning() {
    return "the shortest first, by the work it turns out to be";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return jobs.workSeconds(job);
  }
}
