package org.suanwang.market.distribution;

import java.util.Arrays;

/** Observed values, each with the same probability. */
final class SampleLaw implements Law {
  private final double[] sorted;

  SampleLaw(double[] values) {
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  @Override
  public void inverse(double[] probabilities, double[] values, int n) {
    int last = sorted.length - 1;
    for (int i = 0; i < n; i++) {
      values[i] = sorted[Math.min(last, (int) (probabilities[i] * sorted.length))];
    }
  }

  @Override
  public double cdf(double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / sorted.length;
  }
}
