package org.suanwang.market.evaluation;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.quantity.Numeral;

/** A computed number in the unit of what it is the number of; its form tells the mode. */
public sealed interface Reading {
  int DIGITS_SHOWN = 12;

  /**
   * A rational.
   *
   * @param approximate a root was cut at 40 digits on the way
   */
  record Exact(BigFraction value, boolean approximate) implements Reading {}

  record Approximate(double value) implements Reading {}

  /**
   * All numbers from a low to a high end.
   *
   * @param low null when there is none
   * @param high null when there is none
   */
  record Range(@Nullable BigFraction low, @Nullable BigFraction high) implements Reading {
    private String shown() {
      return "[" + shown(low) + ", " + shown(high) + "]";
    }

    private static String shown(@Nullable BigFraction end) {
      return end == null ? "no end" : Numeral.writeShort(end, DIGITS_SHOWN);
    }

    private double between() {
      if (low == null || high == null) {
        BigFraction end = low == null ? high : low;
        return end == null ? Double.NaN : end.doubleValue();
      }
      return low.add(high).divide(2).doubleValue();
    }
  }

  /** For messages and formulas: at most 12 digits. */
  default String text() {
    return switch (this) {
      case Exact exact -> Numeral.writeShort(exact.value(), DIGITS_SHOWN);
      case Approximate approximate -> plain(approximate.value());
      case Range range -> range.shown();
    };
  }

  /** One number for it: of a range the middle, or its only end; NaN when it has none. */
  default double middle() {
    return switch (this) {
      case Exact exact -> exact.value().doubleValue();
      case Approximate approximate -> approximate.value();
      case Range range -> range.between();
    };
  }

  private static String plain(double value) {
    BigDecimal stripped = BigDecimal.valueOf(value).stripTrailingZeros();
    return Math.abs(stripped.scale()) > 20 ? stripped.toString() : stripped.toPlainString();
  }
}
