package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;

/**
 * The claims that a derived one names as its inputs are there. They may be about other subjects,
 * and be entered later than it: so no rule about one subject at a time.
 */
final class DerivedInputsExist implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    return catalog.dossiers().stream()
        .flatMap(d -> derived(d).flatMap(c -> check(catalog, c)))
        .toList();
  }

  private static Stream<Claim<Fact>> derived(Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> c.basis() instanceof Basis.Derived && dossier.isCredible(c));
  }

  private Stream<Finding> check(Catalog catalog, Claim<Fact> claim) {
    return claim.basis() instanceof Basis.Derived derived
        ? derived.inputs().stream()
            .filter(i -> looksLikeClaim(catalog, i) && catalog.findClaim(i).isEmpty())
            .map(i -> finding(claim, i))
        : Stream.of();
  }

  private static boolean looksLikeClaim(Catalog catalog, String input) {
    return input.indexOf('.') > 0
        && input.indexOf(' ') < 0
        && catalog.findDossier(Catalog.subjectOf(input)).isPresent();
  }

  private Finding finding(Claim<Fact> claim, String input) {
    return new Finding(
        Severity.WARNING, name(), claim.id(), "its input " + input + " is not there; name another");
  }
}
