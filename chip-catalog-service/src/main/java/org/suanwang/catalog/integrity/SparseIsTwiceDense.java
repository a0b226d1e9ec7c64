package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;

/**
 * With two of four weights zero the peak is twice the dense one, or the hardware has no such mode.
 */
final class SparseIsTwiceDense implements SubjectRule {
  private static final double TOLERANCE = 0.03;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    return spec.throughputs().stream()
        .filter(p -> p.of().sparsity() == Sparsity.SPARSE_2_4)
        .flatMap(
            sparse ->
                spec.throughputs().stream()
                    .filter(dense -> isTwin(dense, sparse) && !isHalf(dense, sparse))
                    .map(dense -> finding(dense, sparse)))
        .toList();
  }

  private static boolean isTwin(PeakThroughput dense, PeakThroughput sparse) {
    return dense.of().sparsity() == Sparsity.DENSE
        && dense.of().precision() == sparse.of().precision()
        && dense.of().circuit() == sparse.of().circuit()
        && dense.of().scope() == sparse.of().scope()
        && Stream.of(dense, sparse).allMatch(p -> p.peak().isComparable());
  }

  private static boolean isHalf(PeakThroughput dense, PeakThroughput sparse) {
    double low = sparse.peak().low().doubleValue() / dense.peak().high().doubleValue();
    double high = sparse.peak().high().doubleValue() / dense.peak().low().doubleValue();
    return low <= 2 * (1 + TOLERANCE) && high >= 2 * (1 - TOLERANCE);
  }

  private Finding finding(PeakThroughput dense, PeakThroughput sparse) {
    return new Finding(
        Severity.WARNING,
        name(),
        sparse.peak().claimIds().getFirst(),
        "its sparse "
            + sparse.of().precision()
            + " peak of "
            + Spelling.of(sparse.peak())
            + " is not twice the dense "
            + Spelling.of(dense.peak())
            + "; one of them is on another basis");
  }
}
