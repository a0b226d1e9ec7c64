package org.suanwang.catalog.load;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
            .filter(c -> isAboutIt(c, column, attribute))
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

  /** Whether a claim from the same cell says what this one would: of some cells there are two. */
  private static boolean isAboutIt(Claim<Fact> claim, String column, Attribute attribute) {
    return isOf(attribute, Precision.BF16)
        ? isOf(claim.content().attribute(), Precision.BF16)
        : !column.equals(EpochColumns.NOTES) || isSame(claim, attribute);
  }

  private static boolean isOf(Attribute attribute, Precision precision) {
    return attribute instanceof Throughput t && t.precision() == precision;
  }

  private static boolean isSame(Claim<Fact> claim, Attribute attribute) {
    return claim.content().attribute().equals(attribute);
  }

  private static boolean isAlike(Attribute one, Attribute other) {
    if (one instanceof Throughput a && other instanceof Throughput b) {
      // By hand the joint column has been entered as BF16 alone, where nothing runs FP16.
      return a.precision() == b.precision()
          || (a.precision() == Precision.BF16 && b.precision() == Precision.FP16);
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
