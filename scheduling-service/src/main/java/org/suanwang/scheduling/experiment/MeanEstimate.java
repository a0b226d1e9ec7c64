package org.suanwang.scheduling.experiment;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A mean over seeds with its 95 % confidence interval by Student's t (Student 1908), two-sided. The
 * interval is that of one number taken by itself: of twenty that hold nothing, one excludes 0.
 *
 * @param seeds how many values the mean is of, one a seed
 * @param mean null when there is none
 * @param standardDeviation of the values, with n − 1; null for fewer than two
 * @param low end of the interval; null when it is withheld
 * @param high end of the interval; null when it is withheld
 * @param withheldBecause why there is no interval; null when there is one
 */
public record MeanEstimate(
    int seeds,
    @Nullable Double mean,
    @Nullable Double standardDeviation,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable String withheldBecause) {
  static final double CONFIDENCE = 0.95;
  static final String NO_SEED = "no seed has all of the runs that this mean needs, completed";
  static final String ONE_SEED = "one seed only: give more seeds for an interval";
  static final String SEEDS_CHANGE_NOTHING =
      "the seeds change nothing: every seed gave the same event log, so there is nothing to be"
          + " uncertain of";
  static final String NO_VARIANCE = "every seed gave the same value";

  /**
   * Of one value a seed.
   *
   * @param sameLogs whether all seeds gave the same event logs
   */
  static MeanEstimate of(double[] values, boolean sameLogs) {
    int n = values.length;
    if (n == 0) {
      return new MeanEstimate(0, null, null, null, null, NO_SEED);
    }
    double mean = mean(values);
    if (n == 1) {
      return new MeanEstimate(1, mean, null, null, null, ONE_SEED);
    }
    if (isConstant(values)) {
      String why = sameLogs ? SEEDS_CHANGE_NOTHING : NO_VARIANCE;
      return new MeanEstimate(n, values[0], 0.0, null, null, why);
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / (n - 1));
    double half = quantile(n - 1) * deviation / Math.sqrt(n);
    return new MeanEstimate(n, mean, deviation, mean - half, mean + half, null);
  }

  /** The two-sided 95 % point of Student's distribution. */
  static double quantile(int degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }
}
