package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Least attained service first in levels (Gu et al., "Tiresias: A GPU Cluster Manager for
 * Distributed Deep Learning", NSDI 2019, discretised 2D-LAS): attained is devices × time held. The
 * first level ends at one device-hour, each further one at ten times as much; within a level the
 * order is that of arrival, so that equal jobs do not take turns for ever.
 */
public final class LeastAttainedServiceFirst implements QueueOrder {
  private static final long FIRST_LEVEL_MILLI_SECONDS = 3_600_000;
  private static final int LEVEL_FACTOR = 10;
  private static final int LEVEL_LAST = 9;

  @Override
  public String name() {
    return "las";
  }

  @Override
  public String meaning() {
    return "the least attained service first, in levels of device-hours";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return 0;
  }

  @Override
  public long rank(JobTable jobs, int job, long heldSeconds, long doneSeconds) {
    long service = width(jobs, job) * heldSeconds;
    int level = 0;
    for (long end = FIRST_LEVEL_MILLI_SECONDS; level < LEVEL_LAST && service >= end; level++) {
      end *= LEVEL_FACTOR;
    }
    return level;
  }

  @Override
  public long secondsToLaterTurn(JobTable jobs, int job, long heldSeconds) {
    long width = width(jobs, job);
    long end = FIRST_LEVEL_MILLI_SECONDS;
    for (int level = 0; level < LEVEL_LAST; level++) {
      if (width * heldSeconds < end) {
        return Math.ceilDiv(end, width) - heldSeconds;
      }
      end *= LEVEL_FACTOR;
    }
    return Long.MAX_VALUE;
  }

  /** Thousandths of devices; of a job without any, as if it held one. */
  private static long width(JobTable jobs, int job) {
    long milli = jobs.milliDevices(job);
    return milli == 0 ? TaskRequest.MILLI : milli;
  }
}
