package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;

/**
 * A stated total processing performance is the largest product of a dense peak and the bits of its
 * format. Whoever copies the one without the other, or from a neighbour's row, is found out.
 */
final class ProcessingPerformanceRecomputes implements SubjectRule {
  private static final Map<Precision, Integer> BITS =
      Map.ofEntries(
          Map.entry(Precision.FP64, 64),
          Map.entry(Precision.FP32, 32),
          Map.entry(Precision.FP16, 16),
          Map.entry(Precision.BF16, 16),
          Map.entry(Precision.FP8, 8),
          Map.entry(Precision.FP6, 6),
          Map.entry(Precision.FP4, 4),
          Map.entry(Precision.INT32, 32),
          Map.entry(Precision.INT16, 16),
          Map.entry(Precision.INT8, 8),
          Map.entry(Precision.INT4, 4));

  /** Readers of the rules differ: 19 bits are computed with, 32 are stored. */
  private static final List<Integer> TF32_BITS = List.of(19, 32);

  private static final double TOLERANCE = 0.02;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    Resolved stated = spec.number(Plain.TOTAL_PROCESSING_PERFORMANCE);
    if (stated == null || spec.throughputs().isEmpty()) {
      return List.of();
    }
    boolean agrees =
        TF32_BITS.stream()
            .map(tf32 -> computed(spec, tf32))
            .anyMatch(tpp -> Math.abs(stated.value().doubleValue() / tpp - 1) <= TOLERANCE);
    return agrees ? List.of() : List.of(finding(stated, computed(spec, TF32_BITS.getFirst())));
  }

  private static double computed(Specification spec, int tf32Bits) {
    Stream<PeakThroughput> dense =
        spec.throughputs().stream().filter(p -> p.of().sparsity() == Sparsity.DENSE);
    return dense
        .mapToDouble(
            p ->
                p.peak().value().doubleValue()
                    * (p.of().precision() == Precision.TF32
                        ? tf32Bits
                        : BITS.getOrDefault(p.of().precision(), 0)))
        .max()
        .orElse(Double.NaN);
  }

  private Finding finding(Resolved stated, double computed) {
    return new Finding(
        Severity.WARNING,
        name(),
        stated.claimIds().getFirst(),
        "a total processing performance of "
            + stated.value().toPlainString()
            + " does not follow from the dense peaks, which come to "
            + Math.round(computed)
            + "; was it copied?");
  }
}
