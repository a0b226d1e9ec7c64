package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;

/** What a claim is about is there, and the claim's id begins with its id. */
final class ClaimsHaveSubjects implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    return catalog.orphans().stream()
        .map(
            c ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    c.id(),
                    "there is no subject " + c.subject() + "; add it, or name another"))
        .toList();
  }
}
