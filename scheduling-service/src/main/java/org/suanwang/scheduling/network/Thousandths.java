package org.suanwang.scheduling.network;

import java.math.BigDecimal;

/** Numbers with at most three decimals, exactly. */
public final class Thousandths {
  /** What it means not to be one. */
  public static final String RULE = "must be a number from %s to %s in steps of 0.001";

  private static final int DIGITS = 3;

  private Thousandths() {}

  /** How many thousandths a number is; −1 when it is outside these limits, or has more decimals. */
  public static long of(double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      return -1;
    }
    BigDecimal thousandths = BigDecimal.valueOf(value).movePointRight(DIGITS).stripTrailingZeros();
    return thousandths.scale() > 0 ? -1 : thousandths.longValueExact();
  }
}
