package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/** A claim may be trusted less than its source, never more. */
final class TierIsNotAboveItsSource implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> isAbove(catalog, c))
        .map(
            c ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    c.id(),
                    "its tier is above that of " + c.sourceId() + "; use the source's tier"))
        .toList();
  }

  private static boolean isAbove(Catalog catalog, Claim<Fact> claim) {
    return catalog
        .findSource(claim.sourceId())
        .filter(s -> claim.tier().compareTo(s.tier()) < 0)
        .isPresent();
  }
}
