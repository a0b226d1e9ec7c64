package org.suanwang.catalog.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.provenance.Claim;

/** A catalogue into which errors are put, one at a time. */
final class Trial {
  private final Catalog clean;
  private final Findings before;
  private final Set<Finding> known;

  Trial(Catalog clean, Findings before) {
    this.clean = clean;
    this.before = before;
    this.known = new HashSet<>(before.all());
  }

  /** Whether an ERROR or a WARNING tells of the subject once its claims are spoiled like this. */
  boolean finds(String id, List<Claim<Fact>> spoiled) {
    Catalog after = replacing(id, spoiled);
    return IntegrityRules.recheck(before, after, List.of(id)).all().stream()
        .takeWhile(f -> f.severity() != Severity.INFO)
        .anyMatch(f -> !known.contains(f) && Catalog.subjectOf(f.subject()).equals(id));
  }

  private Catalog replacing(String id, List<Claim<Fact>> spoiled) {
    Map<String, Claim<Fact>> byId = new HashMap<>();
    spoiled.forEach(c -> byId.put(c.id(), c));
    Dossier dossier = clean.findDossier(id).orElseThrow();
    return clean.replacing(
        dossier(
            dossier,
            dossier.claims().stream().map(c -> byId.getOrDefault(c.id(), c)).toList(),
            byId.keySet()));
  }

  /** The subject with other claims, and with its verdicts but for those on {@code unjudged}. */
  static Dossier dossier(Dossier of, List<Claim<Fact>> claims, Set<String> unjudged) {
    var content =
        new CatalogContent(
            List.of(),
            List.of(of.subject()),
            claims,
            of.verdicts().stream().filter(v -> !unjudged.contains(v.claimId())).toList());
    return Catalog.of(content).findDossier(of.subject().id()).orElseThrow();
  }
}
