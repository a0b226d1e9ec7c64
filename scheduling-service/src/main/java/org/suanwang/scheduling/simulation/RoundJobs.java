package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.policy.TimeShares;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Which jobs can be shared out in rounds. */
public final class RoundJobs {
  /** What is asked of all jobs of a run. */
  public static final String RULE =
      "rounds share out whole devices: every job takes at least one, and under allox just one";

  /** More kinds would make a matrix that nobody wants to solve. */
  public static final int KINDS_MAX = 5_000;

  /** The square of the kinds × hubs' device types, where two may share devices. */
  public static final int PAIRS_MAX = 40_000;

  /** Numbers in the linear programme of shares: more take seconds each time they are found. */
  public static final int PROGRAMME_MAX = 5_000_000;

  private RoundJobs() {}

  /**
   * Numbers in the linear programme of so many kinds: rows for the time and the demand of each, a
   * column for each device type of each hub, and the slack of the rows.
   */
  public static long programme(long kinds, int groups) {
    return 2 * kinds * kinds * (groups + 2);
  }

  /**
   * What jobs are alike in: they ask for the same, do the same kind of work and may run in the same
   * places.
   */
  public record Kind(int jobClass, int request, int tasks, @Nullable String onlyRegion) {
    /** The kind of a job. */
    public static Kind of(JobTable jobs, int job) {
      String region = jobs.regionRequired(job) ? jobs.region(job) : null;
      return new Kind(jobs.classIndex(job), jobs.requestIndex(job), jobs.tasks(job), region);
    }
  }

  /** Whether a job can be. */
  public static boolean isFit(JobTable jobs, int job, TimeShares shares) {
    TaskRequest request = jobs.request(job);
    boolean isWhole = request.devices() > 0 && !request.isFractional();
    boolean isSingle = isWhole && jobs.milliDevices(job) == TaskRequest.MILLI;
    return shares.takesSingleDevicesOnly() ? isSingle : isWhole;
  }
}
