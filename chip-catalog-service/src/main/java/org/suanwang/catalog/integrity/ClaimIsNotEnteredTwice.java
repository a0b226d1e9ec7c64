package org.suanwang.catalog.integrity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/** The same statement from the same place is entered once. */
final class ClaimIsNotEnteredTwice implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Map<String, String> firstByStatement = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Claim<Fact> claim : dossier.claims()) {
      String first = firstByStatement.putIfAbsent(CanonicalForm.statementHash(claim), claim.id());
      if (first != null) {
        findings.add(
            new Finding(Severity.ERROR, name(), claim.id(), "it says what " + first + " says"));
      }
    }
    return findings;
  }
}
