package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Locale;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/**
 * A number is not so many times what all other credible claims about the same attribute say. Prices
 * move, and are left out.
 */
final class FarFromOthers implements SubjectRule {
  private static final double FACTOR_MAX = 20;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    List<Claim<Fact>> credible =
        dossier.credibleClaims().stream().filter(FarFromOthers::isCompared).toList();
    return credible.stream()
        .map(c -> new Distance(c, nearest(c, credible)))
        .filter(d -> d.factor() > FACTOR_MAX && d.factor() < Double.POSITIVE_INFINITY)
        .map(this::finding)
        .toList();
  }

  /** By which factor the nearest of the other claims differs; infinite when there is none. */
  private record Distance(Claim<Fact> claim, double factor) {}

  private static boolean isCompared(Claim<Fact> claim) {
    return !SourcesAgree.isPrice(claim.content().attribute())
        && claim.content().positiveNumber().isPresent();
  }

  private static double nearest(Claim<Fact> claim, List<Claim<Fact>> all) {
    double own = number(claim);
    return all.stream()
        .filter(c -> !c.id().equals(claim.id()) && isAboutTheSame(c, claim))
        .mapToDouble(c -> number(c) / own)
        .map(ratio -> Math.max(ratio, 1 / ratio))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double number(Claim<Fact> claim) {
    return claim.content().positiveNumber().orElseThrow();
  }

  private static boolean isAboutTheSame(Claim<Fact> one, Claim<Fact> other) {
    return isAlike(one.content().attribute(), other.content().attribute())
        && one.content().quantity().unit().equals(other.content().quantity().unit());
  }

  /** A peak of untold circuits is one of those that are told. */
  private static boolean isAlike(Attribute one, Attribute other) {
    return (one instanceof Throughput a && other instanceof Throughput b)
        ? a.precision() == b.precision() && mayBeOne(a.circuit(), b.circuit())
        : one.equals(other);
  }

  private static boolean mayBeOne(Circuit one, Circuit other) {
    return one == other || one == Circuit.UNSTATED || other == Circuit.UNSTATED;
  }

  private Finding finding(Distance distance) {
    return new Finding(
        Severity.WARNING,
        name(),
        distance.claim().id(),
        String.format(
            Locale.ROOT,
            "it is %.3g times off the nearest of the other claims; look for a wrong prefix or unit",
            distance.factor()));
  }
}
