package org.suanwang.market.evaluation;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Function;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.parameter.Range;

/** Rationals; uncertainty is left aside. */
final class ExactArithmetic implements Arithmetic<Reading.Exact> {
  /** A root is found in a few tens of steps, each as long as the number. */
  static final int ROOT_STEPS = 6;

  private final Effort effort;

  ExactArithmetic(Effort effort) {
    this.effort = effort;
  }

  @Override
  public Reading.Exact of(BigFraction value) {
    return new Reading.Exact(effort.limited(value), false);
  }

  @Override
  public Reading.Exact of(BigFraction value, @Nullable Range reach) {
    return of(value);
  }

  @Override
  public Reading.Exact negate(Reading.Exact a) {
    return new Reading.Exact(a.value().negate(), a.approximate());
  }

  @Override
  public Reading.Exact add(Reading.Exact a, Reading.Exact b) {
    return of(a.value().add(b.value()), a, b);
  }

  @Override
  public Reading.Exact multiply(Reading.Exact a, Reading.Exact b) {
    return of(a.value().multiply(b.value()), a, b);
  }

  @Override
  public Reading.Exact divide(Reading.Exact a, Reading.Exact b) {
    return of(Rationals.divide(a.value(), b.value()), a, b);
  }

  @Override
  public Reading.Exact power(Reading.Exact base, Reading.Exact exponent) {
    if (Rationals.isWhole(exponent.value())) {
      return of(Rationals.wholePower(base.value(), exponent.value()), base, exponent);
    }
    effort.spend(Rationals.rootBits(base.value(), exponent.value()) * ROOT_STEPS);
    BigFraction root = Rationals.rootPower(base.value(), exponent.value());
    int degree = exponent.value().getDenominator().intValue();
    BigFraction back = Rationals.wholePower(base.value(), exponent.value().multiply(degree));
    boolean cut = !root.pow(degree).equals(back);
    return new Reading.Exact(
        effort.limited(root), cut || base.approximate() || exponent.approximate());
  }

  @Override
  public Reading.Exact min(Reading.Exact a, Reading.Exact b) {
    return a.value().compareTo(b.value()) <= 0 ? a : b;
  }

  @Override
  public Reading.Exact max(Reading.Exact a, Reading.Exact b) {
    return a.value().compareTo(b.value()) >= 0 ? a : b;
  }

  @Override
  public Reading.Exact toStep(Reading.Exact a, Reading.Exact step, Function how) {
    return of(Rationals.toStep(a.value(), step.value(), how), a, step);
  }

  @Override
  public Reading.Exact round(Reading.Exact a, RoundingPolicy policy) {
    return new Reading.Exact(policy.round(a.value()), a.approximate());
  }

  @Override
  public String print(Reading.Exact a, RoundingPolicy policy) {
    return policy.print(a.value());
  }

  @Override
  public Reading reading(Reading.Exact a) {
    return a;
  }

  private Reading.Exact of(BigFraction value, Reading.Exact a, Reading.Exact b) {
    return new Reading.Exact(effort.limited(value), a.approximate() || b.approximate());
  }
}
