package org.suanwang.catalog.rest;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Unit;

/** A number with its unit, as a request gives it. */
@Schema(name = "Measure")
record MeasureRequest(
    @Nullable @Schema(examples = "70") BigDecimal value,
    @Nullable @Schema(description = "A unit of the catalogue", examples = "1e9") String unit) {

  static boolean isSane(BigDecimal number) {
    return Decimals.isWithinLimits(number);
  }

  /** The number, which is above 0 and in one of these units; nothing when none is given. */
  static @Nullable BigDecimal find(
      String field, @Nullable MeasureRequest given, List<Violation> violations, Unit... units) {
    if (given == null) {
      return null;
    }
    List<String> symbols = Arrays.stream(units).map(Unit::symbol).toList();
    if (given.unit() == null || !symbols.contains(given.unit())) {
      violations.add(
          new Violation(
              field + ".unit",
              String.valueOf(given.unit()),
              "must be the unit of this measure",
              "use " + String.join(" or ", symbols)));
    }
    BigDecimal value = given.value();
    if (value == null || !isSane(value) || value.signum() <= 0) {
      violations.add(
          new Violation(
              field + ".value",
              String.valueOf(value),
              "must be a number above 0, up to "
                  + Decimals.MAX.toPlainString()
                  + " with at most 9 decimals",
              "give such a number, or leave " + field + " out"));
    }
    return value;
  }

  static void requireNone(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }
}
