package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;

/** A peak that skips zeros is not below the dense peak at the same precision and circuit. */
final class SparseIsNotBelowDense implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    return spec.throughputs().stream()
        .filter(sparse -> sparse.of().sparsity() == Sparsity.SPARSE_2_4)
        .flatMap(sparse -> spec.throughputs().stream().filter(dense -> isAbove(dense, sparse)))
        .map(
            dense ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    dossier.subject().id(),
                    "the dense "
                        + dense.of().precision()
                        + " peak is above the sparse one; correct "
                        + dense.peak().claimIds().getFirst()
                        + " or its sparse counterpart"))
        .toList();
  }

  private static boolean isAbove(PeakThroughput dense, PeakThroughput sparse) {
    return dense.of().sparsity() == Sparsity.DENSE
        && dense.of().precision() == sparse.of().precision()
        && dense.of().circuit() == sparse.of().circuit()
        && dense.of().scope() == sparse.of().scope()
        && dense.peak().value().compareTo(sparse.peak().value()) > 0;
  }
}
