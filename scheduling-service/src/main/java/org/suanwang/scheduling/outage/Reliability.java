package org.suanwang.scheduling.outage;

import org.jspecify.annotations.Nullable;

/**
 * How often units of one kind fail and how long that lasts; both times are exponential and
 * independent of all others. The share of the time for which a unit is up comes to MTBF ÷ (MTBF +
 * MTTR).
 *
 * @param level what a unit is
 * @param deviceType only devices of this type, or nodes with such; null for all. Null for racks,
 *     spines and hubs
 * @param mtbfHours mean time of a unit between its repair and its next failure
 * @param mttrHours mean time to repair
 */
public record Reliability(
    Level level, @Nullable String deviceType, double mtbfHours, double mttrHours) {
  public static final double MTBF_HOURS_MIN = 0.01;
  public static final double MTBF_HOURS_MAX = 1e8;
  public static final double MTTR_HOURS_MIN = 0.001;
  public static final double MTTR_HOURS_MAX = 1e5;

  public Reliability {
    if (!(mtbfHours >= MTBF_HOURS_MIN && mtbfHours <= MTBF_HOURS_MAX)) {
      throw new IllegalArgumentException("mean time between failures out of range: " + mtbfHours);
    }
    if (!(mttrHours >= MTTR_HOURS_MIN && mttrHours <= MTTR_HOURS_MAX)) {
      throw new IllegalArgumentException("mean time to repair out of range: " + mttrHours);
    }
    if (level.holdsNodes() && deviceType != null) {
      throw new IllegalArgumentException(level + " has no device type");
    }
  }
}
