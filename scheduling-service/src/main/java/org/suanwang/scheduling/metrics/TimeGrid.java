package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a time series on other buckets: those that begin at whole multiples of a step. The values
 * are means over the old buckets that a new one touches, weighted by the time they share; where the
 * new ones are shorter nothing new becomes known. Old buckets that lie outside are left out.
 */
public final class TimeGrid {
  private TimeGrid() {}

  /**
   * The series on new buckets; those that share no time with it are not there.
   *
   * @param fromSeconds where the first bucket begins, or later; rounded down to a multiple of the
   *     step
   * @param toSeconds where the last one ends at the latest, but for the rest of the step
   * @param stepSeconds length of a bucket, at least 1
   */
  public static TimeSeries of(
      TimeSeries series, long fromSeconds, long toSeconds, long stepSeconds) {
    List<TimeSeries.Point> points = new ArrayList<>();
    List<TimeSeries.Point> old = series.points();
    long windowEnd = old.isEmpty() ? 0 : old.getLast().toSeconds();
    long end = Math.min(toSeconds, windowEnd);
    int first = 0;
    for (long from = Math.max(0, Math.floorDiv(fromSeconds, stepSeconds) * stepSeconds);
        from < end;
        from += stepSeconds) {
      long to = Math.min(from + stepSeconds, windowEnd);
      while (old.get(first).toSeconds() <= from) {
        first++;
      }
      points.add(mean(old, first, from, to));
    }
    return new TimeSeries(points);
  }

  /** Sums first and divides at the end: means of equal values are then that value. */
  private static TimeSeries.Point mean(List<TimeSeries.Point> old, int first, long from, long to) {
    double devices = 0;
    double allocation = 0;
    double running = 0;
    double waiting = 0;
    Double kilowatts = null;
    Double cnyPerHour = null;
    Double fragment = null;
    Double free = null;
    for (int i = first; i < old.size() && old.get(i).fromSeconds() < to; i++) {
      TimeSeries.Point p = old.get(i);
      double shared = Math.min(to, p.toSeconds()) - Math.max(from, p.fromSeconds());
      devices += shared * p.devicesAllocated();
      allocation += shared * p.allocation();
      running += shared * p.jobsRunning();
      waiting += shared * p.jobsWaiting();
      kilowatts = plus(kilowatts, shared, p.powerKilowatts());
      cnyPerHour = plus(cnyPerHour, shared, p.energyCostCnyPerHour());
      Fragment.Level level = p.fragment();
      fragment = plus(fragment, shared, level == null ? null : (Double) level.devices());
      free = plus(free, shared, level == null ? null : (Double) level.devicesFree());
    }
    double all = to - from;
    return new TimeSeries.Point(
        from,
        to,
        devices / all,
        allocation / all,
        running / all,
        waiting / all,
        kilowatts == null ? null : (Double) (kilowatts / all),
        cnyPerHour == null ? null : (Double) (cnyPerHour / all),
        fragment == null || free == null ? null : new Fragment.Level(fragment / all, free / all));
  }

  /** What is known of one bucket is known of all. */
  private static @Nullable Double plus(
      @Nullable Double sum, double shared, @Nullable Double value) {
    return value == null ? null : (Double) ((sum == null ? 0 : sum) + shared * value);
  }
}
