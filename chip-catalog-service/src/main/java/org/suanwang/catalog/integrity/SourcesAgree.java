package org.suanwang.catalog.integrity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;

/** Credible claims about one attribute lie close together; where not, readers should know. */
final class SourcesAgree implements SubjectRule {
  private static final BigDecimal NOTABLE = new BigDecimal("1.05");

  /** At a factor of two a basis, a prefix or a column is wrong, not a rounding. */
  private static final BigDecimal SUSPECT = new BigDecimal("1.9");

  /** A memory's size is a round number that nobody measures: 80 GB and 96 GB are two products. */
  private static final BigDecimal SUSPECT_OF_CAPACITY = new BigDecimal("1.08");

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    List<Finding> findings = new ArrayList<>();
    String id = dossier.subject().id();
    Specification spec = dossier.specification();
    spec.throughputs()
        .forEach(t -> add(findings, id, t.of().precision() + " peak", t.peak(), SUSPECT));
    spec.numbers()
        .forEach(
            (attribute, r) -> {
              if (!isPrice(attribute)) {
                add(findings, id, words(attribute), r, suspect(attribute));
              }
            });
    return findings;
  }

  /** Prices differ by seller and day, and nobody errs. */
  static boolean isPrice(Attribute attribute) {
    return attribute instanceof Named named
        && (named.family() == Named.Family.PRICE || named.family() == Named.Family.RENT);
  }

  private static BigDecimal suspect(Attribute attribute) {
    return attribute == Plain.MEMORY_CAPACITY ? SUSPECT_OF_CAPACITY : SUSPECT;
  }

  private static String words(Attribute attribute) {
    return attribute.key().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private void add(
      List<Finding> findings, String id, String what, Resolved resolved, BigDecimal suspect) {
    // A single claim may well be a range or a bound, and a bound leaves room: nobody disagrees.
    if (resolved.claimIds().size() < 2 || !resolved.isComparable() || !spans(resolved, NOTABLE)) {
      return;
    }
    findings.add(
        new Finding(
            spans(resolved, suspect) ? Severity.WARNING : Severity.INFO,
            name(),
            id,
            "its "
                + what
                + " lies between "
                + resolved.low().toPlainString()
                + " and "
                + resolved.high().toPlainString()
                + " "
                + resolved.unit().symbol()
                + " by credible claims"));
  }

  private static boolean spans(Resolved resolved, BigDecimal factor) {
    return resolved.high().compareTo(resolved.low().multiply(factor)) > 0;
  }
}
