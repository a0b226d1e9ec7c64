package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.List;

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
   */
  public record Point(
      long fromSeconds,
      long toSeconds,
      double devicesAllocated,
      double allocation,
      double jobsRunning,
      double jobsWaiting) {}

  /** Cuts the window into buckets, at most {@link #BUCKETS_MAX} and none under a second. */
  public static TimeSeries of(JobOutcomes outcomes, long windowSeconds) {
    int buckets = (int) Math.min(BUCKETS_MAX, windowSeconds);
    if (buckets == 0) {
      return new TimeSeries(List.of());
    }
    BucketSums milliDevices = new BucketSums(windowSeconds, buckets);
    BucketSums running = new BucketSums(windowSeconds, buckets);
    BucketSums waiting = new BucketSums(windowSeconds, buckets);
    for (int job = 0; job < outcomes.size(); job++) {
      add(outcomes, job, windowSeconds, milliDevices, running, waiting);
    }
    return new TimeSeries(points(milliDevices, running, waiting, outcomes.layout().devices()));
  }

  private static void add(
      JobOutcomes outcomes,
      int job,
      long window,
      BucketSums milliDevices,
      BucketSums running,
      BucketSums waiting) {
    JobState state = outcomes.state(job);
    if (state == JobState.NOT_SUBMITTED || state == JobState.REJECTED) {
      return;
    }
    long[] waitsSince = {outcomes.jobs().submitSeconds(job)};
    outcomes.forEachStretch(
        job,
        window,
        (group, from, to, milli, rate) -> {
          waiting.add(waitsSince[0], from, 1);
          running.add(from, to, 1);
          milliDevices.add(from, to, milli);
          waitsSince[0] = to;
        });
    if (state != JobState.RUNNING) {
      boolean hasEnded = outcomes.endSeconds(job) != JobOutcomes.NEVER;
      long until = hasEnded ? Math.min(window, outcomes.endSeconds(job)) : window;
      waiting.add(waitsSince[0], Math.max(waitsSince[0], until), 1);
    }
  }

  private static List<Point> points(
      BucketSums milliDevices, BucketSums running, BucketSums waiting, int devices) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < milliDevices.size(); i++) {
      double held = milliDevices.mean(i) / 1000;
      points.add(
          new Point(
              milliDevices.from(i),
              milliDevices.from(i + 1),
              held,
              devices == 0 ? 0 : held / devices,
              running.mean(i),
              waiting.mean(i)));
    }
    return points;
  }
}
