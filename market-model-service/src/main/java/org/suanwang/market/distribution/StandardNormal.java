package org.suanwang.market.distribution;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * The standard normal distribution and its inverse, algorithm AS 241 (PPND16) of M. J. Wichura, The
 * percentage points of the normal distribution, Applied Statistics 37 (1988): relative error about
 * 1e-16. It uses only operations that are the same on every platform.
 */
// The coefficients are kept as they are printed.
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class StandardNormal {
  private static final double CENTRE = 0.425;
  private static final double CENTRE_SQUARED = 0.180625;
  private static final double TAIL = 5;
  private static final double TAIL_SHIFT = 1.6;
  private static final double SQRT_2 = 1.4142135623730951;

  private StandardNormal() {}

  /** How much of the probability lies at or below z. */
  public static double cdf(double z) {
    return 0.5 * Erfc.value(-z / SQRT_2);
  }

  /** The inverse, for a probability above 0 and below 1. */
  public static double inverse(double probability) {
    double q = probability - 0.5;
    return Math.abs(q) <= CENTRE ? centre(q) : tail(probability);
  }

  /**
   * The inverse of the first n, which may be put where they were. The centre is a loop without
   * branches; the tails, 15 % of the draws, are gathered and computed apart, in loops as well.
   */
  static void inverse(double[] probabilities, double[] values, int n) {
    int[] tails = new int[n];
    double[] ends = new double[n];
    int count = findTails(probabilities, n, tails);
    computeTails(probabilities, tails, ends, count);
    for (int i = 0; i < n; i++) {
      values[i] = centre(probabilities[i] - 0.5);
    }
    for (int k = 0; k < count; k++) {
      values[tails[k]] = ends[k];
    }
  }

  private static int findTails(double[] probabilities, int n, int[] tails) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      tails[count] = i;
      count += Math.abs(probabilities[i] - 0.5) > CENTRE ? 1 : 0;
    }
    return count;
  }

  private static void computeTails(double[] probabilities, int[] tails, double[] ends, int count) {
    double[] roots = new double[count];
    for (int k = 0; k < count; k++) {
      roots[k] = root(probabilities[tails[k]]);
    }
    for (int k = 0; k < count; k++) {
      ends[k] = near(roots[k] - TAIL_SHIFT);
    }
    for (int k = 0; k < count; k++) {
      double z = roots[k] <= TAIL ? ends[k] : far(roots[k] - TAIL);
      ends[k] = probabilities[tails[k]] < 0.5 ? -z : z;
    }
  }

  private static double centre(double q) {
    double r = CENTRE_SQUARED - q * q;
    double top =
        ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4)
                                                * r
                                            + 4.5921953931549871457e4)
                                        * r
                                    + 1.3731693765509461125e4)
                                * r
                            + 1.9715909503065514427e3)
                        * r
                    + 1.3314166789178437745e2)
                * r
            + 3.3871328727963666080e0;
    double bottom =
        ((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r + 3.9307895800092710610e4)
                                                * r
                                            + 2.1213794301586595867e4)
                                        * r
                                    + 5.3941960214247511077e3)
                                * r
                            + 6.8718700749205790830e2)
                        * r
                    + 4.2313330701600911252e1)
                * r
            + 1;
    return q * top / bottom;
  }

  private static double tail(double probability) {
    double r = root(probability);
    double z = r <= TAIL ? near(r - TAIL_SHIFT) : far(r - TAIL);
    return probability < 0.5 ? -z : z;
  }

  private static double root(double probability) {
    return Math.sqrt(-StrictMath.log(Math.min(probability, 1 - probability)));
  }

  private static double near(double r) {
    double top =
        ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r
                                                    + 2.41780725177450611770e-1)
                                                * r
                                            + 1.27045825245236838258e0)
                                        * r
                                    + 3.64784832476320460504e0)
                                * r
                            + 5.76949722146069140550e0)
                        * r
                    + 4.63033784615654529590e0)
                * r
            + 1.42343711074968357734e0;
    double bottom =
        ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r
                                                    + 1.51986665636164571966e-2)
                                                * r
                                            + 1.48103976427480074590e-1)
                                        * r
                                    + 6.89767334985100004550e-1)
                                * r
                            + 1.67638483018380384940e0)
                        * r
                    + 2.05319162663775882187e0)
                * r
            + 1;
    return top / bottom;
  }

  private static double far(double r) {
    double top =
        ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r
                                                    + 1.24266094738807843860e-3)
                                                * r
                                            + 2.65321895265761230930e-2)
                                        * r
                                    + 2.96560571828504891230e-1)
                                * r
                            + 1.78482653991729133580e0)
                        * r
                    + 5.46378491116411436990e0)
                * r
            + 6.65790464350110377720e0;
    double bottom =
        ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r
                                                    + 1.84631831751005468180e-5)
                                                * r
                                            + 7.86869131145613259100e-4)
                                        * r
                                    + 1.48753612908506148525e-2)
                                * r
                            + 1.36929880922735805310e-1)
                        * r
                    + 5.99832206555887937690e-1)
                * r
            + 1;
    return top / bottom;
  }
}
