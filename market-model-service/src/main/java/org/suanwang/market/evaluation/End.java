package org.suanwang.market.evaluation;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An end of a range: a number, or beyond all numbers on one side.
 *
 * @param side -1 below all numbers, 1 above all numbers, 0 a number
 * @param value 0 when it is beyond all numbers
 */
record End(int side, BigFraction value) implements Comparable<End> {
  static final End BELOW = new End(-1, BigFraction.ZERO);
  static final End ABOVE = new End(1, BigFraction.ZERO);

  static End of(BigFraction value) {
    return new End(0, value);
  }

  static End low(Reading.Range range) {
    return range.low() == null ? BELOW : of(range.low());
  }

  static End high(Reading.Range range) {
    return range.high() == null ? ABOVE : of(range.high());
  }

  /** Null when it is beyond all numbers, as ranges have it. */
  @Nullable BigFraction orNothing() {
    return side == 0 ? value : null;
  }

  int signum() {
    return side == 0 ? value.signum() : side;
  }

  /** What products come up to; zero times any number, however large, is zero. */
  End multiply(End other, Effort effort) {
    if (side == 0 && other.side == 0) {
      return of(effort.limited(value.multiply(other.value)));
    }
    int sign = signum() * other.signum();
    return sign == 0 ? of(BigFraction.ZERO) : sign < 0 ? BELOW : ABOVE;
  }

  @Override
  public int compareTo(End other) {
    return side == 0 && other.side == 0
        ? value.compareTo(other.value)
        : Integer.compare(side, other.side);
  }
}
