package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;

/** A quantity is in its attribute's unit; one that is printed otherwise must be corrected. */
final class UnitMatchesAttribute implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    return catalog.claims().stream()
        .filter(c -> !c.content().hasRequiredUnit())
        .map(c -> finding(catalog, c))
        .toList();
  }

  private Finding finding(Catalog catalog, Claim<Fact> claim) {
    boolean corrected = catalog.isCorrectedAway(claim.id());
    String is = claim.content().quantity().unit().map(Unit::symbol).orElse("a text");
    String due = claim.content().attribute().requiredUnit().map(Unit::symbol).orElse("a text");
    return new Finding(
        corrected ? Severity.INFO : Severity.ERROR,
        name(),
        claim.id(),
        claim.content().attribute().kind()
            + " is given in "
            + is
            + " but is due in "
            + due
            + (corrected ? "; a correction stands" : "; add a claim that corrects it"));
  }
}
