package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/** An order in which the turn of a job moves while it runs. */
public interface MovingOrder extends QueueOrder {
  /** The largest rank that any of the jobs can come to; the smallest is 0 or more. */
  long rankMax(JobTable jobs);

  @Override
  default boolean movesForward() {
    return true;
  }
}
