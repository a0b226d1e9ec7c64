package org.suanwang.market.distribution;

import java.util.Arrays;

/** Straight lines between stated quantiles; both arrays rise. */
final class QuantileLaw implements Law {
  private final double[] probabilities;
  private final double[] values;

  QuantileLaw(double[] probabilities, double[] values) {
    this.probabilities = probabilities.clone();
    this.values = values.clone();
  }

  @Override
  public void inverse(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = interpolate(probabilities, values, from[i]);
    }
  }

  @Override
  public double cdf(double value) {
    return value <= values[0]
        ? 0
        : value >= values[values.length - 1] ? 1 : interpolate(values, probabilities, value);
  }

  private static double interpolate(double[] x, double[] y, double at) {
    int found = Arrays.binarySearch(x, at);
    if (found >= 0) {
      return y[found];
    }
    int right = Math.clamp(-found - 1, 1, x.length - 1);
    double share = (at - x[right - 1]) / (x[right] - x[right - 1]);
    return y[right - 1] + share * (y[right] - y[right - 1]);
  }
}
