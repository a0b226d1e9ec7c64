package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Unit;

/** Products and sums of resolved numbers: lowest with lowest, highest with highest. */
final class SpanArithmetic {
  private static final String DERIVED = "DERIVED";

  private SpanArithmetic() {}

  /** So many of one thing: of devices with a span, or of a share. */
  static Resolved product(Resolved one, Resolved other, Unit unit, String rule) {
    return derived(
        one.value().multiply(other.value()),
        one.low().multiply(other.low()),
        one.high().multiply(other.high()),
        unit,
        rule,
        claimIds(one, other));
  }

  static Resolved sum(Resolved one, Resolved other, String rule) {
    return derived(
        one.value().add(other.value()),
        one.low().add(other.low()),
        one.high().add(other.high()),
        one.unit(),
        rule,
        claimIds(one, other));
  }

  static Resolved derived(
      BigDecimal value,
      BigDecimal low,
      BigDecimal high,
      Unit unit,
      String rule,
      List<String> claimIds) {
    return new Resolved(
        Decimals.normal(value),
        Decimals.normal(low),
        Decimals.normal(high),
        unit,
        DERIVED,
        rule,
        claimIds,
        null);
  }

  private static List<String> claimIds(Resolved one, Resolved other) {
    return Stream.concat(one.claimIds().stream(), other.claimIds().stream()).distinct().toList();
  }
}
