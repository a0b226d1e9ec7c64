package org.suanwang.market.bridge;

import java.time.Duration;
import java.time.Instant;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.check.InvalidInputException;

/**
 * A job as the scheduling service takes it: tasks that start together or not at all.
 *
 * @param devicesPerTask devices that one node must hold together
 */
public record DemandJob(
    String id,
    String jobClass,
    String region,
    long tasks,
    long devicesPerTask,
    Duration time,
    Instant submitAt) {
  /** The most devices that the scheduling service takes in one job. */
  private static final long DEVICES_MAX = 4_000_000;

  /** Refuses what the scheduling service would. */
  public DemandJob {
    if (tasks * devicesPerTask > DEVICES_MAX) {
      throw new InvalidInputException(
          "share",
          tasks * devicesPerTask + " devices",
          "one job of "
              + jobClass
              + " must come to at most "
              + DEVICES_MAX
              + " devices, which is"
              + " what the scheduling service takes",
          "send a smaller share of the demand, or for serving more jobs");
    }
  }

  public long devices() {
    return tasks * devicesPerTask;
  }

  BigFraction hours(Duration part) {
    return Hours.of(BigFraction.of(devices()), part);
  }
}
