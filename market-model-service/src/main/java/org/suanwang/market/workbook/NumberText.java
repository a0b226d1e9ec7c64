package org.suanwang.market.workbook;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.quantity.Numeral;

/**
 * Numbers as formulas hold them. Spreadsheets keep 15 digits of what is written in a formula, so
 * what is longer is written as a fraction where both sides are short enough.
 */
final class NumberText {
  private static final int DIGITS_KEPT = 15;
  private static final BigInteger SHORT_BELOW = BigInteger.TEN.pow(DIGITS_KEPT);
  private static final int PLAIN_MAX = 12;

  private NumberText() {}

  static String of(BigFraction number) {
    String decimal = Numeral.write(number);
    boolean isDecimal = !decimal.contains("/");
    if (isDecimal && decimal.length() <= PLAIN_MAX) {
      return number.signum() < 0 ? "(" + decimal + ")" : decimal;
    }
    double value = number.doubleValue();
    if (!isDecimal && isShort(number.getNumerator()) && isShort(number.getDenominator())) {
      return "(" + decimal + ")";
    }
    return value < 0 ? "(" + of(value) + ")" : of(value);
  }

  /** The shortest decimal that reads as this number: {@code 1.0E+16}. */
  static String of(double value) {
    String text = Double.toString(value);
    int at = text.indexOf('E');
    if (at < 0) {
      return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
    String mantissa = text.substring(0, at);
    String exponent = text.substring(at + 1);
    return (mantissa.endsWith(".0") ? mantissa.substring(0, mantissa.length() - 2) : mantissa)
        + "E"
        + (exponent.startsWith("-") ? exponent : "+" + exponent);
  }

  /** Does a cell have to compute it, because no short decimal is the number? */
  static boolean isFraction(BigFraction number) {
    return Numeral.write(number).contains("/")
        && isShort(number.getNumerator())
        && isShort(number.getDenominator());
  }

  private static boolean isShort(BigInteger integer) {
    return integer.abs().compareTo(SHORT_BELOW) < 0;
  }
}
