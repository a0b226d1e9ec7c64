package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/**
 * A peak with 2:4 sparsity stands beside the dense one of its precision, if only to say that the
 * source does not tell it: alone it is taken for the dense one sooner or later. Systems are not
 * compared by their peaks, and their sheets often print the sparse one only.
 */
final class SparseHasDense implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.subject() instanceof Accelerator ? check(dossier) : List.of();
  }

  private List<Finding> check(Dossier dossier) {
    Set<Precision> based =
        dossier.claims().stream()
            .flatMap(c -> peak(c).stream())
            .filter(peak -> peak.sparsity() != Sparsity.SPARSE_2_4)
            .map(Throughput::precision)
            .collect(Collectors.toSet());
    return dossier.claims().stream()
        .filter(c -> peak(c).filter(peak -> isAlone(peak, based)).isPresent())
        .map(this::finding)
        .toList();
  }

  private static Optional<Throughput> peak(Claim<Fact> claim) {
    return claim.content().attribute() instanceof Throughput peak
        ? Optional.of(peak)
        : Optional.empty();
  }

  private static boolean isAlone(Throughput peak, Set<Precision> based) {
    return peak.sparsity() == Sparsity.SPARSE_2_4 && !based.contains(peak.precision());
  }

  private Finding finding(Claim<Fact> claim) {
    return new Finding(
        Severity.ERROR,
        name(),
        claim.id(),
        "a sparse peak needs a claim about the dense one of its precision: its number, or that it"
            + " is NOT_DISCLOSED");
  }
}
