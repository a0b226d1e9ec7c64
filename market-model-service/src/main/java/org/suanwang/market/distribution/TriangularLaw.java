package org.suanwang.market.distribution;

record TriangularLaw(double low, double mode, double high) implements Law {
  /**
   * Two roots, of which one stands still on either side of the mode, instead of a branch: the
   * probability's side is a toss-up that no processor foresees.
   */
  @Override
  public void inverse(double[] probabilities, double[] values, int n) {
    double below = (mode - low) / (high - low);
    double above = (high - mode) / (high - low);
    double rise = (high - low) * (mode - low);
    double fall = (high - low) * (high - mode);
    double start = low + (high - mode);
    for (int i = 0; i < n; i++) {
      double p = probabilities[i];
      values[i] =
          start + Math.sqrt(Math.min(p, below) * rise) - Math.sqrt(Math.min(1 - p, above) * fall);
    }
  }

  @Override
  public double cdf(double value) {
    if (value <= low || value >= high) {
      return value <= low ? 0 : 1;
    }
    return value < mode
        ? (value - low) * (value - low) / ((high - low) * (mode - low))
        : 1 - (high - value) * (high - value) / ((high - low) * (high - mode));
  }
}
