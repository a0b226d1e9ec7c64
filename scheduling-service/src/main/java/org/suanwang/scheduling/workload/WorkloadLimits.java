package org.suanwang.scheduling.workload;

/** The sizes beyond which a workload is refused; they keep every sum of a run inside 64 bits. */
public final class WorkloadLimits {
  /** About 68 years: simulated time, and the work of one job. */
  public static final long SECONDS_MAX = Integer.MAX_VALUE;

  /** Jobs of one workload, named and generated together. */
  public static final int JOBS_MAX = 2_000_000;

  /** Tasks of one gang, and whole devices of one task. */
  public static final int TASKS_MAX = 4_000_000;

  /** Length of an id, a class or a region. */
  public static final int NAME_LENGTH_MAX = 100;

  /** Device types that one job may name. */
  public static final int DEVICE_TYPES_MAX = 64;

  private WorkloadLimits() {}
}
