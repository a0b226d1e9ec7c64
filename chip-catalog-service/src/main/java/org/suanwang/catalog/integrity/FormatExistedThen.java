package org.suanwang.catalog.integrity;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.provenance.PartialDate;

/**
 * No accelerator has circuits for a number format from before anybody had: a TF32 peak of a V100 is
 * another format's.
 */
final class FormatExistedThen implements SubjectRule {
  /** The year in which the first product with such circuits came out. */
  private static final Map<Precision, Integer> FIRST =
      Map.of(Precision.TF32, 2020, Precision.FP8, 2022, Precision.FP6, 2024, Precision.FP4, 2024);

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    Optional<Integer> released =
        Optional.ofNullable(spec.text(Plain.RELEASE_DATE)).flatMap(FormatExistedThen::year);
    if (released.isEmpty()) {
      return List.of();
    }
    return spec.throughputs().stream()
        .filter(p -> p.of().circuit() != Circuit.VECTOR)
        .filter(p -> released.get() < FIRST.getOrDefault(p.of().precision(), 0))
        .map(
            p ->
                new Finding(
                    Severity.WARNING,
                    name(),
                    p.peak().claimIds().getFirst(),
                    "it was released in "
                        + released.get()
                        + ", before any accelerator had "
                        + p.of().precision()
                        + " circuits; is it another format's peak?"))
        .toList();
  }

  private static Optional<Integer> year(String date) {
    try {
      return Optional.of(PartialDate.parse(date).last().getYear());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
