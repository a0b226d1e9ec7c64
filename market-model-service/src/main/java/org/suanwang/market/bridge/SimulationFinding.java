package org.suanwang.market.bridge;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
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
 */
public record SimulationFinding(
    String simulation,
    String policy,
    String resultHash,
    BigFraction utilisation,
    Quantity settledAmount,
    Quantity fee,
    Quantity period,
    Quantity fleetThroughput) {
  private static final Unit CNY = Unit.parse("CNY");
  private static final Unit DAY = Unit.parse("day");
  private static final Unit EFLOPS = Unit.parse("EFLOP/s");

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
              utilisation.toString(),
              "must be from 0 to 1",
              "send the share, not percent"));
    }
    checkMoney(field + ".settledAmount", settledAmount, faults);
    checkMoney(field + ".fee", fee, faults);
    checkPositive(field + ".periodDays", period, DAY, faults);
    checkPositive(field + ".fleetThroughput", fleetThroughput, EFLOPS, faults);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    return this;
  }

  private static void checkMoney(String field, Quantity money, List<Violation> faults) {
    if (!money.unit().isComparableTo(CNY)) {
      faults.add(new Violation(field + ".unit", money.unit().text(), "must be money", "use CNY"));
    }
    if (money.value().signum() < 0) {
      faults.add(new Violation(field, money.text(), "must not be negative", "send what was paid"));
    }
  }

  private static void checkPositive(
      String field, Quantity quantity, Unit unit, List<Violation> faults) {
    if (!quantity.unit().isComparableTo(unit)) {
      faults.add(
          new Violation(
              field + ".unit",
              quantity.unit().text(),
              "must be comparable to " + unit.text(),
              "use " + unit.text()));
    }
    if (quantity.value().signum() <= 0) {
      faults.add(new Violation(field, quantity.text(), "must be above zero", "send what was run"));
    }
  }
}
