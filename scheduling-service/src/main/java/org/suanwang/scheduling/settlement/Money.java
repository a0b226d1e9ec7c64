package org.suanwang.scheduling.settlement;

import java.math.BigInteger;

/** Amounts in millionths of a yuan, exact until the one rounding that is named. */
public final class Money {
  public static final long MICRO_PER_CNY = 1_000_000;
  private static final long PARTS_PER_MILLION = 1_000_000;
  private static final long MILLI_SECONDS_PER_HOUR = 3_600_000;

  private Money() {}

  /**
   * The price of held devices, rounded half up to a millionth of a yuan.
   *
   * @param chargeRate millionths of a yuan per hour × thousandths of a device
   * @param seconds how long they were held
   * @throws ArithmeticException beyond 9.2e12 CNY
   */
  public static long charge(long chargeRate, long seconds) {
    if (Math.multiplyHigh(chargeRate, seconds) == 0 && chargeRate * seconds >= 0) {
      long product = chargeRate * seconds;
      long whole = product / MILLI_SECONDS_PER_HOUR;
      return whole + (product % MILLI_SECONDS_PER_HOUR * 2 >= MILLI_SECONDS_PER_HOUR ? 1 : 0);
    }
    BigInteger hour = BigInteger.valueOf(MILLI_SECONDS_PER_HOUR);
    return BigInteger.valueOf(chargeRate)
        .multiply(BigInteger.valueOf(seconds))
        .add(hour.shiftRight(1))
        .divide(hour)
        .longValueExact();
  }

  /** A share of an amount that is not negative, rounded half up to a millionth of a yuan. */
  public static long share(long amount, int partsPerMillion) {
    long whole = amount / PARTS_PER_MILLION * partsPerMillion;
    long rest = amount % PARTS_PER_MILLION * partsPerMillion;
    return whole + (rest + PARTS_PER_MILLION / 2) / PARTS_PER_MILLION;
  }
}
