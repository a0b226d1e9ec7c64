package org.suanwang.market.distribution;

record NormalLaw(double mean, double sd) implements Law {
  @Override
  public void inverse(double[] probabilities, double[] values, int n) {
    StandardNormal.inverse(probabilities, values, n);
    for (int i = 0; i < n; i++) {
      values[i] = mean + sd * values[i];
    }
  }

  @Override
  public double cdf(double value) {
    return StandardNormal.cdf((value - mean) / sd);
  }
}
