package org.suanwang.catalog.rest;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.query.Efficiency;

/** A share of the dense peak that somebody states, in percent, with where it comes from. */
@Schema(name = "StatedEfficiency")
record EfficiencyRequest(
    @Schema(examples = "38") @Nullable BigDecimal value,
    @Schema(description = "The value when left out") @Nullable BigDecimal low,
    @Schema(description = "The value when left out") @Nullable BigDecimal high,
    @Schema(examples = "%") @Nullable String unit,
    @Schema(description = "Where it comes from; the answer repeats it") @Nullable @Size(max = 500)
        String source) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  Efficiency.Stated require(String field) {
    List<Violation> violations = new ArrayList<>();
    BigDecimal stated = share(field + ".value", value, BigDecimal.ZERO, violations);
    BigDecimal least = share(field + ".low", low == null ? value : low, stated, violations);
    BigDecimal most = share(field + ".high", high == null ? value : high, stated, violations);
    if (!"%".equals(unit)) {
      violations.add(
          new Violation(
              field + ".unit", String.valueOf(unit), "must be %", "write 38 % as 38 and %"));
    }
    if (source == null || source.isBlank()) {
      violations.add(
          new Violation(
              field + ".source",
              "nothing",
              "must say where the share comes from",
              "name the benchmark or the measurement, or say that it is assumed"));
    }
    if (violations.isEmpty() && (least.compareTo(stated) > 0 || most.compareTo(stated) < 0)) {
      violations.add(
          new Violation(
              field + ".low",
              least.toPlainString(),
              "low, value and high must be in this order",
              "order them"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    return new Efficiency.Stated(stated, least, most, String.valueOf(source));
  }

  private static BigDecimal share(
      String field, @Nullable BigDecimal given, BigDecimal fallback, List<Violation> violations) {
    if (given != null
        && MeasureRequest.isSane(given)
        && given.signum() > 0
        && given.compareTo(ALL) <= 0) {
      return given;
    }
    violations.add(
        new Violation(
            field,
            String.valueOf(given),
            "must be a number above 0 and up to 100",
            "give the share of the dense peak in percent"));
    return fallback;
  }
}
