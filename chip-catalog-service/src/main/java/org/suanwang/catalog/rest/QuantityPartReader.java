package org.suanwang.catalog.rest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.QuantityReader;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.rest.ClaimRequest.QuantityPart;

/** Reads the quantity of a request; notes what is wrong with it. */
final class QuantityPartReader {
  private static final String ONE_WAY =
      "must be one of: value and unit (and relation); low, high and unit; text; reason; printed";
  private static final String SIZE_RULE =
      "at most " + Decimals.MAX.toPlainString() + ", with at most 9 decimals";

  private final boolean signed;
  private final List<Violation> violations;

  /**
   * Reads one quantity.
   *
   * @param signed whether it may be below zero
   */
  QuantityPartReader(boolean signed, List<Violation> violations) {
    this.signed = signed;
    this.violations = violations;
  }

  Optional<Quantity> read(QuantityPart q) {
    Map<String, String> given = given(q);
    return switch (String.join(" ", given.keySet())) {
      case "printed" -> printed(Objects.requireNonNull(q.printed()));
      case "text" -> text(Objects.requireNonNull(q.text()));
      case "reason" -> Optional.of(new Quantity.Unknown(Objects.requireNonNull(q.reason())));
      case "value unit" ->
          number("value", q.value()).flatMap(n -> unit(q).map(unit -> new Quantity.Value(n, unit)));
      case "value unit relation" ->
          number("value", q.value())
              .flatMap(
                  n ->
                      unit(q)
                          .map(
                              unit ->
                                  new Quantity.Bound(
                                      Objects.requireNonNull(q.relation()), n, unit)));
      case "low high unit" -> range(q);
      default -> severalWays(given);
    };
  }

  /** The fields that were sent, in the order in which they are described. */
  private static Map<String, String> given(QuantityPart q) {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "value", q.value());
    put(given, "low", q.low());
    put(given, "high", q.high());
    put(given, "unit", q.unit());
    put(given, "relation", q.relation());
    put(given, "text", q.text());
    put(given, "reason", q.reason());
    put(given, "printed", q.printed());
    return given;
  }

  private static void put(Map<String, String> given, String field, @Nullable Object value) {
    if (value != null) {
      given.put(field, value.toString());
    }
  }

  private Optional<Quantity> severalWays(Map<String, String> given) {
    String sent =
        given.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(", "));
    boolean isNumber = Stream.of("value", "low", "high").anyMatch(given::containsKey);
    violate(
        "quantity",
        sent,
        ONE_WAY,
        isNumber && !given.containsKey("unit")
            ? "add unit, one of: " + units()
            : "send what belongs together, and leave out the rest");
    return Optional.empty();
  }

  private Optional<Quantity> printed(String text) {
    Optional<Quantity> quantity = QuantityReader.find(text);
    if (quantity.isEmpty()) {
      violate(
          "quantity.printed",
          text,
          "must read as a quantity, as 400W, <30W, 300-350W or 3.35TB/s do",
          "write number and unit so, or send value and unit");
    }
    return quantity;
  }

  private Optional<Quantity> text(String text) {
    if (text.isBlank()) {
      violate("quantity.text", text, "must not be blank", "write what the source says");
      return Optional.empty();
    }
    return Optional.of(new Quantity.Text(text));
  }

  private Optional<Quantity> range(QuantityPart q) {
    Optional<BigDecimal> low = number("low", q.low());
    Optional<BigDecimal> high = number("high", q.high());
    Optional<Unit> unit = unit(q);
    if (low.isEmpty() || high.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    if (low.get().compareTo(high.get()) > 0) {
      violate(
          "quantity.low",
          low.get().toString(),
          "must not be above high, which is " + high.get(),
          "exchange the two");
      return Optional.empty();
    }
    return Optional.of(new Quantity.Range(low.get(), high.get(), unit.get()));
  }

  private Optional<BigDecimal> number(String field, @Nullable BigDecimal number) {
    BigDecimal sent = Objects.requireNonNull(number);
    boolean isSound = signed || sent.signum() > 0;
    if (isSound && Decimals.isWithinLimits(sent)) {
      return Optional.of(sent);
    }
    violate(
        "quantity." + field,
        sent.toString(),
        signed ? "must be " + SIZE_RULE : "must be above 0, " + SIZE_RULE,
        isSound
            ? "use the unit's own magnitude, such as 989.4 with TFLOP/s"
            : "send what the source says; if it says nothing, a reason instead of numbers");
    return Optional.empty();
  }

  private Optional<Unit> unit(QuantityPart q) {
    String symbol = Objects.requireNonNull(q.unit());
    Optional<Unit> unit = Unit.find(symbol);
    if (unit.isEmpty()) {
      violations.add(Violations.unknown("quantity.unit", symbol, Unit.symbols()));
    }
    return unit;
  }

  private static String units() {
    return String.join(", ", Unit.symbols());
  }

  private void violate(String field, String value, String rule, String remedy) {
    violations.add(new Violation(field, value, rule, remedy));
  }
}
