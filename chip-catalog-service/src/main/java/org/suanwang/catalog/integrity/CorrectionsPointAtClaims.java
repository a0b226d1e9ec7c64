package org.suanwang.catalog.integrity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/** A correction points at another claim about the same accelerator, and never round in a circle. */
final class CorrectionsPointAtClaims implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    return catalog.claims().stream()
        .flatMap(c -> problem(catalog, c).stream().map(p -> finding(c, p)))
        .toList();
  }

  private Finding finding(Claim<Fact> claim, String problem) {
    return new Finding(Severity.ERROR, name(), claim.id(), problem);
  }

  private static Optional<String> problem(Catalog catalog, Claim<Fact> correction) {
    Optional<String> target = correction.basis().correctedClaim();
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Optional<Claim<Fact>> corrected = catalog.findClaim(target.get());
    if (corrected.isEmpty()) {
      return Optional.of("it corrects " + target.get() + ", which is not there");
    }
    if (!corrected.get().subject().equals(correction.subject())) {
      return Optional.of(
          "it corrects a claim about "
              + corrected.get().subject()
              + "; correct one about "
              + correction.subject());
    }
    return runsInCircle(catalog, correction)
        ? Optional.of("its chain of corrections comes back to it")
        : Optional.empty();
  }

  private static boolean runsInCircle(Catalog catalog, Claim<Fact> start) {
    Set<String> seen = new HashSet<>();
    Optional<Claim<Fact>> at = Optional.of(start);
    while (at.isPresent()) {
      if (!seen.add(at.get().id())) {
        return true;
      }
      at = at.get().basis().correctedClaim().flatMap(catalog::findClaim);
    }
    return false;
  }
}
