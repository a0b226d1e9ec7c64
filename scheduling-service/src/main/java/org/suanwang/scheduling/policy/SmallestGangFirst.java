package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.workload.JobTable;

/** Smallest first (Majumdar, Eager and Bunt 1988), by devices of the gang. */
public final class SmallestGangFirst implements QueueOrder {
  @Override
  public String name() {
    return "smallest-first";
  }

  @Override
  public String meaning() {
    return "the gang with fewest devices first";
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return jobs.milliDevices(job);
  }
}
