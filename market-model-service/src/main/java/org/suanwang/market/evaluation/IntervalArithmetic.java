package org.suanwang.market.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.formula.Function;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.parameter.Uncertainty;

/**
 * The lowest and highest values, with rational ends. A name that stands twice in a formula is
 * treated as two, so a range contains the truth and may be wider than it.
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
  public Reading.Range of(BigFraction value, Uncertainty uncertainty) {
    var reach = uncertainty.reach();
    return reach == null || reach.low() == null || reach.high() == null
        ? of(value)
        : new Reading.Range(effort.limited(reach.low()), effort.limited(reach.high()));
  }

  @Override
  public Reading.Range negate(Reading.Range a) {
    return new Reading.Range(a.high().negate(), a.low().negate());
  }

  @Override
  public Reading.Range add(Reading.Range a, Reading.Range b) {
    return new Reading.Range(
        effort.limited(a.low().add(b.low())), effort.limited(a.high().add(b.high())));
  }

  @Override
  public Reading.Range multiply(Reading.Range a, Reading.Range b) {
    return span(
        List.of(
            effort.limited(a.low().multiply(b.low())),
            effort.limited(a.low().multiply(b.high())),
            effort.limited(a.high().multiply(b.low())),
            effort.limited(a.high().multiply(b.high()))));
  }

  @Override
  public Reading.Range divide(Reading.Range a, Reading.Range b) {
    if (b.low().signum() <= 0 && b.high().signum() >= 0) {
      throw new ArithmeticException("division by zero: the divisor may be zero");
    }
    return multiply(a, new Reading.Range(b.high().reciprocal(), b.low().reciprocal()));
  }

  @Override
  public Reading.Range power(Reading.Range base, Reading.Range exponent) {
    BigFraction n = exponent.low();
    if (!n.equals(exponent.high())) {
      throw new ArithmeticException("an exponent must be one number, not a range");
    }
    if (!Rationals.isWhole(n)) {
      return ends(base, end -> root(end, n));
    }
    boolean straddles = base.low().signum() < 0 && base.high().signum() > 0;
    if (n.signum() < 0 && base.low().signum() <= 0 && base.high().signum() >= 0) {
      throw new ArithmeticException("division by zero: the base may be zero");
    }
    Reading.Range powers = ends(base, end -> effort.limited(Rationals.wholePower(end, n)));
    boolean even = !n.getNumerator().testBit(0);
    return straddles && even && n.signum() > 0
        ? new Reading.Range(BigFraction.ZERO, powers.high())
        : powers;
  }

  @Override
  public Reading.Range min(Reading.Range a, Reading.Range b) {
    return new Reading.Range(
        Collections.min(List.of(a.low(), b.low())), Collections.min(List.of(a.high(), b.high())));
  }

  @Override
  public Reading.Range max(Reading.Range a, Reading.Range b) {
    return new Reading.Range(
        Collections.max(List.of(a.low(), b.low())), Collections.max(List.of(a.high(), b.high())));
  }

  @Override
  public Reading.Range toStep(Reading.Range a, Reading.Range step, Function how) {
    return new Reading.Range(
        effort.limited(Rationals.toStep(a.low(), step.low(), how)),
        effort.limited(Rationals.toStep(a.high(), step.high(), how)));
  }

  @Override
  public Reading.Range round(Reading.Range a, RoundingPolicy policy) {
    return new Reading.Range(policy.round(a.low()), policy.round(a.high()));
  }

  @Override
  public String print(Reading.Range a, RoundingPolicy policy) {
    String low = policy.print(a.low());
    String high = policy.print(a.high());
    return low.equals(high) ? low : low + "…" + high;
  }

  @Override
  public Reading reading(Reading.Range a) {
    return a;
  }

  private BigFraction root(BigFraction base, BigFraction exponent) {
    effort.spend(Rationals.rootBits(base, exponent) * ExactArithmetic.ROOT_STEPS);
    return effort.limited(Rationals.rootPower(base, exponent));
  }

  private static Reading.Range ends(Reading.Range a, UnaryOperator<BigFraction> monotone) {
    return span(List.of(monotone.apply(a.low()), monotone.apply(a.high())));
  }

  private static Reading.Range span(List<BigFraction> values) {
    return new Reading.Range(Collections.min(values), Collections.max(values));
  }
}
