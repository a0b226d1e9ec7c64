package org.suanwang.catalog.integrity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Claim;

/** A peak without a word about sparsity that equals the sparse peak is probably the sparse one. */
final class UnstatedLooksSparse implements SubjectRule {
  private static final BigDecimal CLOSE = new BigDecimal("0.01");

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> isUnstated(c) && !dossier.isCorrectedAway(c.id()))
        .filter(c -> dossier.claims().stream().anyMatch(s -> isSparseTwin(c, s)))
        .map(
            c ->
                new Finding(
                    Severity.WARNING,
                    name(),
                    c.id(),
                    "it equals the peak with 2:4 sparsity; correct it with the dense value"))
        .toList();
  }

  private static boolean isUnstated(Claim<Fact> claim) {
    return claim.content().attribute() instanceof Throughput t && t.sparsity() == Sparsity.UNSTATED;
  }

  private static boolean isSparseTwin(Claim<Fact> unstated, Claim<Fact> other) {
    return unstated.content().attribute() instanceof Throughput u
        && other.content().attribute() instanceof Throughput o
        && o.sparsity() == Sparsity.SPARSE_2_4
        && o.precision() == u.precision()
        && number(unstated).flatMap(n -> number(other).filter(m -> isClose(n, m))).isPresent();
  }

  private static Optional<BigDecimal> number(Claim<Fact> claim) {
    return claim.content().quantity() instanceof Quantity.Value v
        ? Optional.of(v.number())
        : Optional.empty();
  }

  private static boolean isClose(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(other.abs().multiply(CLOSE)) <= 0;
  }
}
