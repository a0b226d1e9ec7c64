package org.suanwang.scheduling.rounds;

/** Extension point: which share of its time each job is to spend on each device type. */
public interface SharePolicy {
  /** For people. */
  String name();

  /**
   * The shares from now on, asked again when jobs have come or gone.
   *
   * @return the shares of a job sum to at most 1, those of a device type, times the devices that
   *     the jobs take, to at most the devices of the type
   */
  Shares shares(ActiveJobs jobs);

  /** Whether device types are served in their order; if not, in random order. */
  boolean servesTypesInOrder();

  /**
   * How long shares last at least, also when jobs have come or gone: as in Gavel's study.
   *
   * @param roundSeconds how long a round lasts
   */
  default double findingSecondsMin(double roundSeconds) {
    return 1920;
  }

  /** The same with rounds as long as in the study. */
  default double findingSecondsMin() {
    return findingSecondsMin(RoundPlanner.ROUND_SECONDS);
  }

  /** Whether jobs without a share must not run even on devices that nobody else wants. */
  default boolean leavesDevicesIdle() {
    return false;
  }
}
