package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;

/** A wider number format does not have the higher dense peak on the same circuits. */
final class WiderFormatIsNotFaster implements SubjectRule {
  private static final Map<Precision, Precision> NARROWER =
      Map.of(
          Precision.FP64, Precision.FP32,
          Precision.FP32, Precision.FP16,
          Precision.INT16, Precision.INT8);

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    return Stream.of(Precision.values())
        .filter(NARROWER::containsKey)
        .flatMap(wide -> spec.densePeaks(wide).stream())
        .filter(wide -> spec.throughputs().stream().anyMatch(other -> isSlower(other, wide)))
        .map(
            wide ->
                new Finding(
                    Severity.WARNING,
                    name(),
                    dossier.subject().id(),
                    "its "
                        + wide.of().precision()
                        + " peak is above the peak of the narrower "
                        + NARROWER.get(wide.of().precision())
                        + "; are columns swapped?"))
        .toList();
  }

  private static boolean isSlower(PeakThroughput narrow, PeakThroughput wide) {
    return narrow.of().precision() == NARROWER.get(wide.of().precision())
        && narrow.of().sparsity() == wide.of().sparsity()
        && narrow.of().circuit() == wide.of().circuit()
        && narrow.of().scope() == wide.of().scope()
        && narrow.peak().high().compareTo(wide.peak().low()) < 0
        && !isToken(narrow, wide);
  }

  /** Some graphics chips run FP16 for compatibility only, at one 64th of the rate. */
  private static boolean isToken(PeakThroughput narrow, PeakThroughput wide) {
    double rate = wide.peak().value().doubleValue() / narrow.peak().value().doubleValue();
    return narrow.of().circuit() != Circuit.MATRIX
        && Math.abs(rate / KnownDesigns.FP32_FOR_TOKEN_FP16 - 1) < 0.05;
  }
}
