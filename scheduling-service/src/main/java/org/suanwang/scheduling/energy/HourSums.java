package org.suanwang.scheduling.energy;

/**
 * Sums weight × seconds of times by the hour of the local day, exactly, at the same cost for a time
 * of any length. A time counts as all that is before its end less all that is before its start; the
 * seconds before a point that fall into an hour are 3,600 for each whole day, 3,600 more when the
 * hour is over by then, or what has passed of it when it is on. So a point only has to be noted
 * once for its days and once for its hour. Sums may wrap around on the way: they are right whenever
 * the results fit.
 */
public final class HourSums {
  private final LocalHours clock;
  private final long[] points = new long[EnergyTerms.HOURS];
  private final long[] rests = new long[EnergyTerms.HOURS];
  private long days;

  public HourSums(LocalHours clock) {
    this.clock = clock;
  }

  /** Adds a time. */
  public void add(long fromSeconds, long toSeconds, long weight) {
    clock.forEachPiece(
        fromSeconds,
        toSeconds,
        (from, to) -> {
          note(from, -weight);
          note(to, weight);
        });
  }

  private void note(long local, long weight) {
    int hour = LocalHours.hour(local);
    days += local / LocalHours.DAY_SECONDS * weight;
    points[hour] += weight;
    rests[hour] += local % LocalHours.HOUR_SECONDS * weight;
  }

  /** The sum of each hour. */
  public long[] sums() {
    long[] sums = new long[EnergyTerms.HOURS];
    long later = 0;
    for (int hour = EnergyTerms.HOURS - 1; hour >= 0; hour--) {
      sums[hour] = (days + later) * LocalHours.HOUR_SECONDS + rests[hour];
      later += points[hour];
    }
    return sums;
  }
}
