package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;

/** Text that no person answers for supports no claim. */
final class SourceIsCitable implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> !c.tier().isCitable())
        .map(
            c ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    c.id(),
                    "machine-written text is never citable; name what it was taken from"))
        .toList();
  }
}
