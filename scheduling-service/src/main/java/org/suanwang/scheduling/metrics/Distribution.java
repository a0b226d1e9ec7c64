package org.suanwang.scheduling.metrics;

import java.util.Arrays;

/**
 * Summary of a sample of seconds. Quantiles by nearest rank: a value that occurred. All 0 for an
 * empty sample, which {@code count} tells.
 *
 * @param count size of the sample
 * @param mean arithmetic mean
 * @param p50 median
 * @param p95 95th percentile
 * @param p99 99th percentile
 * @param max the greatest
 */
public record Distribution(int count, double mean, long p50, long p95, long p99, long max) {
  /** Summarises a sample; the array is sorted. */
  public static Distribution of(long[] sample) {
    if (sample.length == 0) {
      return new Distribution(0, 0, 0, 0, 0, 0);
    }
    Arrays.sort(sample);
    return new Distribution(
        sample.length,
        (double) Arrays.stream(sample).sum() / sample.length,
        rank(sample, 50),
        rank(sample, 95),
        rank(sample, 99),
        sample[sample.length - 1]);
  }

  private static long rank(long[] sorted, long percent) {
    return sorted[(int) (Math.ceilDiv(percent * sorted.length, 100L) - 1)];
  }
}
