package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;

/**
 * On the same matrix circuits a format of half the width has twice the peak, of the same width the
 * same. Some designs differ; where one does, somebody who looked it up says so by a verdict.
 */
final class FormatsStandInRatio implements SubjectRule {
  /** Two formats, and how many times the first one's peak the second one's usually is. */
  private record Step(Precision from, Precision to, double ratio) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(Precision.FP16, Precision.BF16, 1),
          new Step(Precision.TF32, Precision.FP16, 2),
          new Step(Precision.TF32, Precision.BF16, 2),
          new Step(Precision.FP16, Precision.INT8, 2),
          new Step(Precision.BF16, Precision.INT8, 2),
          new Step(Precision.FP16, Precision.FP8, 2),
          new Step(Precision.BF16, Precision.FP8, 2),
          new Step(Precision.FP8, Precision.INT8, 1),
          new Step(Precision.INT8, Precision.INT4, 2),
          new Step(Precision.FP8, Precision.FP4, 2));

  private static final double TOLERANCE = 0.06;

  /** How many times its FP32 peak the FP16 peak of vector circuits is. */
  private static final List<Double> OF_VECTORS =
      List.of(1.0, 2.0, 1 / KnownDesigns.FP32_FOR_TOKEN_FP16);

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    return Stream.of(Sparsity.DENSE, Sparsity.SPARSE_2_4)
        .flatMap(sparsity -> firstOff(spec, sparsity).stream())
        .toList();
  }

  /** One finding for all formats: a single wrong peak is off from every other. */
  private Optional<Finding> firstOff(Specification spec, Sparsity sparsity) {
    for (Step step : STEPS) {
      Optional<PeakThroughput> from = peak(spec, step.from(), sparsity);
      Optional<PeakThroughput> to = peak(spec, step.to(), sparsity);
      if (from.isPresent() && to.isPresent() && isOff(spec, step, from.get(), to.get())) {
        return Optional.of(finding(step, from.get(), to.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<PeakThroughput> peak(
      Specification spec, Precision precision, Sparsity sparsity) {
    return spec.throughputs().stream()
        .filter(p -> p.of().precision() == precision && p.of().sparsity() == sparsity)
        .filter(p -> p.of().circuit() != Circuit.VECTOR && p.peak().isComparable())
        .filter(p -> !isOfVectors(spec, p))
        .findFirst();
  }

  /**
   * A 16-bit peak of untold circuits that is just, or twice, or one 64th of what vector circuits
   * reach at 32 bits is theirs: it says nothing of what matrix circuits reach in other formats.
   */
  private static boolean isOfVectors(Specification spec, PeakThroughput peak) {
    return peak.of().circuit() == Circuit.UNSTATED
        && peak.of().precision() == Precision.FP16
        && spec.densePeaks(Precision.FP32).stream()
            .filter(wide -> wide.of().circuit() != Circuit.MATRIX)
            .map(wide -> peak.peak().value().doubleValue() / wide.peak().value().doubleValue())
            .anyMatch(
                ratio -> OF_VECTORS.stream().anyMatch(r -> Math.abs(ratio / r - 1) <= TOLERANCE));
  }

  private static boolean isOff(
      Specification spec, Step step, PeakThroughput from, PeakThroughput to) {
    double low = to.peak().low().doubleValue() / from.peak().high().doubleValue();
    double high = to.peak().high().doubleValue() / from.peak().low().doubleValue();
    boolean isUsual =
        high >= step.ratio() * (1 - TOLERANCE) && low <= step.ratio() * (1 + TOLERANCE);
    return !isUsual
        && !KnownDesigns.hasFewerWideLanes(from.of().precision(), to.of().precision(), low, high)
        && !KnownDesigns.hasTf32AtVectorRate(spec, from, to.of().precision(), low, high);
  }

  private Finding finding(Step step, PeakThroughput from, PeakThroughput to) {
    return new Finding(
        Severity.WARNING,
        name(),
        to.peak().claimIds().getFirst(),
        "its "
            + step.to()
            + " peak of "
            + Spelling.of(to.peak())
            + " is not "
            + (step.ratio() == 1 ? "that of " : "twice that of ")
            + step.from()
            + ", "
            + Spelling.of(from.peak())
            + "; is one of them sparse, of other circuits, or of another bin?");
  }
}
