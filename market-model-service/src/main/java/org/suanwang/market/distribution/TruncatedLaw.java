package org.suanwang.market.distribution;

/**
 * What is left of a law between two values, by mapping the probabilities into what lies between.
 *
 * @param below how much of the whole probability lies at or below the low end
 * @param within how much lies between the ends
 */
record TruncatedLaw(Law whole, double low, double high, double below, double within)
    implements Law {
  @Override
  public void inverse(double[] probabilities, double[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] =
          Math.clamp(below + within * probabilities[i], Double.MIN_NORMAL, Math.nextDown(1.0));
    }
    whole.inverse(values, values, n);
    for (int i = 0; i < n; i++) {
      values[i] = Math.min(Math.max(values[i], low), high);
    }
  }

  @Override
  public double cdf(double value) {
    return Math.clamp((whole.cdf(value) - below) / within, 0.0, 1.0);
  }
}
