package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/** First in, first out (Erlang 1909): by submission. */
public final class Fifo implements QueueOrder {
  @Override
  public String name() {
    return "fifo";
  }

  @Override
  public String meaning() {
    return "in order of submission";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return jobs.submitSeconds(job);
  }
}
