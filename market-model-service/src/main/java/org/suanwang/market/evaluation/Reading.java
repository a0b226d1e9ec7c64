package org.suanwang.market.evaluation;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
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

  record Range(BigFraction low, BigFraction high) implements Reading {}

  /** For messages and formulas: at most 12 digits. */
  default String text() {
    return switch (this) {
      case Exact exact -> Numeral.writeShort(exact.value(), DIGITS_SHOWN);
      case Approximate approximate -> plain(approximate.value());
      case Range range ->
          "["
              + Numeral.writeShort(range.low(), DIGITS_SHOWN)
              + ", "
              + Numeral.writeShort(range.high(), DIGITS_SHOWN)
              + "]";
    };
  }

  /** One number for it: of a range the middle. */
  default double middle() {
    return switch (this) {
      case Exact exact -> exact.value().doubleValue();
      case Approximate approximate -> approximate.value();
      case Range range -> range.low().add(range.high()).divide(2).doubleValue();
    };
  }

  private static String plain(double value) {
    BigDecimal stripped = BigDecimal.valueOf(value).stripTrailingZeros();
    return Math.abs(stripped.scale()) > 20 ? stripped.toString() : stripped.toPlainString();
  }
}
