package org.suanwang.scheduling.rounds;

/** Extension point: which share of its time each job is to spend on each device type. */
public interface SharePolicy {
  /** For people. */
  String name();

  /**
   * The shares from now on, asked again when jobs have come or gone.
   *
   * @return a row for each job, a column for each device type; a row sums to at most 1, a column to
   *     at most the devices of the type
   */
  double[][] shares(ActiveJobs jobs);

  /** Whether it knows how fast jobs run; if not, device types are served in random order. */
  boolean isHeterogeneityAware();

  /** Whether jobs without a share must not run even on devices that nobody else wants. */
  default boolean leavesDevicesIdle() {
    return false;
  }
}
