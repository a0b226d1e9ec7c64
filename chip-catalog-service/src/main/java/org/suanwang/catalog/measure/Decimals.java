package org.suanwang.catalog.measure;

import java.math.BigDecimal;

/** The decimal numbers of the catalogue: exact, of bounded size, and written in one way only. */
public final class Decimals {
  /** Beyond this no accelerator, rack or data centre is described in our units. */
  public static final BigDecimal MAX = new BigDecimal("1000000000000");

  private static final int FRACTION_DIGITS_MAX = 9;
  private static final int DIGITS_MAX = 30;

  private Decimals() {}

  /** Says whether a number is small and short enough to be stored and to compute with. */
  public static boolean isWithinLimits(BigDecimal number) {
    // Digits and scale come first: comparing 1e999999999 would expand it.
    return number.precision() <= DIGITS_MAX
        && number.scale() >= -DIGITS_MAX
        && number.scale() <= DIGITS_MAX
        && number.stripTrailingZeros().scale() <= FRACTION_DIGITS_MAX
        && number.abs().compareTo(MAX) <= 0;
  }

  /** The same number without trailing zeros and without an exponent: 1000, never 1E+3. */
  public static BigDecimal normal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
