package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/** First in, first out: by submission. The head of the queue is never passed by. */
public final class Fifo implements QueueOrder {
  @Override
  public String name() {
    return "fifo";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return jobs.submitSeconds(job);
  }
}
