package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/** Head-of-line priority (Cobham 1954): the highest first, equal ones by arrival. */
public final class HighestPriorityFirst implements QueueOrder {
  @Override
  public String name() {
    return "priority";
  }

  @Override
  public String meaning() {
    return "the highest priority first";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return -(long) jobs.priority(job);
  }
}
