package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.measure.Decimals;

/**
 * How many times one resolved quantity is another, with the span that conflicting claims leave.
 * Rounded to twelve digits; counts are computed without it.
 */
public record Ratio(BigDecimal value, BigDecimal low, BigDecimal high) {
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  static Ratio of(Resolved from, Resolved to) {
    return of(from, to, BigDecimal.ONE);
  }

  /** The same in other units, of which {@code factor} make one. */
  static Ratio of(Resolved from, Resolved to, BigDecimal factor) {
    return new Ratio(
        divide(from.value().multiply(factor), to.value()),
        divide(from.low().multiply(factor), to.high()),
        divide(from.high().multiply(factor), to.low()));
  }

  private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    return Decimals.normal(dividend.divide(divisor, DIGITS));
  }
}
