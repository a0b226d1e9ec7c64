package org.suanwang.market.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.formula.Function;
import org.suanwang.market.quantity.Numeral;

/** Operations on rationals that refuse what has no result or a result that is far too long. */
final class Rationals {
  private static final int POWER_MAX = 1000;
  private static final int ROOT_MAX = 64;
  private static final int ROOT_DIGITS = 40;

  /** A root of 40 digits is found in a number of so many bits for each degree. */
  private static final int ROOT_BITS = 140;

  private Rationals() {}

  static BigFraction divide(BigFraction a, BigFraction b) {
    if (b.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    return a.divide(b);
  }

  static BigFraction toStep(BigFraction a, BigFraction step, Function how) {
    if (step.signum() <= 0) {
      throw new ArithmeticException("the step to round to must be above zero");
    }
    RoundingMode mode =
        switch (how) {
          case FLOOR -> RoundingMode.FLOOR;
          case CEILING -> RoundingMode.CEILING;
          case ROUND, MIN, MAX -> RoundingMode.HALF_UP;
        };
    BigDecimal steps = divide(a, step).bigDecimalValue(0, mode);
    return BigFraction.of(steps.toBigIntegerExact()).multiply(step);
  }

  /** Is this power computed without a root? */
  static boolean isWhole(BigFraction exponent) {
    return exponent.getDenominator().equals(BigInteger.ONE);
  }

  static BigFraction wholePower(BigFraction base, BigFraction exponent) {
    BigInteger n = exponent.getNumerator();
    if (n.bitLength() >= Integer.SIZE || Math.abs(n.intValue()) > POWER_MAX) {
      throw new ArithmeticException("an exponent beyond " + POWER_MAX + " is not computed");
    }
    if (base.signum() == 0 && n.signum() < 0) {
      throw new ArithmeticException("division by zero: a negative power of zero");
    }
    long bits =
        (long) Math.abs(n.intValue())
            * Math.max(base.getNumerator().bitLength(), base.getDenominator().bitLength());
    if (bits > 2L * Numeral.BITS_MAX) {
      throw new ArithmeticException("the power is too long to be exact; use mode double");
    }
    return base.pow(n.intValue());
  }

  /** About how many bits the numbers hold with which a root is found. */
  static long rootBits(BigFraction base, BigFraction exponent) {
    long bits = Math.max(base.getNumerator().bitLength(), base.getDenominator().bitLength());
    long power = Math.abs(exponent.getNumerator().longValue());
    return bits * Math.min(power, POWER_MAX) + exponent.getDenominator().longValue() * ROOT_BITS;
  }

  /** base^(p/q): exact when the q-th roots are whole, else cut at 40 significant digits. */
  static BigFraction rootPower(BigFraction base, BigFraction exponent) {
    if (base.signum() < 0) {
      throw new ArithmeticException("a root of a negative number");
    }
    if (exponent.getDenominator().bitLength() > 7
        || exponent.getDenominator().intValue() > ROOT_MAX) {
      throw new ArithmeticException(
          "a root beyond the " + ROOT_MAX + "th is not computed exactly; use mode double");
    }
    BigFraction whole = BigFraction.of(exponent.getNumerator());
    BigFraction power = wholePower(base, whole);
    return root(power, exponent.getDenominator().intValue());
  }

  private static BigFraction root(BigFraction value, int degree) {
    if (value.signum() == 0) {
      return value;
    }
    BigInteger numerator = floorRoot(value.getNumerator(), degree);
    BigInteger denominator = floorRoot(value.getDenominator(), degree);
    BigFraction candidate = BigFraction.of(numerator, denominator.max(BigInteger.ONE));
    if (candidate.pow(degree).equals(value)) {
      return candidate;
    }
    int magnitude = value.getDenominator().bitLength() - value.getNumerator().bitLength();
    int decimals = ROOT_DIGITS + Math.max(0, magnitude / 3 / degree + 1);
    BigInteger scaled =
        value
            .getNumerator()
            .multiply(BigInteger.TEN.pow(decimals * degree))
            .divide(value.getDenominator());
    return BigFraction.of(floorRoot(scaled, degree), BigInteger.TEN.pow(decimals));
  }

  /** Newton's iteration from above, which falls until it has the floor of the root. */
  private static BigInteger floorRoot(BigInteger value, int degree) {
    BigInteger previous = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
    BigInteger n = BigInteger.valueOf(degree);
    while (true) {
      BigInteger next =
          previous
              .multiply(BigInteger.valueOf(degree - 1L))
              .add(value.divide(previous.pow(degree - 1)))
              .divide(n);
      if (next.compareTo(previous) >= 0) {
        return previous;
      }
      previous = next;
    }
  }
}
