package org.suanwang.catalog.integrity;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;

/**
 * No accelerator has such a number, whatever a source says: the limits leave a factor of some five
 * above the largest that exists, an accelerator made of a whole wafer (125,000 TFLOP/s, 21,000,000
 * GB/s, 46,255 mm2, 23 kW), and more below the smallest. What is only unlikely is left to {@link
 * MagnitudeIsPlausible}. Systems of any size exist.
 */
final class MagnitudeIsPossible implements SubjectRule {
  private record Limits(BigDecimal low, BigDecimal high) {
    static Limits of(String low, String high) {
      return new Limits(new BigDecimal(low), new BigDecimal(high));
    }

    boolean hold(BigDecimal number) {
      return number.compareTo(low) >= 0 && number.compareTo(high) <= 0;
    }
  }

  private static final Map<Unit, Limits> LIMITS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Unit.TFLOP_PER_SECOND, Limits.of("0.000001", "1000000")),
              Map.entry(Unit.TOP_PER_SECOND, Limits.of("0.000001", "1000000")),
              Map.entry(Unit.GIGABYTE_PER_SECOND, Limits.of("0.001", "100000000")),
              Map.entry(Unit.GIGABYTE, Limits.of("0.000001", "100000")),
              Map.entry(Unit.WATT, Limits.of("0.001", "100000")),
              Map.entry(Unit.DEVICE, Limits.of("1", "10000")),
              Map.entry(Unit.SQUARE_MILLIMETRE, Limits.of("0.1", "200000")),
              Map.entry(Unit.GIGAHERTZ, Limits.of("0.000001", "100")),
              Map.entry(Unit.BIT, Limits.of("1", "1000000")),
              Map.entry(Unit.GIGATRANSFER_PER_SECOND, Limits.of("0.001", "1000")),
              Map.entry(Unit.BILLION, Limits.of("0.000001", "100000")),
              Map.entry(Unit.US_DOLLAR, Limits.of("0.01", "100000000")),
              Map.entry(Unit.YUAN, Limits.of("0.01", "1000000000")),
              Map.entry(Unit.US_DOLLAR_PER_HOUR, Limits.of("0.0001", "100000")),
              Map.entry(Unit.YUAN_PER_HOUR, Limits.of("0.0001", "1000000"))));

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.subject() instanceof Accelerator
        ? dossier.claims().stream().flatMap(c -> impossible(dossier, c)).toList()
        : List.of();
  }

  /** What is zero, negative or endless already is {@link QuantityIsPositive}'s. */
  private Stream<Finding> impossible(Dossier dossier, Claim<Fact> claim) {
    Quantity quantity = claim.content().quantity();
    Unit unit = quantity.unit().orElse(null);
    Limits limits = unit == null ? null : LIMITS.get(unit);
    return unit == null || limits == null
        ? Stream.of()
        : quantity.numbers().stream()
            .filter(n -> n.signum() > 0 && Decimals.isWithinLimits(n) && !limits.hold(n))
            .limit(1)
            .map(n -> finding(dossier, claim, n, unit, limits));
  }

  private Finding finding(
      Dossier dossier, Claim<Fact> claim, BigDecimal number, Unit unit, Limits limits) {
    return new Finding(
        dossier.isCorrectedAway(claim.id()) ? Severity.INFO : Severity.ERROR,
        name(),
        claim.id(),
        ("no accelerator has %s %s; what can be lies between %s and %s: look at the unit,"
                + " or add a claim that corrects it")
            .formatted(
                number.toPlainString(),
                unit.symbol(),
                limits.low().toPlainString(),
                limits.high().toPlainString()));
  }
}
