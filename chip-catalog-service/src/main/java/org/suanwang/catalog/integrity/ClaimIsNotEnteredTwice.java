package org.suanwang.catalog.integrity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;

/** The same statement from the same place is entered once. */
final class ClaimIsNotEnteredTwice implements SubjectRule {
  private record Place(Attribute attribute, String sourceId, Locator locator) {}

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    // Hashes take long, and most claims are alone in their place.
    Map<Place, List<Claim<Fact>>> byPlace = new LinkedHashMap<>();
    dossier
        .claims()
        .forEach(c -> byPlace.computeIfAbsent(place(c), _ -> new ArrayList<>(1)).add(c));
    List<Finding> findings = new ArrayList<>();
    byPlace.values().stream()
        .filter(claims -> claims.size() > 1)
        .forEach(claims -> findTwice(claims, findings));
    return findings;
  }

  private static Place place(Claim<Fact> claim) {
    return new Place(claim.content().attribute(), claim.sourceId(), claim.locator());
  }

  private void findTwice(List<Claim<Fact>> claims, List<Finding> findings) {
    Map<String, String> firstByStatement = new HashMap<>();
    for (Claim<Fact> claim : claims) {
      String first = firstByStatement.putIfAbsent(CanonicalForm.statementHash(claim), claim.id());
      if (first != null) {
        findings.add(
            new Finding(Severity.ERROR, name(), claim.id(), "it says what " + first + " says"));
      }
    }
  }
}
