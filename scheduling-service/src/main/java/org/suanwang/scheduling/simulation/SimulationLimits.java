package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Where a run stops at the latest.
 *
 * @param horizonSeconds simulated time; later events do not happen
 * @param eventsMax number of events; one more and the run fails
 */
public record SimulationLimits(long horizonSeconds, long eventsMax) {
  public static final long EVENTS_MAX = 100_000_000;

  public static final SimulationLimits WIDEST =
      new SimulationLimits(WorkloadLimits.SECONDS_MAX, EVENTS_MAX);

  public SimulationLimits {
    if (horizonSeconds < 1 || horizonSeconds > WorkloadLimits.SECONDS_MAX || eventsMax < 1) {
      throw new IllegalArgumentException("limits out of range");
    }
  }
}
