package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;

/**
 * A derived claim follows from what it names: the claims among its inputs are there, and a rule
 * that is a formula comes to the value, up to a prefix of its unit.
 */
final class DerivedClaimsRecompute implements SubjectRule {
  private static final double TOLERANCE = 0.01;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.credibleClaims().stream()
        .flatMap(
            c ->
                c.basis() instanceof Basis.Derived derived
                    ? check(catalog, c, derived)
                    : Stream.of())
        .toList();
  }

  private Stream<Finding> check(Catalog catalog, Claim<Fact> claim, Basis.Derived derived) {
    Stream<Finding> missing =
        derived.inputs().stream()
            .filter(i -> looksLikeClaim(catalog, i) && catalog.findClaim(i).isEmpty())
            .map(i -> finding(claim, "its input " + i + " is not there; name another"));
    OptionalDouble computed = Arithmetic.evaluate(derived.rule());
    boolean differs =
        computed.isPresent()
            && claim.content().quantity() instanceof Quantity.Value v
            && !agree(computed.getAsDouble(), v.number().doubleValue());
    return differs
        ? Stream.concat(
            missing,
            Stream.of(
                finding(
                    claim,
                    "\""
                        + derived.rule()
                        + "\" comes to "
                        + String.format(Locale.ROOT, "%.6g", computed.getAsDouble())
                        + ", not to what is claimed; mend the rule or the value")))
        : missing;
  }

  private static boolean looksLikeClaim(Catalog catalog, String input) {
    return input.indexOf('.') > 0
        && input.indexOf(' ') < 0
        && catalog.findDossier(Catalog.subjectOf(input)).isPresent();
  }

  /** Whether two numbers are the same up to a power of a thousand: kW and W, PFLOPS and TFLOPS. */
  private static boolean agree(double computed, double claimed) {
    double thousands = Math.log10(claimed / computed) / 3;
    double off = Math.abs(thousands - Math.rint(thousands)) * 3 * Math.log(10);
    return off <= TOLERANCE;
  }

  private Finding finding(Claim<Fact> claim, String message) {
    return new Finding(Severity.WARNING, name(), claim.id(), message);
  }
}
