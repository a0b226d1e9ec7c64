package org.suanwang.catalog.rest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.QuantityReader;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.rest.ClaimRequest.QuantityPart;

/** Reads the quantity of a request; notes what is wrong with it. */
final class QuantityPartReader {
  private final List<Violation> violations;

  QuantityPartReader(List<Violation> violations) {
    this.violations = violations;
  }

  Optional<Quantity> read(QuantityPart q) {
    for (BigDecimal number : numbers(q)) {
      if (!Decimals.isWithinLimits(number) || number.signum() <= 0) {
        violate(
            "quantity",
            number.precision() + " digits, scale " + number.scale(),
            "must be above 0, at most " + Decimals.MAX.toPlainString() + ", with 9 decimals",
            "use the unit's own magnitude, such as TFLOP/s");
        return Optional.empty();
      }
    }
    Optional<Quantity> quantity = readQuantity(q);
    if (quantity.isEmpty()) {
      violate(
          "quantity",
          Violations.shown(q),
          "must be one value, range, bound, text, reason or readable print",
          "units are " + Unit.symbols());
    }
    return quantity;
  }

  private static List<BigDecimal> numbers(QuantityPart q) {
    return Stream.of(
            Optional.ofNullable(q.value()),
            Optional.ofNullable(q.low()),
            Optional.ofNullable(q.high()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Quantity> readQuantity(QuantityPart q) {
    long ways =
        Stream.of(q.value(), q.low(), q.text(), q.reason(), q.printed())
            .filter(Objects::nonNull)
            .count();
    if (ways != 1 || (q.low() == null) != (q.high() == null)) {
      return Optional.empty();
    }
    if (q.printed() != null) {
      return QuantityReader.find(q.printed());
    }
    if (q.text() != null) {
      return Optional.of(new Quantity.Text(q.text()));
    }
    if (q.reason() != null) {
      return Optional.of(new Quantity.Unknown(q.reason()));
    }
    return Optional.ofNullable(q.unit()).flatMap(Unit::find).flatMap(unit -> number(q, unit));
  }

  private static Optional<Quantity> number(QuantityPart q, Unit unit) {
    if (q.low() != null && q.high() != null) {
      return q.low().compareTo(q.high()) > 0
          ? Optional.empty()
          : Optional.of(new Quantity.Range(q.low(), q.high(), unit));
    }
    BigDecimal value = requireNonNull(q.value());
    return Optional.of(
        q.relation() == null
            ? new Quantity.Value(value, unit)
            : new Quantity.Bound(q.relation(), value, unit));
  }

  private void violate(String field, String value, String rule, String remedy) {
    violations.add(new Violation(field, value, rule, remedy));
  }
}
