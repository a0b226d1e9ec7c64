package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/** Extension point: whose turn it is. Pure: the same job has the same rank whenever asked. */
public interface QueueOrder {
  /** As listed in the API. */
  String name();

  /** Whose turn it is, in a few words. */
  String meaning();

  /** Whether the rank comes from what users told beforehand about the run time. */
  default boolean usesEstimates() {
    return false;
  }

  /** The smaller the rank, the earlier the turn; equal ranks go by arrival. */
  long rank(JobTable jobs, int job);
}
