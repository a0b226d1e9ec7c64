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
 * A derived claim follows from its rule: where that is a formula, it comes to the value, up to a
 * prefix of its unit.
 */
final class DerivedClaimsRecompute implements SubjectRule {
  private static final double TOLERANCE = 0.01;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.credibleClaims().stream()
        .flatMap(c -> c.basis() instanceof Basis.Derived d ? check(c, d) : Stream.of())
        .toList();
  }

  private Stream<Finding> check(Claim<Fact> claim, Basis.Derived derived) {
    OptionalDouble computed = Arithmetic.evaluate(derived.rule());
    boolean differs =
        computed.isPresent()
            && claim.content().quantity() instanceof Quantity.Value v
            && !agree(computed.getAsDouble(), v.number().doubleValue());
    return differs
        ? Stream.of(finding(claim, derived.rule(), computed.getAsDouble()))
        : Stream.of();
  }

  /** Whether two numbers are the same up to a power of a thousand: kW and W, PFLOPS and TFLOPS. */
  private static boolean agree(double computed, double claimed) {
    double thousands = Math.log10(claimed / computed) / 3;
    double off = Math.abs(thousands - Math.rint(thousands)) * 3 * Math.log(10);
    return off <= TOLERANCE;
  }

  private Finding finding(Claim<Fact> claim, String rule, double computed) {
    return new Finding(
        Severity.WARNING,
        name(),
        claim.id(),
        "\""
            + rule
            + "\" comes to "
            + String.format(Locale.ROOT, "%.6g", computed)
            + ", not to what is claimed; mend the rule or the value");
  }
}
