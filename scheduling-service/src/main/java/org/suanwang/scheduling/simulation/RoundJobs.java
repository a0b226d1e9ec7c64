package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.policy.TimeShares;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Which jobs can be shared out in rounds. */
public final class RoundJobs {
  /** What is asked of all jobs of a run. */
  public static final String RULE =
      "rounds share out whole devices: every job takes at least one, and under allox just one";

  private RoundJobs() {}

  /** Whether a job can be. */
  public static boolean isFit(JobTable jobs, int job, TimeShares shares) {
    TaskRequest request = jobs.request(job);
    boolean isWhole = request.devices() > 0 && !request.isFractional();
    boolean isSingle = isWhole && jobs.milliDevices(job) == TaskRequest.MILLI;
    return shares.takesSingleDevicesOnly() ? isSingle : isWhole;
  }
}
