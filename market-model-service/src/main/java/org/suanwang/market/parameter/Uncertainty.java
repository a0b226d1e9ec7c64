package org.suanwang.market.parameter;

import org.apache.commons.numbers.fraction.BigFraction;

/** What is known about how far the true value may lie from the stated one. */
public sealed interface Uncertainty {
  /** Nothing is stated, so the value is taken as it stands; not a claim that it is exact. */
  record Unstated() implements Uncertainty {}

  /** The true value lies between the two, in the parameter's unit; nothing is said within. */
  record Interval(BigFraction low, BigFraction high, String rationale) implements Uncertainty {}
}
