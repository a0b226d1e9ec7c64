package org.suanwang.market.parameter;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** What is known about how far the true value may lie from the stated one. */
public sealed interface Uncertainty {
  /** Why values lie so and not otherwise; empty when nothing is stated. */
  String rationale();

  /** Nothing is stated, so the value is taken as it stands; not a claim that it is exact. */
  record Unstated() implements Uncertainty {
    @Override
    public String rationale() {
      return "";
    }
  }

  /** The true value lies between the two, in the parameter's unit; nothing is said within. */
  record Interval(BigFraction low, BigFraction high, String rationale) implements Uncertainty {}

  /**
   * How likely each value is, in the parameter's unit.
   *
   * @param truncation what is cut off, so that the rest is as much more likely; {@link Range#ALL}
   *     when nothing is
   * @param rationale why this distribution and not another
   */
  record Distributed(Distribution distribution, Range truncation, String rationale)
      implements Uncertainty {
    /** Where values can lie at all. */
    public Range support() {
      return distribution.support().and(truncation);
    }
  }

  /**
   * The lowest and highest value that interval arithmetic takes: the ends where there are ends, and
   * where there are none three standard deviations, which 99.7 % of the values lie within. Null
   * when nothing is stated.
   */
  default @Nullable Range reach() {
    return switch (this) {
      case Unstated _ -> null;
      case Interval interval -> new Range(interval.low(), interval.high());
      case Distributed d -> d.support().and(d.distribution().within(3));
    };
  }

  /** The same in a unit that is so many times smaller; the factor is above zero. */
  default Uncertainty times(BigFraction factor) {
    return switch (this) {
      case Unstated unstated -> unstated;
      case Interval i ->
          new Interval(i.low().multiply(factor), i.high().multiply(factor), i.rationale());
      case Distributed d ->
          new Distributed(
              d.distribution().times(factor), d.truncation().times(factor), d.rationale());
    };
  }
}
