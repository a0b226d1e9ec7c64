package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/**
 * What a claim is about is there, and the claim's id begins with its id: claims are found by it.
 */
final class ClaimsHaveSubjects implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    return Stream.concat(
            catalog.orphans().stream()
                .map(
                    c ->
                        finding(
                            c, "there is no subject " + c.subject() + "; add it, or name another")),
            catalog
                .claims()
                .filter(c -> !c.id().startsWith(c.subject() + "."))
                .map(c -> finding(c, "its id must begin with " + c.subject() + " and a dot")))
        .toList();
  }

  private Finding finding(Claim<Fact> claim, String message) {
    return new Finding(Severity.ERROR, name(), claim.id(), message);
  }
}
