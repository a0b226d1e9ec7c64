package org.suanwang.catalog.integrity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Claim;

/**
 * Two companies, or two AI models, do not have several odd numbers in common in one place of a
 * source: then a row was copied from its neighbour. Accelerators of one vendor do share numbers;
 * those of two vendors do not share several odd peaks, areas and bandwidths, whoever says so.
 */
final class NeighbourIsNotCopied implements IntegrityRule {
  private static final int ODD_DIGITS = 3;
  private static final int SHARED_MIN = 2;

  /** What more than so many have is no sign of a copy, and would be compared in too many pairs. */
  private static final int SHARERS_MAX = 20;

  /** Memory of one kind has the same size and rate at every vendor. */
  private static final int SHARED_BY_ACCELERATORS_MIN = 3;

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
    List<Finding> findings = findings(catalog, byStatement, SHARED_MIN, (_, _) -> true);
    findings.addAll(
        findings(
            catalog,
            oddNumbersOfAccelerators(catalog),
            SHARED_BY_ACCELERATORS_MIN,
            (one, other) -> areOfTwoVendors(catalog, one, other)));
    return findings;
  }

  private static Map<String, List<Claim<Fact>>> oddNumbersOfAccelerators(Catalog catalog) {
    Map<String, List<Claim<Fact>>> byNumber = new HashMap<>();
    for (Accelerator accelerator : catalog.accelerators()) {
      Dossier dossier = catalog.findDossier(accelerator.id()).orElseThrow();
      Set<String> seen = new HashSet<>();
      dossier.claims().stream()
          .filter(c -> isOdd(c) && isOfTheChip(c.content().attribute()) && dossier.isCredible(c))
          .forEach(
              c -> {
                String number = c.content().attribute().key() + "|" + c.content().quantity();
                if (seen.add(number)) {
                  byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(c);
                }
              });
    }
    return byNumber;
  }

  /** Counts and rates of a design; sizes of memory, buses and prices are the same everywhere. */
  private static boolean isOfTheChip(Attribute attribute) {
    return attribute instanceof Attribute.Throughput
        || attribute == Attribute.Plain.DIE_AREA
        || attribute == Attribute.Plain.TRANSISTORS
        || attribute == Attribute.Plain.MEMORY_BANDWIDTH;
  }

  private static boolean areOfTwoVendors(Catalog catalog, String one, String other) {
    return !catalog
        .findAccelerator(one)
        .map(Accelerator::vendorId)
        .equals(catalog.findAccelerator(other).map(Accelerator::vendorId));
  }

  private List<Finding> findings(
      Catalog catalog,
      Map<String, List<Claim<Fact>>> byStatement,
      int sharedMin,
      BiPredicate<String, String> isCounted) {
    Map<String, Set<String>> sharedByPair = new TreeMap<>();
    byStatement.values().stream()
        .filter(claims -> claims.size() <= SHARERS_MAX)
        .forEach(claims -> pair(claims, isCounted, sharedByPair));
    List<Finding> findings = new ArrayList<>();
    sharedByPair.forEach(
        (pair, shared) -> {
          if (shared.size() >= sharedMin) {
            findings.add(finding(catalog, pair, shared));
          }
        });
    return findings;
  }

  /** A number with so many digits that two of a kind are no accident, and no power of two. */
  private static boolean isOdd(Claim<Fact> claim) {
    return claim.content().quantity() instanceof Quantity.Value v
        && digits(v.number()) >= ODD_DIGITS
        && v.number().stripTrailingZeros().unscaledValue().bitCount() > 1;
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

  private static void pair(
      List<Claim<Fact>> claims,
      BiPredicate<String, String> isCounted,
      Map<String, Set<String>> sharedByPair) {
    for (int i = 0; i < claims.size(); i++) {
      for (int j = i + 1; j < claims.size(); j++) {
        String one = claims.get(i).subject();
        String other = claims.get(j).subject();
        if (isCounted.test(one, other)) {
          sharedByPair
              .computeIfAbsent(one + "|" + other, _ -> new TreeSet<>())
              .add(what(claims.get(i).content().attribute()));
        }
      }
    }
  }

  /** Peaks of one format count once, in whatever words they are claimed. */
  private static String what(Attribute attribute) {
    return attribute instanceof Attribute.Throughput t
        ? t.precision() + (t.sparsity() == Sparsity.SPARSE_2_4 ? " sparse peak" : " peak")
        : attribute.key();
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
