package org.suanwang.scheduling.rest;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number with its unit. */
@Schema(description = "A number with its unit")
public record Measure(BigDecimal value, String unit) {
  private static final int MICRO_DIGITS = 6;

  static Measure of(double value, String unit) {
    return new Measure(BigDecimal.valueOf(value), unit);
  }

  static Measure of(long value, String unit) {
    return new Measure(BigDecimal.valueOf(value), unit);
  }

  /** Money, exact. */
  static Measure cny(long microCny) {
    BigDecimal cny = BigDecimal.valueOf(microCny, MICRO_DIGITS).stripTrailingZeros();
    return new Measure(cny.scale() < 0 ? cny.setScale(0) : cny, "CNY");
  }
}
