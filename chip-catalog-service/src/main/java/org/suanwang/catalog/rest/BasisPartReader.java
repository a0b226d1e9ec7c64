package org.suanwang.catalog.rest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.rest.ClaimRequest.BasisPart;

/** Reads the basis of a request; notes what is wrong with it. */
final class BasisPartReader {
  /** Each kind, and what belongs to it: all of it, and nothing else. */
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "REPORTED", List.of(),
          "CORRECTED", List.of("corrects", "why"),
          "MEASURED", List.of("method"),
          "DERIVED", List.of("rule", "inputs"),
          "ESTIMATED", List.of("method", "low", "high"),
          "UNKNOWN", List.of("why"));

  private final List<Violation> violations;

  BasisPartReader(List<Violation> violations) {
    this.violations = violations;
  }

  Optional<Basis> read(BasisPart b) {
    List<String> fields = FIELDS.get(b.kind());
    if (fields == null) {
      violations.add(Violations.unknown("basis.kind", b.kind(), FIELDS.keySet()));
      return Optional.empty();
    }
    int before = violations.size();
    Map<String, Object> given = given(b);
    fields.stream().filter(f -> isMissing(given.get(f))).forEach(f -> missing(b, f, fields));
    given.forEach(
        (field, value) -> {
          if (!fields.contains(field)) {
            superfluous(b, field, value);
          }
        });
    requireNumbers(b);
    return violations.size() > before ? Optional.empty() : Optional.of(basis(b));
  }

  private static Map<String, Object> given(BasisPart b) {
    Map<String, Object> given = new LinkedHashMap<>();
    put(given, "corrects", b.corrects());
    put(given, "why", b.why());
    put(given, "method", b.method());
    put(given, "rule", b.rule());
    put(given, "inputs", b.inputs());
    put(given, "low", b.low());
    put(given, "high", b.high());
    return given;
  }

  private static void put(Map<String, Object> given, String field, @Nullable Object value) {
    if (value != null) {
      given.put(field, value);
    }
  }

  private static boolean isMissing(@Nullable Object value) {
    return value == null || (value instanceof String text && text.isBlank());
  }

  private void missing(BasisPart b, String field, List<String> fields) {
    violate(
        "basis." + field,
        String.valueOf(given(b).get(field)),
        "must be given with the kind " + b.kind(),
        "this kind needs " + String.join(", ", fields));
  }

  private void superfluous(BasisPart b, String field, Object value) {
    List<String> kinds =
        FIELDS.entrySet().stream()
            .filter(e -> e.getValue().contains(field))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    violate(
        "basis." + field,
        value.toString(),
        "does not belong to the kind " + b.kind(),
        "leave it out, or use the kind " + String.join(" or ", kinds));
  }

  private void requireNumbers(BasisPart b) {
    BigDecimal low = b.low();
    BigDecimal high = b.high();
    if (low == null || high == null) {
      return;
    }
    boolean isLowSound = requireWithinLimits("basis.low", low);
    boolean isHighSound = requireWithinLimits("basis.high", high);
    if (isLowSound && isHighSound && low.compareTo(high) > 0) {
      violate(
          "basis.low",
          low.toString(),
          "must not be above high, which is " + high,
          "exchange the two");
    }
  }

  private boolean requireWithinLimits(String field, BigDecimal number) {
    if (Decimals.isWithinLimits(number)) {
      return true;
    }
    violate(
        field,
        number.toString(),
        "must be at most " + Decimals.MAX.toPlainString() + ", with at most 9 decimals",
        "use the unit's own magnitude, such as 989.4 with TFLOP/s");
    return false;
  }

  private static Basis basis(BasisPart b) {
    return switch (b.kind()) {
      case "CORRECTED" ->
          new Basis.Corrected(requireNonNull(b.corrects()), requireNonNull(b.why()));
      case "MEASURED" -> new Basis.Measured(requireNonNull(b.method()));
      case "DERIVED" -> new Basis.Derived(requireNonNull(b.rule()), requireNonNull(b.inputs()));
      case "ESTIMATED" ->
          new Basis.Estimated(
              requireNonNull(b.method()),
              Decimals.normal(requireNonNull(b.low())),
              Decimals.normal(requireNonNull(b.high())));
      case "UNKNOWN" -> new Basis.Unknown(requireNonNull(b.why()));
      default -> new Basis.Reported();
    };
  }

  private void violate(String field, String value, String rule, String remedy) {
    violations.add(new Violation(field, value, rule, remedy));
  }
}
