package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of whole devices.
 *
 * @param low by the most favourable claims
 * @param high by the least favourable claims
 */
public record Devices(long value, long low, long high) {
  static Devices of(Amount needed) {
    return new Devices(whole(needed.value()), whole(needed.low()), whole(needed.high()));
  }

  private static long whole(BigDecimal needed) {
    return needed
        .setScale(0, RoundingMode.CEILING)
        .max(BigDecimal.ONE)
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  Devices max(Devices other) {
    return new Devices(
        Math.max(value, other.value), Math.max(low, other.low), Math.max(high, other.high));
  }

  Amount amount() {
    return new Amount(
        BigDecimal.valueOf(value),
        BigDecimal.valueOf(low),
        BigDecimal.valueOf(high),
        java.util.List.of());
  }
}
