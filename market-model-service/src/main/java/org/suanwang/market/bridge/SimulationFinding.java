package org.suanwang.market.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;

/**
 * What a simulation found.
 *
 * @param utilisation from 0 to 1
 * @param settledAmount money that changed hands in the period
 * @param fee the operator's part of it
 * @param period the simulated time that the money belongs to
 * @param fleetThroughput dense throughput of the simulated fleet
 * @param fleetCatalogue the catalogue version that the fleet's device types are of; null when it is
 *     not said
 * @param demandCatalogue the one by which the demand was converted; null when it is not said
 */
public record SimulationFinding(
    String simulation,
    String policy,
    String resultHash,
    BigFraction utilisation,
    Quantity settledAmount,
    Quantity fee,
    Quantity period,
    Quantity fleetThroughput,
    @Nullable CatalogueVersion fleetCatalogue,
    @Nullable CatalogueVersion demandCatalogue) {
  private static final Unit CNY = Unit.parse("CNY");

  /** About a thousand times what the whole world earns in a year. */
  private static final Quantity MONEY_MAX = new Quantity(BigFraction.of(10).pow(18), CNY);

  private static final Unit DAY = Unit.parse("day");
  private static final Quantity PERIOD_MIN = new Quantity(BigFraction.of(1, 100_000), DAY);
  private static final Quantity PERIOD_MAX = new Quantity(BigFraction.of(36_500), DAY);
  private static final Unit EFLOPS = Unit.parse("EFLOP/s");
  private static final Quantity SPEED_MIN = new Quantity(BigFraction.of(1, 1_000_000_000), EFLOPS);
  private static final Quantity SPEED_MAX = new Quantity(BigFraction.of(1_000_000_000), EFLOPS);

  /** A catalogue version, and whether it was only the last known when it was used. */
  public record CatalogueVersion(String id, boolean stale) {}

  /**
   * What its catalogue versions leave open: that they are two, or were stale. Empty when there is
   * nothing to say, or nothing is known.
   */
  Optional<AssumptionList.Entry> catalogueDoubt() {
    var parts = new ArrayList<String>();
    if (fleetCatalogue != null
        && demandCatalogue != null
        && !fleetCatalogue.id().equals(demandCatalogue.id())) {
      parts.add(
          "the fleet's devices are of catalogue "
              + fleetCatalogue.id()
              + " and the demand was converted by catalogue "
              + demandCatalogue.id());
    }
    if (fleetCatalogue != null && fleetCatalogue.stale()) {
      parts.add("the catalogue did not answer when the fleet was made");
    }
    if (demandCatalogue != null && demandCatalogue.stale()) {
      parts.add("the catalogue did not answer when the demand was converted");
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AssumptionList.Entry(
                "catalogue-of-" + simulation,
                "In " + simulation + ", " + String.join("; ", parts) + ".",
                "Nothing that changed in between is taken to matter.",
                "request"));
  }

  /**
   * Checks every number.
   *
   * @param field where it stood in the request, for messages
   * @throws InvalidInputException with every fault
   */
  public SimulationFinding require(String field) {
    var faults = new ArrayList<Violation>();
    if (utilisation.signum() < 0 || utilisation.compareTo(BigFraction.ONE) > 0) {
      faults.add(
          new Violation(
              field + ".utilisation",
              new Quantity(utilisation, Unit.ONE).shortText(),
              "must be from 0 to 1",
              "send the share, not percent"));
    }
    var none = new Quantity(BigFraction.ZERO, CNY);
    checkRange(field + ".settledAmount", settledAmount, none, MONEY_MAX, faults);
    checkRange(field + ".fee", fee, none, MONEY_MAX, faults);
    checkRange(field + ".periodDays", period, PERIOD_MIN, PERIOD_MAX, faults);
    checkRange(field + ".fleetThroughput", fleetThroughput, SPEED_MIN, SPEED_MAX, faults);
    checkFee(field, faults);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    return this;
  }

  /** The fee is a part of what was settled; a negative amount is told by itself. */
  private void checkFee(String field, List<Violation> faults) {
    if (settledAmount.value().signum() >= 0
        && fee.unit().isComparableTo(settledAmount.unit())
        && fee.coherent().compareTo(settledAmount.coherent()) > 0) {
      faults.add(
          new Violation(
              field + ".fee",
              fee.shortText(),
              "must not be above the settledAmount, which is " + settledAmount.shortText(),
              "send the operator's part of the amount settled, not the rest and not the rate"));
    }
  }

  private static void checkRange(
      String field, Quantity given, Quantity min, Quantity max, List<Violation> faults) {
    String unit = min.unit().text();
    if (!given.unit().isComparableTo(min.unit())) {
      faults.add(
          new Violation(
              field + ".unit",
              given.unit().text(),
              "must be comparable to " + unit,
              "use " + unit));
    } else if (given.coherent().compareTo(min.coherent()) < 0
        || given.coherent().compareTo(max.coherent()) > 0) {
      faults.add(
          new Violation(
              field,
              given.shortText(),
              "must be from " + min.shortText() + " to " + max.shortText(),
              "send what the simulation answered, unchanged"));
    }
  }
}
