package org.suanwang.catalog.integrity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Link.Relation;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;

/** Nothing succeeds, contains or is part of itself, however long the chain. */
final class SuccessionHasNoCircle implements SubjectRule {
  private static final List<Relation> ACYCLIC =
      List.of(Relation.SUCCEEDS, Relation.CONTAINS, Relation.PART_OF);

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return ACYCLIC.stream()
        .filter(relation -> comesBack(catalog, dossier, relation))
        .map(
            relation ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    dossier.subject().id(),
                    "it "
                        + relation.kind()
                        + " itself by a chain of claims; correct the one that is wrong"))
        .toList();
  }

  private static boolean comesBack(Catalog catalog, Dossier start, Relation relation) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    targets(start, relation).forEach(open::add);
    while (!open.isEmpty()) {
      String at = open.remove();
      if (at.equals(start.subject().id())) {
        return true;
      }
      if (seen.add(at)) {
        catalog.findDossier(at).stream().flatMap(d -> targets(d, relation)).forEach(open::add);
      }
    }
    return false;
  }

  private static Stream<String> targets(Dossier dossier, Relation relation) {
    // Few claims are links, and whether a claim is credible takes longer to tell.
    return dossier.claims().stream()
        .filter(c -> c.content().attribute() instanceof Link l && l.relation() == relation)
        .filter(dossier::isCredible)
        .map(c -> ((Link) c.content().attribute()).target());
  }
}
