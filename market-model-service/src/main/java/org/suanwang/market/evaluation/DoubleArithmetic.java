package org.suanwang.market.evaluation;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Function;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.parameter.Range;

/** Floating point; a result that is no finite number is refused as in the other modes. */
final class DoubleArithmetic implements Arithmetic<Double> {
  @Override
  public Double of(BigFraction value) {
    return finite(value.doubleValue());
  }

  @Override
  public Double of(BigFraction value, @Nullable Range reach) {
    return of(value);
  }

  @Override
  public Double negate(Double a) {
    return -a;
  }

  @Override
  public Double add(Double a, Double b) {
    return finite(a + b);
  }

  @Override
  public Double multiply(Double a, Double b) {
    return finite(a * b);
  }

  @Override
  public Double divide(Double a, Double b) {
    if (b == 0) {
      throw new ArithmeticException("division by zero");
    }
    return finite(a / b);
  }

  @Override
  public Double power(Double base, Double exponent) {
    if (base < 0 && exponent != Math.rint(exponent)) {
      throw new ArithmeticException("a root of a negative number");
    }
    if (base == 0 && exponent < 0) {
      throw new ArithmeticException("division by zero: a negative power of zero");
    }
    return finite(StrictMath.pow(base, exponent));
  }

  @Override
  public Double min(Double a, Double b) {
    return Math.min(a, b);
  }

  @Override
  public Double max(Double a, Double b) {
    return Math.max(a, b);
  }

  @Override
  public Double toStep(Double a, Double step, Function how) {
    if (step <= 0) {
      throw new ArithmeticException("the step to round to must be above zero");
    }
    double steps = finite(a / step);
    double rounded =
        switch (how) {
          case FLOOR -> Math.floor(steps);
          case CEILING -> Math.ceil(steps);
          case ROUND, MIN, MAX -> Math.copySign(Math.floor(Math.abs(steps) + 0.5), steps);
        };
    return finite(rounded * step);
  }

  @Override
  public Double round(Double a, RoundingPolicy policy) {
    return finite(decimal(a, policy).doubleValue());
  }

  @Override
  public String print(Double a, RoundingPolicy policy) {
    return decimal(a, policy).toPlainString();
  }

  @Override
  public Reading reading(Double a) {
    return new Reading.Approximate(a);
  }

  /** The shortest decimal that is this double, so that noise in the 17th digit tips no rounding. */
  private static BigDecimal decimal(double a, RoundingPolicy policy) {
    return BigDecimal.valueOf(a).setScale(policy.decimals(), policy.mode());
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("the number is beyond what a double holds");
    }
    return value;
  }
}
