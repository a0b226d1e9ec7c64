package org.suanwang.scheduling.inference;

import java.util.Arrays;

/**
 * Summary of a sample of times, s. Quantiles by nearest rank. All 0 for an empty sample.
 *
 * @param mean arithmetic mean
 * @param p50 median
 * @param p90 90th percentile
 * @param p99 99th percentile
 * @param max the greatest
 */
public record LatencySummary(double mean, double p50, double p90, double p99, double max) {
  private static final double NANOS = 1e9;

  /** Of nanoseconds; the array is sorted. */
  static LatencySummary of(double[] nanos) {
    if (nanos.length == 0) {
      return new LatencySummary(0, 0, 0, 0, 0);
    }
    Arrays.sort(nanos);
    double sum = 0;
    for (double one : nanos) {
      sum += one;
    }
    return new LatencySummary(
        sum / nanos.length / NANOS,
        rank(nanos, 50),
        rank(nanos, 90),
        rank(nanos, 99),
        nanos[nanos.length - 1] / NANOS);
  }

  private static double rank(double[] sorted, long percent) {
    return sorted[(int) (Math.ceilDiv(percent * sorted.length, 100L) - 1)] / NANOS;
  }
}
