package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/**
 * A peak whose source does not tell the circuits is that of the vector circuits or of the matrix
 * ones, where others claim these, dense or sparse. If it is far from all of them, a digit, a prefix
 * or a column is wrong.
 */
final class UntoldCircuitIsOneOfThem implements SubjectRule {
  private static final double FACTOR_MAX = 1.9;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    List<Claim<Fact>> peaks =
        dossier.credibleClaims().stream().filter(UntoldCircuitIsOneOfThem::isPeak).toList();
    return peaks.stream()
        .filter(c -> peak(c).circuit() == Circuit.UNSTATED)
        .flatMap(c -> finding(c, peaks.stream().filter(o -> isTold(o, c)).toList()))
        .toList();
  }

  private static boolean isPeak(Claim<Fact> claim) {
    return claim.content().attribute() instanceof Throughput
        && claim.content().isWellFormed()
        && claim.content().positiveNumber().isPresent();
  }

  private static Throughput peak(Claim<Fact> claim) {
    return (Throughput) claim.content().attribute();
  }

  private static double number(Claim<Fact> claim) {
    return claim.content().positiveNumber().orElseThrow();
  }

  private static boolean isTold(Claim<Fact> other, Claim<Fact> untold) {
    return peak(other).circuit() != Circuit.UNSTATED
        && peak(other).precision() == peak(untold).precision()
        && peak(other).scope() == peak(untold).scope();
  }

  private Stream<Finding> finding(Claim<Fact> claim, List<Claim<Fact>> told) {
    double nearest =
        told.stream()
            .mapToDouble(o -> Math.abs(Math.log(number(o) / number(claim))))
            .min()
            .orElse(0);
    return nearest <= Math.log(FACTOR_MAX)
        ? Stream.of()
        : Stream.of(
            new Finding(
                Severity.WARNING,
                name(),
                claim.id(),
                "its source does not tell the circuits, and it is %.3g times off what others claim"
                        .formatted(Math.exp(nearest))
                    + " of any; look for a wrong digit, prefix or column"));
  }
}
