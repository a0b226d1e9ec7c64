package org.suanwang.scheduling.policy;

import java.util.List;
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

  /** Whether the turn of a running job may come to be earlier than it was when it started. */
  default boolean movesForward() {
    return false;
  }

  /** Whether it shares out device time in rounds: it goes with that discipline, and it alone. */
  default boolean sharesTime() {
    return false;
  }

  /** Whether under it two jobs may be on the devices of one. */
  default boolean sharesDevices() {
    return false;
  }

  /** The same order for these jobs: some orders have ranks only once they know all of them. */
  default QueueOrder forJobs(JobTable jobs) {
    return this;
  }

  /** The same order with these thresholds of levels; only least attained service has any. */
  default QueueOrder withLevels(List<Long> levelsDeviceSeconds) {
    throw new IllegalArgumentException(name() + " knows of no levels");
  }

  /** The smaller the rank, the earlier the turn; equal ranks go by arrival. */
  long rank(JobTable jobs, int job);

  /** The ranks of all jobs. */
  default long[] ranks(JobTable jobs) {
    long[] ranks = new long[jobs.size()];
    for (int job = 0; job < ranks.length; job++) {
      ranks[job] = rank(jobs, job);
    }
    return ranks;
  }

  /**
   * The rank after some of the job was done, for the discipline that asks as jobs make progress.
   *
   * @param heldSeconds for how long it has held devices
   * @param doneSeconds of its work, as timed on the reference device, that an interruption now
   *     would leave
   */
  default long rank(JobTable jobs, int job, long heldSeconds, long doneSeconds) {
    return rank(jobs, job);
  }

  /**
   * After how many more seconds on its devices the rank of a running job grows; never, if it only
   * gets smaller.
   */
  default long secondsToLaterTurn(JobTable jobs, int job, long heldSeconds) {
    return Long.MAX_VALUE;
  }
}
