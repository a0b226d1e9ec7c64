package org.suanwang.market.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How a variable's value is printed, and which value flows on into other formulas: a model that
 * leaves this open cannot tell whether 4778 or 4778.2 was carried on.
 *
 * @param decimals decimals of the printed value in the variable's unit; negative for tens, hundreds
 * @param flow which value the formulas further on use
 */
public record RoundingPolicy(int decimals, RoundingMode mode, Flow flow) {
  /** Which of a variable's two values goes on. */
  public enum Flow {
    /** The exact one: rounding is for the eye only. */
    EXACT,
    /** The printed one, as in a table computed by hand from its own printed cells. */
    PRINTED
  }

  /** The value as printed, in the variable's unit. */
  public BigFraction round(BigFraction value) {
    BigFraction step = BigFraction.of(10).pow(decimals);
    BigDecimal units = value.multiply(step).bigDecimalValue(0, mode);
    return BigFraction.of(units.toBigIntegerExact()).divide(step);
  }

  /** The printed value's text, trailing zeros of its decimals kept. */
  public String print(BigFraction value) {
    return value.bigDecimalValue(decimals, mode).toPlainString();
  }

  public RoundingPolicy withFlow(Flow other) {
    return new RoundingPolicy(decimals, mode, other);
  }
}
