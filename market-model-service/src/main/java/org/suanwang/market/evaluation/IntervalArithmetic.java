package org.suanwang.market.evaluation;

import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Function;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.parameter.Range;

/**
 * The lowest and highest values, with rational ends or, where nothing bounds them, none. A name
 * that stands twice in a formula is treated as two, so a range contains the truth and may be wider
 * than it.
 */
final class IntervalArithmetic implements Arithmetic<Reading.Range> {
  private final Effort effort;

  IntervalArithmetic(Effort effort) {
    this.effort = effort;
  }

  @Override
  public Reading.Range of(BigFraction value) {
    BigFraction limited = effort.limited(value);
    return new Reading.Range(limited, limited);
  }

  @Override
  public Reading.Range of(BigFraction value, @Nullable Range reach) {
    return reach == null
        ? of(value)
        : new Reading.Range(limitedEnd(reach.low()), limitedEnd(reach.high()));
  }

  private @Nullable BigFraction limitedEnd(@Nullable BigFraction end) {
    return end == null ? null : effort.limited(end);
  }

  @Override
  public Reading.Range negate(Reading.Range a) {
    return new Reading.Range(
        a.high() == null ? null : a.high().negate(), a.low() == null ? null : a.low().negate());
  }

  @Override
  public Reading.Range add(Reading.Range a, Reading.Range b) {
    return new Reading.Range(sum(a.low(), b.low()), sum(a.high(), b.high()));
  }

  private @Nullable BigFraction sum(@Nullable BigFraction a, @Nullable BigFraction b) {
    return a == null || b == null ? null : effort.limited(a.add(b));
  }

  @Override
  public Reading.Range multiply(Reading.Range a, Reading.Range b) {
    return span(
        List.of(
            End.low(a).multiply(End.low(b), effort),
            End.low(a).multiply(End.high(b), effort),
            End.high(a).multiply(End.low(b), effort),
            End.high(a).multiply(End.high(b), effort)));
  }

  @Override
  public Reading.Range divide(Reading.Range a, Reading.Range b) {
    if (mayBeZero(b)) {
      throw new ArithmeticException("division by zero: the divisor may be zero");
    }
    return multiply(a, new Reading.Range(reciprocal(b.high()), reciprocal(b.low())));
  }

  private static boolean mayBeZero(Reading.Range a) {
    return End.low(a).signum() <= 0 && End.high(a).signum() >= 0;
  }

  private static BigFraction reciprocal(@Nullable BigFraction end) {
    return end == null ? BigFraction.ZERO : end.reciprocal();
  }

  @Override
  public Reading.Range power(Reading.Range base, Reading.Range exponent) {
    BigFraction n = exponent.low();
    if (n == null || !n.equals(exponent.high())) {
      throw new ArithmeticException("an exponent must be one number, not a range");
    }
    if (n.signum() < 0 && mayBeZero(base)) {
      throw new ArithmeticException("division by zero: the base may be zero");
    }
    Reading.Range powers = span(List.of(power(End.low(base), n), power(End.high(base), n)));
    boolean straddles = End.low(base).signum() < 0 && End.high(base).signum() > 0;
    return straddles && isEven(n) && n.signum() > 0
        ? new Reading.Range(BigFraction.ZERO, powers.high())
        : powers;
  }

  private static boolean isEven(BigFraction n) {
    return Rationals.isWhole(n) && !n.getNumerator().testBit(0);
  }

  private End power(End base, BigFraction n) {
    if (base.side() == 0) {
      return End.of(
          Rationals.isWhole(n)
              ? effort.limited(Rationals.wholePower(base.value(), n))
              : root(base.value(), n));
    }
    if (!Rationals.isWhole(n) && base.side() < 0) {
      throw new ArithmeticException("a root of a negative number");
    }
    if (n.signum() <= 0) {
      return End.of(n.signum() == 0 ? BigFraction.ONE : BigFraction.ZERO);
    }
    return base.side() < 0 && !isEven(n) ? End.BELOW : End.ABOVE;
  }

  @Override
  public Reading.Range min(Reading.Range a, Reading.Range b) {
    return new Reading.Range(
        Collections.min(List.of(End.low(a), End.low(b))).orNothing(),
        Collections.min(List.of(End.high(a), End.high(b))).orNothing());
  }

  @Override
  public Reading.Range max(Reading.Range a, Reading.Range b) {
    return new Reading.Range(
        Collections.max(List.of(End.low(a), End.low(b))).orNothing(),
        Collections.max(List.of(End.high(a), End.high(b))).orNothing());
  }

  @Override
  public Reading.Range toStep(Reading.Range a, Reading.Range step, Function how) {
    BigFraction low = step.low();
    BigFraction high = step.high();
    if (low == null || high == null) {
      throw new ArithmeticException("the step to round to must have a low and a high end");
    }
    return new Reading.Range(
        a.low() == null ? null : effort.limited(Rationals.toStep(a.low(), low, how)),
        a.high() == null ? null : effort.limited(Rationals.toStep(a.high(), high, how)));
  }

  @Override
  public Reading.Range round(Reading.Range a, RoundingPolicy policy) {
    return new Reading.Range(
        a.low() == null ? null : policy.round(a.low()),
        a.high() == null ? null : policy.round(a.high()));
  }

  @Override
  public String print(Reading.Range a, RoundingPolicy policy) {
    String low = a.low() == null ? "" : policy.print(a.low());
    String high = a.high() == null ? "" : policy.print(a.high());
    if (low.equals(high)) {
      return low.isEmpty() ? "any number" : low;
    }
    return low.isEmpty()
        ? "at most " + high
        : high.isEmpty() ? "at least " + low : low + "…" + high;
  }

  @Override
  public Reading reading(Reading.Range a) {
    return a;
  }

  private BigFraction root(BigFraction base, BigFraction exponent) {
    effort.spend(Rationals.rootBits(base, exponent) * ExactArithmetic.ROOT_STEPS);
    return effort.limited(Rationals.rootPower(base, exponent));
  }

  private static Reading.Range span(List<End> ends) {
    return new Reading.Range(Collections.min(ends).orNothing(), Collections.max(ends).orNothing());
  }
}
