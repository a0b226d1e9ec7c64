package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Decimals;

/**
 * Numbers other than profits are above zero and of a size that exists; what is not known is
 * unknown, not zero.
 */
final class QuantityIsPositive implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> !c.content().hasSoundNumbers())
        .map(
            c ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    c.id(),
                    "the quantity must be above 0 and at most " + Decimals.MAX.toPlainString()))
        .toList();
  }
}
