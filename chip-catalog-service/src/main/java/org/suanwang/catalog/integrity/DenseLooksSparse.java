package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/**
 * A peak that is called dense but is what others call sparse, or twice what others call dense: the
 * commonest defect of published tables.
 */
final class DenseLooksSparse implements SubjectRule {
  private static final double CLOSE = 0.015;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    List<Claim<Fact>> peaks =
        dossier.credibleClaims().stream().filter(c -> number(c).isPresent()).toList();
    return peaks.stream()
        .filter(c -> sparsity(c) == Sparsity.DENSE)
        .flatMap(c -> witness(c, peaks).stream().map(w -> finding(c, w)))
        .toList();
  }

  private Finding finding(Claim<Fact> dense, Claim<Fact> witness) {
    boolean sparse = sparsity(witness) == Sparsity.SPARSE_2_4;
    return new Finding(
        Severity.WARNING,
        name(),
        dense.id(),
        "it is called dense and is "
            + (sparse ? "the sparse peak that " : "twice the dense peak that ")
            + witness.id()
            + " states; one of them is on the wrong basis");
  }

  /** The claim of the same accelerator that speaks against a dense peak. */
  private static Optional<Claim<Fact>> witness(Claim<Fact> dense, List<Claim<Fact>> peaks) {
    Throughput of = (Throughput) dense.content().attribute();
    Stream<Claim<Fact>> others =
        peaks.stream().filter(p -> !p.id().equals(dense.id()) && isOfSameFormat(p, of));
    return others
        .filter(
            p ->
                sparsity(p) == Sparsity.SPARSE_2_4
                    ? isClose(dense, p, 1)
                    : isSameCircuit(p, of) && isClose(dense, p, 2))
        .findFirst();
  }

  private static boolean isOfSameFormat(Claim<Fact> claim, Throughput of) {
    return claim.content().attribute() instanceof Throughput t
        && t.precision() == of.precision()
        && t.scope() == of.scope();
  }

  private static boolean isSameCircuit(Claim<Fact> claim, Throughput of) {
    return claim.content().attribute() instanceof Throughput t && t.circuit() == of.circuit();
  }

  private static boolean isClose(Claim<Fact> one, Claim<Fact> other, double factor) {
    double ratio = number(one).orElse(0.0) / (number(other).orElse(1.0) * factor);
    return Math.abs(ratio - 1) <= CLOSE;
  }

  private static OptionalDouble number(Claim<Fact> claim) {
    return claim.content().attribute() instanceof Throughput
        ? claim.content().positiveNumber()
        : OptionalDouble.empty();
  }

  private static Sparsity sparsity(Claim<Fact> claim) {
    return claim.content().attribute() instanceof Throughput t ? t.sparsity() : Sparsity.UNSTATED;
  }
}
