package org.suanwang.scheduling.simulation;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.TimeShares;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Which jobs can be shared out in rounds. */
public final class RoundJobs {
  /** What is asked of all jobs of a run. */
  public static final String RULE = "under allox every job takes one whole device, or none";

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
    boolean isSingle = !request.isFractional() && jobs.milliDevices(job) == TaskRequest.MILLI;
    return isSingle || !request.needsDevices() || !shares.takesSingleDevicesOnly();
  }

  /**
   * The thousandths of a device in which devices are shared out: 1,000 where all jobs take whole
   * ones, else what all shares are multiples of.
   */
  public static long milliOfUnit(JobTable jobs) {
    BigInteger unit = BigInteger.valueOf(TaskRequest.MILLI);
    for (TaskRequest request : jobs.distinctRequests()) {
      unit = unit.gcd(BigInteger.valueOf(request.milliDevices()));
    }
    return unit.longValueExact();
  }

  /** How many units there are in all devices of a fleet. */
  public static long units(JobTable jobs, FleetLayout layout) {
    long devices = layout.groups().stream().mapToLong(FleetLayout.Group::devices).sum();
    return devices * TaskRequest.MILLI / milliOfUnit(jobs);
  }
}
