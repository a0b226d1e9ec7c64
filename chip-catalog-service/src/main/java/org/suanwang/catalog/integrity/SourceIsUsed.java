package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/** A source that no claim cites is a leftover, or its claims were forgotten. */
final class SourceIsUsed implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    Set<String> cited = catalog.claims().map(Claim::sourceId).collect(Collectors.toSet());
    return catalog.sources().stream()
        .map(Source::id)
        .filter(id -> !cited.contains(id))
        .map(
            id ->
                new Finding(
                    Severity.WARNING, name(), id, "no claim cites it; add its claims or remove it"))
        .toList();
  }
}
