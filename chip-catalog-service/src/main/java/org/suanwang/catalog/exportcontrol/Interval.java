package org.suanwang.catalog.exportcontrol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.measure.Decimals;

/**
 * All values that a quantity can have, both ends included: one number when sources agree.
 *
 * @param high the largest possible value; null when there is none
 */
public record Interval(BigDecimal low, @Nullable BigDecimal high) {
  /** Nothing is known of it. */
  public static final Interval ANY = new Interval(BigDecimal.ZERO, null);

  /** Enough that no quotient of catalogue numbers is rounded onto, or across, a threshold. */
  static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

  private static final int DECIMALS_SHOWN = 4;

  public Interval {
    low = Decimals.normal(low);
    high = high == null ? null : Decimals.normal(high);
    if (low.signum() < 0) {
      throw new IllegalArgumentException("an interval from " + low + ", which is below 0");
    }
    if (high != null && low.compareTo(high) > 0) {
      throw new IllegalArgumentException("an interval from " + low + " down to " + high);
    }
  }

  public static Interval of(BigDecimal value) {
    return new Interval(value, value);
  }

  public static Interval of(String value) {
    return of(new BigDecimal(value));
  }

  public static Interval between(String low, String high) {
    return new Interval(new BigDecimal(low), new BigDecimal(high));
  }

  /** A lower bound only. */
  public static Interval atLeast(BigDecimal low) {
    return new Interval(low, null);
  }

  public boolean isExact() {
    return high != null && low.compareTo(high) == 0;
  }

  /** The smallest interval that holds both. */
  Interval hull(Interval other) {
    return new Interval(low.min(other.low), later(high, other.high));
  }

  /** Where the larger of two quantities can be. */
  Interval max(Interval other) {
    return new Interval(low.max(other.low), later(high, other.high));
  }

  Interval times(int smallest, int largest) {
    return new Interval(
        low.multiply(BigDecimal.valueOf(smallest)),
        high == null ? null : high.multiply(BigDecimal.valueOf(largest)));
  }

  /** The quotient, for two quantities that know nothing of each other. */
  Interval per(Interval divisor) {
    BigDecimal largest = divisor.high;
    BigDecimal least =
        largest == null || largest.signum() == 0 ? BigDecimal.ZERO : low.divide(largest, DIGITS);
    boolean isBounded = high != null && divisor.low.signum() > 0;
    return new Interval(least, isBounded && high != null ? high.divide(divisor.low, DIGITS) : null);
  }

  private static @Nullable BigDecimal later(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? null : one.max(other);
  }

  /** For people: {@code 4992}, {@code 3.3355 to 6.5641}, {@code at least 600}. */
  public String text() {
    if (high == null) {
      return low.signum() == 0 ? "any value" : "at least " + shown(low);
    }
    return isExact() ? shown(low) : shown(low) + " to " + shown(high);
  }

  /** A number with four decimals; with more where four would look like another number. */
  static String shown(BigDecimal number) {
    if (number.scale() <= DECIMALS_SHOWN) {
      return number.toPlainString();
    }
    BigDecimal rounded = number.setScale(DECIMALS_SHOWN, RoundingMode.HALF_EVEN);
    boolean looksExact = rounded.stripTrailingZeros().scale() < DECIMALS_SHOWN - 1;
    BigDecimal told = looksExact ? number.round(new MathContext(12, RoundingMode.DOWN)) : rounded;
    return Decimals.normal(told).toPlainString();
  }
}
