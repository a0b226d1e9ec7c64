package org.suanwang.catalog.load;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.PartialDate;

/**
 * What the catalogue has taken from a row before, so that no cell is claimed twice. Claims entered
 * by hand may leave the column out, and may have read a peak's circuit out of what is around it.
 */
final class EpochKnown {
  private static final Set<Precision> SIXTEEN_BITS = Set.of(Precision.FP16, Precision.BF16);

  private final List<Claim<Fact>> ofRow;

  private EpochKnown(List<Claim<Fact>> ofRow) {
    this.ofRow = ofRow;
  }

  static EpochKnown of(Catalog known, String subject, String source, String row) {
    return new EpochKnown(
        known.findDossier(subject).stream()
            .flatMap(d -> d.claims().stream())
            .filter(c -> c.sourceId().equals(source) && row.equals(c.locator().row()))
            .sorted(Comparator.comparing((Claim<Fact> c) -> c.asOf().first()).reversed())
            .toList());
  }

  /** Why a cell becomes no claim; empty when it says something new. */
  Optional<String> whyLeftOut(
      String column, Attribute attribute, Quantity quantity, PartialDate asOf) {
    Optional<Claim<Fact>> ofCell =
        ofRow.stream()
            .filter(c -> column.equals(c.locator().column()))
            .filter(c -> !column.equals(EpochColumns.NOTES) || isSame(c, attribute))
            .findFirst();
    if (ofCell.isPresent()) {
      return ofCell.flatMap(c -> compare(c, quantity, asOf));
    }
    List<Claim<Fact>> mayBe =
        ofRow.stream()
            .filter(c -> c.locator().column() == null)
            .filter(c -> isAlike(c.content().attribute(), attribute))
            .toList();
    return mayBe.stream()
        .filter(c -> c.content().quantity().equals(quantity))
        .findFirst()
        .or(() -> mayBe.stream().filter(c -> isSame(c, attribute)).findFirst())
        .flatMap(c -> compare(c, quantity, asOf));
  }

  private static boolean isSame(Claim<Fact> claim, Attribute attribute) {
    return claim.content().attribute().equals(attribute);
  }

  private static boolean isAlike(Attribute one, Attribute other) {
    if (one instanceof Throughput a && other instanceof Throughput b) {
      return a.precision() == b.precision()
          || (SIXTEEN_BITS.contains(a.precision()) && SIXTEEN_BITS.contains(b.precision()));
    }
    return one.equals(other);
  }

  private static Optional<String> compare(Claim<Fact> there, Quantity quantity, PartialDate asOf) {
    if (there.content().quantity().equals(quantity)) {
      return Optional.of("it is claimed already: " + there.id());
    }
    return there.asOf().first().isBefore(asOf.first())
        ? Optional.empty()
        : Optional.of("the catalogue has read it otherwise, and not earlier: " + there.id());
  }
}
