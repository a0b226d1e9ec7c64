package org.suanwang.catalog.integrity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Claim;

/**
 * Two companies, or two AI models, do not have several odd numbers in common in one place of a
 * source: then a row was copied from its neighbour. Accelerators of a family do share numbers, and
 * are left to {@link MagnitudeIsPlausible}.
 */
final class NeighbourIsNotCopied implements IntegrityRule {
  private static final int ODD_DIGITS = 3;
  private static final int SHARED_MIN = 2;

  @Override
  public List<Finding> check(Catalog catalog) {
    Map<String, List<Claim<Fact>>> byStatement = new HashMap<>();
    for (Dossier dossier : catalog.dossiers()) {
      if (dossier.subject() instanceof Vendor
          || (dossier.subject() instanceof Item i && i.kind() == Item.Kind.AI_MODEL)) {
        dossier.claims().stream()
            .filter(NeighbourIsNotCopied::isOdd)
            .forEach(c -> byStatement.computeIfAbsent(key(c), _ -> new ArrayList<>()).add(c));
      }
    }
    Map<String, Set<String>> sharedByPair = new TreeMap<>();
    byStatement.values().forEach(claims -> pair(claims, sharedByPair));
    List<Finding> findings = new ArrayList<>();
    sharedByPair.forEach(
        (pair, shared) -> {
          if (shared.size() >= SHARED_MIN) {
            findings.add(finding(catalog, pair, shared));
          }
        });
    return findings;
  }

  /** A number with so many digits that two of a kind are no accident. */
  private static boolean isOdd(Claim<Fact> claim) {
    return claim.content().quantity() instanceof Quantity.Value v
        && digits(v.number()) >= ODD_DIGITS;
  }

  private static int digits(BigDecimal number) {
    return number.stripTrailingZeros().precision();
  }

  private static String key(Claim<Fact> c) {
    return c.sourceId()
        + "|"
        + c.locator().place()
        + "|"
        + c.content().attribute().key()
        + "|"
        + c.content().quantity();
  }

  private static void pair(List<Claim<Fact>> claims, Map<String, Set<String>> sharedByPair) {
    for (int i = 0; i < claims.size(); i++) {
      for (int j = i + 1; j < claims.size(); j++) {
        String pair = claims.get(i).subject() + "|" + claims.get(j).subject();
        sharedByPair
            .computeIfAbsent(pair, _ -> new TreeSet<>())
            .add(claims.get(i).content().attribute().key());
      }
    }
  }

  private Finding finding(Catalog catalog, String pair, Set<String> shared) {
    String one = pair.substring(0, pair.indexOf('|'));
    String other = pair.substring(pair.indexOf('|') + 1);
    boolean corrected =
        catalog.findDossier(one).stream()
                .anyMatch(d -> d.claims().stream().anyMatch(c -> d.isCorrectedAway(c.id())))
            || catalog.findDossier(other).stream()
                .anyMatch(d -> d.claims().stream().anyMatch(c -> d.isCorrectedAway(c.id())));
    return new Finding(
        corrected ? Severity.INFO : Severity.WARNING,
        name(),
        other,
        "it has "
            + String.join(" and ", shared)
            + " of "
            + one
            + " to the last digit; was a row copied?"
            + (corrected ? " A correction stands" : " Look it up, and correct it"));
  }
}
