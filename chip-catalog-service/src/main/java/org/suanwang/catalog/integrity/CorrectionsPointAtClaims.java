package org.suanwang.catalog.integrity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/** A correction points at another claim about the same subject, and never round in a circle. */
final class CorrectionsPointAtClaims implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.claims().stream()
        .flatMap(c -> problem(dossier, c).stream().map(p -> finding(c, p)))
        .toList();
  }

  private Finding finding(Claim<Fact> claim, String problem) {
    return new Finding(Severity.ERROR, name(), claim.id(), problem);
  }

  private static Optional<String> problem(Dossier dossier, Claim<Fact> correction) {
    Optional<String> target = correction.basis().correctedClaim();
    if (target.isEmpty()) {
      return Optional.empty();
    }
    if (!Catalog.subjectOf(target.get()).equals(correction.subject())) {
      return Optional.of(
          "it corrects a claim about "
              + Catalog.subjectOf(target.get())
              + "; correct one about "
              + correction.subject());
    }
    Optional<Claim<Fact>> corrected = dossier.findClaim(target.get());
    if (corrected.isEmpty()) {
      return Optional.of("it corrects " + target.get() + ", which is not there");
    }
    return runsInCircle(dossier, correction)
        ? Optional.of("its chain of corrections comes back to it")
        : Optional.empty();
  }

  private static boolean runsInCircle(Dossier dossier, Claim<Fact> start) {
    Set<String> seen = new HashSet<>();
    Optional<Claim<Fact>> at = Optional.of(start);
    while (at.isPresent()) {
      if (!seen.add(at.get().id())) {
        return true;
      }
      at = at.get().basis().correctedClaim().flatMap(dossier::findClaim);
    }
    return false;
  }
}
