package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/** Largest first, as in decreasing packings (Johnson 1973), by devices of the gang. */
public final class LargestGangFirst implements QueueOrder {
  @Override
  public String name() {
    return "largest-first";
  }

  @Override
  public String meaning() {
    return "the gang with most devices first";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return -jobs.milliDevices(job);
  }
}
