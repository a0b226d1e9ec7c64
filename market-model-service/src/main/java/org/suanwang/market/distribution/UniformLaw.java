package org.suanwang.market.distribution;

record UniformLaw(double low, double high) implements Law {
  @Override
  public void inverse(double[] probabilities, double[] values, int n) {
    double width = high - low;
    for (int i = 0; i < n; i++) {
      values[i] = low + width * probabilities[i];
    }
  }

  @Override
  public double cdf(double value) {
    return Math.clamp((value - low) / (high - low), 0.0, 1.0);
  }
}
