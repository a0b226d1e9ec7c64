package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.QuantityReader;
import org.suanwang.catalog.provenance.Claim;

/**
 * A claim says what its source prints: the printed text, read again, comes to the same quantity.
 */
final class PrintedTextSaysSo implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.claims().stream()
        .filter(PrintedTextSaysSo::contradictsItself)
        .map(
            c ->
                new Finding(
                    Severity.WARNING,
                    name(),
                    c.id(),
                    "its source prints \"" + c.printed() + "\", which is not what it claims"))
        .toList();
  }

  private static boolean contradictsItself(Claim<Fact> claim) {
    if (claim.printed() == null || claim.content().quantity().unit().isEmpty()) {
      return false;
    }
    Optional<Quantity> read = QuantityReader.find(claim.printed());
    return read.filter(q -> q.unit().equals(claim.content().quantity().unit()))
        .filter(q -> !q.equals(claim.content().quantity()))
        .isPresent();
  }
}
