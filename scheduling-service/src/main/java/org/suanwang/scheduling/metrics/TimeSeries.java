package org.suanwang.scheduling.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A run over time, in buckets of equal length (the last second of rounding goes to the earlier
 * one). Values are means over the bucket, from exact integer sums.
 *
 * @param points one a bucket
 */
public record TimeSeries(List<Point> points) {
  public static final int BUCKETS_MAX = 240;

  /**
   * One bucket.
   *
   * @param fromSeconds start of the bucket
   * @param toSeconds end of the bucket
   * @param devicesAllocated mean number of devices held
   * @param allocation the same as a share of all devices
   * @param jobsRunning mean number of running jobs
   * @param jobsWaiting mean number of waiting jobs
   * @param powerKilowatts mean power drawn for the devices whose power is known; null when it is
   *     known of none, and in results of the time before that was told
   * @param energyCostCnyPerHour what that cost, of the hubs whose tariff is known; null likewise
   * @param fragment mean of what the usual tasks could not use; null when it was not asked for
   */
  public record Point(
      long fromSeconds,
      long toSeconds,
      double devicesAllocated,
      double allocation,
      double jobsRunning,
      double jobsWaiting,
      @Nullable Double powerKilowatts,
      @Nullable Double energyCostCnyPerHour,
      Fragment.@Nullable Level fragment) {
    /** A bucket of which no power is known. */
    public Point(
        long fromSeconds,
        long toSeconds,
        double devicesAllocated,
        double allocation,
        double jobsRunning,
        double jobsWaiting) {
      this(
          fromSeconds,
          toSeconds,
          devicesAllocated,
          allocation,
          jobsRunning,
          jobsWaiting,
          null,
          null,
          null);
    }
  }

  /**
   * Cuts the window into buckets, at most {@link #BUCKETS_MAX} and none under a second.
   *
   * @param efficiency share of a held device's peak that jobs really use, as stated
   * @param epoch the instant of second 0
   */
  public static TimeSeries of(
      JobOutcomes outcomes, long windowSeconds, double efficiency, Instant epoch) {
    int buckets = (int) Math.min(BUCKETS_MAX, windowSeconds);
    if (buckets == 0) {
      return new TimeSeries(List.of());
    }
    Sums sums = new Sums(outcomes, windowSeconds, buckets, efficiency, epoch);
    for (int job = 0; job < outcomes.size(); job++) {
      sums.add(job);
    }
    return new TimeSeries(sums.points());
  }

  /** The same with a fragment in each bucket, by its place. */
  TimeSeries with(IntFunction<Fragment.Level> fragment) {
    List<Point> with = new ArrayList<>();
    for (Point p : points) {
      with.add(
          new Point(
              p.fromSeconds,
              p.toSeconds,
              p.devicesAllocated,
              p.allocation,
              p.jobsRunning,
              p.jobsWaiting,
              p.powerKilowatts,
              p.energyCostCnyPerHour,
              fragment.apply(with.size())));
    }
    return new TimeSeries(with);
  }

  /** What the points are made of. */
  private static final class Sums {
    private static final double MILLI = 1e3;

    private final JobOutcomes outcomes;
    private final long window;
    private final BucketSums milliDevices;
    private final BucketSums running;
    private final BucketSums waiting;
    private final PowerSeries power;

    Sums(JobOutcomes outcomes, long window, int buckets, double efficiency, Instant epoch) {
      this.outcomes = outcomes;
      this.window = window;
      milliDevices = new BucketSums(window, buckets);
      running = new BucketSums(window, buckets);
      waiting = new BucketSums(window, buckets);
      power = new PowerSeries(outcomes, new Buckets(window, buckets), efficiency, epoch);
    }

    void add(int job) {
      JobState state = outcomes.state(job);
      if (state == JobState.NOT_SUBMITTED || state == JobState.REJECTED) {
        return;
      }
      long[] waitsSince = {outcomes.jobs().submitSeconds(job)};
      outcomes.forEachStretch(
          job,
          window,
          (place, from, to, milli, rate) -> {
            waiting.add(waitsSince[0], from, 1);
            running.add(from, to, 1);
            milliDevices.add(from, to, milli);
            power.add(place, from, to, milli);
            waitsSince[0] = to;
          });
      if (state != JobState.RUNNING) {
        boolean hasEnded = outcomes.endSeconds(job) != JobOutcomes.NEVER;
        long until = hasEnded ? Math.min(window, outcomes.endSeconds(job)) : window;
        waiting.add(waitsSince[0], Math.max(waitsSince[0], until), 1);
      }
    }

    List<Point> points() {
      List<Point> points = new ArrayList<>();
      int devices = outcomes.layout().devices();
      double[] kilowatts = power.kilowatts();
      double[] cnyPerHour = power.cnyPerHour();
      for (int i = 0; i < milliDevices.size(); i++) {
        double held = milliDevices.mean(i) / MILLI;
        points.add(
            new Point(
                milliDevices.from(i),
                milliDevices.from(i + 1),
                held,
                devices == 0 ? 0 : held / devices,
                running.mean(i),
                waiting.mean(i),
                kilowatts == null ? null : (Double) kilowatts[i],
                cnyPerHour == null ? null : (Double) cnyPerHour[i],
                null));
      }
      return points;
    }
  }
}
