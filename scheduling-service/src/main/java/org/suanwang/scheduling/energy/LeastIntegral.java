package org.suanwang.scheduling.energy;

import java.util.Arrays;

/**
 * When to begin something of a given length so that a value that goes by the hour comes to least
 * over it. Between the hours the sum changes evenly as the beginning moves, so it is least where
 * the beginning or the end is on an hour, or at the first or last second; every day is like the
 * other, so one day is enough to look at. Where clocks are changed within it the hours are those
 * before. Values are taken as whole billionths of the largest, so sums of the same values are
 * equal.
 */
public final class LeastIntegral {
  private static final double STEPS = 1L << 30;

  private final LocalHours clock;
  private final long[] values = new long[EnergyTerms.HOURS];
  private final long[] beforeHour = new long[EnergyTerms.HOURS + 1];
  private final double step;

  /** When something begins, and what the value comes to over it. */
  public record Begin(long seconds, double sum) {}

  /**
   * Of these values.
   *
   * @param ofHours one for each hour from midnight on
   */
  public LeastIntegral(LocalHours clock, double[] ofHours) {
    this.clock = clock;
    double largest = Arrays.stream(ofHours).map(Math::abs).max().orElse(0);
    step = largest == 0 ? 1 : largest / STEPS;
    for (int hour = 0; hour < EnergyTerms.HOURS; hour++) {
      values[hour] = Math.round(ofHours[hour] / step);
      beforeHour[hour + 1] = beforeHour[hour] + values[hour] * LocalHours.HOUR_SECONDS;
    }
  }

  /**
   * The earliest second, not before one and not after another, from which on the sum over so many
   * seconds is least.
   */
  public Begin find(long firstSeconds, long lastSeconds, long lengthSeconds) {
    long last = Math.min(lastSeconds, firstSeconds + LocalHours.DAY_SECONDS);
    long local = clock.local(clock.pieceOf(firstSeconds), firstSeconds);
    long best = firstSeconds;
    long least = over(firstSeconds, lengthSeconds);
    long toHour = Math.floorMod(-local, LocalHours.HOUR_SECONDS);
    long toEndAtHour = Math.floorMod(-local - lengthSeconds, LocalHours.HOUR_SECONDS);
    long hour = firstSeconds + Math.min(toHour, toEndAtHour);
    long other = firstSeconds + Math.max(toHour, toEndAtHour);
    while (hour <= last) {
      for (long at : new long[] {hour, Math.min(other, last)}) {
        long sum = over(at, lengthSeconds);
        if (sum < least) {
          least = sum;
          best = at;
        }
      }
      hour += LocalHours.HOUR_SECONDS;
      other += LocalHours.HOUR_SECONDS;
    }
    return over(last, lengthSeconds) < least
        ? new Begin(last, over(last, lengthSeconds) * step)
        : new Begin(best, least * step);
  }

  private long over(long fromSeconds, long lengthSeconds) {
    long[] sum = {0};
    clock.forEachPiece(
        fromSeconds,
        fromSeconds + lengthSeconds,
        (from, to) -> sum[0] += ofLocal(to) - ofLocal(from));
    return sum[0];
  }

  private long ofLocal(long local) {
    int hour = LocalHours.hour(local);
    return local / LocalHours.DAY_SECONDS * beforeHour[EnergyTerms.HOURS]
        + beforeHour[hour]
        + values[hour] * (local % LocalHours.HOUR_SECONDS);
  }
}
