package org.suanwang.market.parameter;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.quantity.Numeral;

/**
 * The numbers from a low to a high end, both included.
 *
 * @param low null when there is none
 * @param high null when there is none
 */
public record Range(@Nullable BigFraction low, @Nullable BigFraction high) {
  public static final Range ALL = new Range(null, null);

  private static final int DIGITS_SHOWN = 12;

  /** What lies in both. */
  public Range and(Range other) {
    return new Range(later(low, other.low, 1), later(high, other.high, -1));
  }

  private static @Nullable BigFraction later(
      @Nullable BigFraction a, @Nullable BigFraction b, int direction) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return Integer.signum(a.compareTo(b)) * direction >= 0 ? a : b;
  }

  public boolean contains(BigFraction value) {
    return (low == null || low.compareTo(value) <= 0)
        && (high == null || high.compareTo(value) >= 0);
  }

  /** Is there any number between its ends, or any at all? */
  public boolean isEmpty() {
    return low != null && high != null && low.compareTo(high) >= 0;
  }

  /** Has it both ends? */
  public boolean isBounded() {
    return low != null && high != null;
  }

  Range times(BigFraction factor) {
    return new Range(
        low == null ? null : low.multiply(factor), high == null ? null : high.multiply(factor));
  }

  public String text() {
    return shown(low) + " … " + shown(high);
  }

  private static String shown(@Nullable BigFraction end) {
    return end == null ? "(no end)" : Numeral.writeShort(end, DIGITS_SHOWN);
  }
}
