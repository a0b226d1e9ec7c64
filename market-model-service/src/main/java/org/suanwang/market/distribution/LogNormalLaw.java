package org.suanwang.market.distribution;

/**
 * Its logarithm is normal.
 *
 * @param sd standard deviation of the natural logarithm
 */
record LogNormalLaw(double median, double sd) implements Law {
  @Override
  public void inverse(double[] probabilities, double[] values, int n) {
    StandardNormal.inverse(probabilities, values, n);
    for (int i = 0; i < n; i++) {
      values[i] = median * StrictMath.exp(sd * values[i]);
    }
  }

  @Override
  public double cdf(double value) {
    return value <= 0 ? 0 : StandardNormal.cdf(StrictMath.log(value / median) / sd);
  }
}
