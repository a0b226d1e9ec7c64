package org.suanwang.catalog.integrity;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;

/**
 * A board or system has no less memory, and takes no less power, than its devices of one kind do
 * together. Otherwise a number of one device has been written down for the whole.
 */
final class WholeHoldsItsParts implements IntegrityRule {
  private static final List<Plain> ADD_UP = List.of(Plain.MEMORY_CAPACITY, Plain.POWER);

  /** Systems are run below the sum of the limits, and gigabytes are rounded. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.9");

  @Override
  public List<Finding> check(Catalog catalog) {
    return catalog.dossiers().stream().flatMap(d -> check(catalog, d)).toList();
  }

  private Stream<Finding> check(Catalog catalog, Dossier whole) {
    Specification spec = whole.specification();
    return spec.numbers().keySet().stream()
        .filter(a -> a instanceof Link link && link.relation() == Link.Relation.CONTAINS)
        .map(Link.class::cast)
        .flatMap(
            link ->
                catalog
                    .findSpecification(link.target())
                    .map(part -> ADD_UP.stream().flatMap(of -> finding(spec, link, part, of)))
                    .orElse(Stream.of()));
  }

  private Stream<Finding> finding(Specification whole, Link link, Specification part, Plain of) {
    Resolved own = comparable(whole, of);
    Resolved each = comparable(part, of);
    Resolved count = comparable(whole, link);
    if (own == null || each == null || count == null) {
      return Stream.of();
    }
    BigDecimal least = each.low().multiply(count.low());
    if (own.high().compareTo(least.multiply(TOLERANCE)) >= 0) {
      return Stream.of();
    }
    String message =
        "%s of %s is below that of its %s %s together, %s %s; is it of one device?"
            .formatted(
                of.key(),
                Spelling.of(own),
                count.low().toPlainString(),
                link.target(),
                least.toPlainString(),
                each.unit().symbol());
    return Stream.of(new Finding(Severity.WARNING, name(), own.claimIds().getFirst(), message));
  }

  private static @Nullable Resolved comparable(Specification spec, Attribute attribute) {
    Resolved resolved = spec.number(attribute);
    return resolved != null && resolved.isComparable() ? resolved : null;
  }
}
