package org.suanwang.market.program;

import java.math.BigDecimal;
import org.suanwang.market.formula.RoundingPolicy;

/**
 * Rounds doubles under a policy to the very doubles that decimal arithmetic gives. It decides in
 * floating point where that is far enough from a tie, and by decimals where it is not.
 */
final class Printing {
  private static final double[] POWERS = powers();

  /** Below it, a scaled number is known to far better than the margin. */
  private static final double SCALED_MAX = 1e8;

  private static final double MARGIN = 1e-6;

  private final RoundingPolicy policy;

  Printing(RoundingPolicy policy) {
    this.policy = policy;
  }

  private static double[] powers() {
    double[] powers = new double[16];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  void round(double[] from, double[] to, int n) {
    int decimals = policy.decimals();
    boolean quick = Math.abs(decimals) < POWERS.length;
    double power = quick ? POWERS[Math.abs(decimals)] : 1;
    for (int i = 0; i < n; i++) {
      double value = from[i];
      double scaled = Math.abs(decimals > 0 ? value * power : value / power);
      double whole = Math.floor(scaled);
      double part = scaled - whole;
      if (quick && scaled < SCALED_MAX && isClear(part)) {
        double up = isUp(part, value < 0) ? whole + 1 : whole;
        to[i] = Math.copySign(decimals > 0 ? up / power : up * power, value) + 0.0;
      } else {
        to[i] = slow(value);
      }
    }
  }

  private static boolean isClear(double part) {
    return part > MARGIN && part < 1 - MARGIN && Math.abs(part - 0.5) > MARGIN;
  }

  private boolean isUp(double part, boolean negative) {
    return switch (policy.mode()) {
      case HALF_UP, HALF_DOWN, HALF_EVEN -> part > 0.5;
      case UP -> true;
      case DOWN -> false;
      case CEILING -> !negative;
      case FLOOR -> negative;
      case UNNECESSARY -> throw new ArithmeticException("the policy does not say how to round");
    };
  }

  private double slow(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(policy.decimals(), policy.mode()).doubleValue()
        : Double.NaN;
  }
}
