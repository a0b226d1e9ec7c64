package org.suanwang.catalog.integrity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;

/**
 * Memory bandwidth is of a size that can feed the accelerator. No accelerator with a known FP16
 * peak does more than 1000 operations a byte; one that seems to has its link bandwidth printed.
 */
final class BandwidthFeedsThroughput implements SubjectRule {
  private static final BigDecimal FLOP_PER_BYTE_MAX = new BigDecimal("1000");
  private static final BigDecimal GIGA_PER_TERA = new BigDecimal("1000");

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> c.content().attribute() == Plain.MEMORY_BANDWIDTH)
        .filter(c -> starves(dossier, c))
        .map(c -> finding(c, dossier.isCorrectedAway(c.id())))
        .toList();
  }

  private Finding finding(Claim<Fact> claim, boolean corrected) {
    return new Finding(
        corrected ? Severity.INFO : Severity.WARNING,
        name(),
        claim.id(),
        "more than 1000 FP16 operations a byte: is this the bandwidth of a link?"
            + (corrected ? " A correction stands" : " Look it up, and correct it"));
  }

  private static boolean starves(Dossier dossier, Claim<Fact> bandwidth) {
    Optional<BigDecimal> peak =
        dossier.specification().headlinePeak(Precision.FP16).map(p -> p.peak().value());
    return bandwidth.content().quantity() instanceof Quantity.Value v
        && v.in() == Unit.GIGABYTE_PER_SECOND
        && peak.filter(
                p ->
                    p.multiply(GIGA_PER_TERA).compareTo(v.number().multiply(FLOP_PER_BYTE_MAX)) > 0)
            .isPresent();
  }
}
