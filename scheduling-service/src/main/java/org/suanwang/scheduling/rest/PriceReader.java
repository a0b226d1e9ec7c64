package org.suanwang.scheduling.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;

/** Reads assumed prices, each of which has its unit and a rationale. */
final class PriceReader {
  private static final int MICRO_DIGITS = 6;

  private final Findings findings;
  private final String field;

  /** Reads the price with this place in the request. */
  PriceReader(Findings findings, String field) {
    this.findings = findings;
    this.field = field;
  }

  /** Notes what is missing of a price. */
  void check(
      @Nullable Object value,
      String remedy,
      @Nullable String unit,
      String unitWanted,
      @Nullable String rationale) {
    findings.require(value != null, field + ".value", null, "is required", remedy);
    findings.require(
        unitWanted.equals(unit),
        field + ".unit",
        unit,
        "must be " + unitWanted,
        "convert the price");
    findings.require(
        rationale != null && !rationale.isBlank(),
        field + ".rationale",
        rationale,
        "an assumption carries a rationale",
        "say why this price, or where it is from");
  }

  /** One number from 0 to a largest, in millionths of its unit. */
  long micro(
      @Nullable Double value,
      @Nullable String unit,
      String unitWanted,
      @Nullable String rationale,
      int most) {
    check(value, "give a number", unit, unitWanted, rationale);
    return BigDecimal.valueOf(findings.number(field + ".value", value, 0, most, 0))
        .movePointRight(MICRO_DIGITS)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
