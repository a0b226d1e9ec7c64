package org.suanwang.scheduling.inference;

/**
 * A Poisson distribution cut off at a greatest value. Built on products and quotients outwards from
 * its mode, which give the same bits everywhere and do not underflow.
 */
final class PoissonShare {
  private static final double NEGLIGIBLE = 1e-18;

  private PoissonShare() {}

  /** Probability of at most {@code value}, given at most {@code max}. */
  static double upTo(int value, double mean, int max) {
    if (value >= max) {
      return 1;
    }
    int mode = (int) Math.min(max, mean);
    double all = 1;
    double below = mode <= value ? 1 : 0;
    double term = 1;
    for (int k = mode; k > 0 && term > NEGLIGIBLE; k--) {
      term *= k / mean;
      all += term;
      below += k - 1 <= value ? term : 0;
    }
    term = 1;
    for (int k = mode + 1; k <= max && term > NEGLIGIBLE; k++) {
      term *= mean / k;
      all += term;
      below += k <= value ? term : 0;
    }
    return below / all;
  }
}
