package org.suanwang.scheduling.metrics;

import java.util.List;
import org.suanwang.scheduling.energy.HourIntegral;

/**
 * Sums weight × what some values come to over times, bucket by bucket. The whole buckets of a time
 * are only marked at its two ends, in whole numbers, so nothing is left of a weight that is gone.
 */
final class IntegralSums {
  private final Buckets buckets;
  private final List<HourIntegral> integrals;
  private final double[][] partial;
  private final long[] wholeChange;

  IntegralSums(Buckets buckets, List<HourIntegral> integrals) {
    this.buckets = buckets;
    this.integrals = integrals;
    partial = new double[integrals.size()][buckets.count()];
    wholeChange = new long[buckets.count() + 1];
  }

  /** Adds a time inside the window. */
  void add(long fromSeconds, long toSeconds, long weight) {
    if (fromSeconds >= toSeconds) {
      return;
    }
    int first = buckets.at(fromSeconds);
    int last = buckets.at(toSeconds - 1);
    if (first == last) {
      addPart(first, fromSeconds, toSeconds, weight);
      return;
    }
    addPart(first, fromSeconds, buckets.from(first + 1), weight);
    addPart(last, buckets.from(last), toSeconds, weight);
    wholeChange[first + 1] += weight;
    wholeChange[last] -= weight;
  }

  private void addPart(int bucket, long from, long to, long weight) {
    for (int i = 0; i < integrals.size(); i++) {
      partial[i][bucket] += weight * over(integrals.get(i), from, to);
    }
  }

  private static double over(HourIntegral integral, long from, long to) {
    return integral.until(to) - integral.until(from);
  }

  /** The sums of all buckets of one of the integrals. */
  double[] sums(int integral) {
    double[] sums = new double[buckets.count()];
    long whole = 0;
    for (int bucket = 0; bucket < sums.length; bucket++) {
      whole += wholeChange[bucket];
      sums[bucket] =
          partial[integral][bucket]
              + whole
                  * over(integrals.get(integral), buckets.from(bucket), buckets.from(bucket + 1));
    }
    return sums;
  }
}
