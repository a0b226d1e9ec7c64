package org.suanwang.catalog.integrity;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Quantity;

/**
 * Numbers other than profits are above zero and of a size that exists; what is not known is
 * unknown, not zero.
 */
final class QuantityIsPositive implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> !isSound(c.content()))
        .map(
            c ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    c.id(),
                    "the quantity must be above 0 and at most " + Decimals.MAX.toPlainString()))
        .toList();
  }

  private static boolean isSound(Fact fact) {
    return numbers(fact.quantity())
        .allMatch(
            n -> (fact.attribute().isSigned() || n.signum() > 0) && Decimals.isWithinLimits(n));
  }

  private static Stream<BigDecimal> numbers(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Value v -> Stream.of(v.number());
      case Quantity.Bound b -> Stream.of(b.number());
      case Quantity.Range r -> Stream.of(r.low(), r.high());
      case Quantity.Text _, Quantity.Unknown _ -> Stream.of();
    };
  }
}
