package org.suanwang.market.distribution;

/** A probability distribution as functions. Immutable, for any number of threads. */
public interface Law {
  /**
   * The values that shares of the probability lie at or below: the inverse of the cumulative
   * distribution function, which rises everywhere or stays.
   *
   * @param probabilities each above 0 and below 1
   * @param values where they are put, always finite; may be the same array
   * @param n how many, from the front
   */
  void inverse(double[] probabilities, double[] values, int n);

  /** How much of the probability, from 0 to 1, lies at or below a value. */
  double cdf(double value);

  /** The value of one probability. */
  default double inverse(double probability) {
    double[] one = {probability};
    inverse(one, one, 1);
    return one[0];
  }
}
