package org.suanwang.market.bridge;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.evaluation.Effort;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.evaluation.Reading;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

/**
 * The fee the model expects from above (a share of all idle compute) beside the fee that follows
 * from the utilisation a simulation found, and beside the fee the simulation really settled.
 */
public final class Reconciliation {
  /** The name under which a commission rate of the request stands among the scenarios. */
  public static final String REQUESTED = "requested-rate";

  private static final Unit YEAR = Unit.parse("year");

  private final PublishedModel model;
  private final List<Line> lines;
  private final Effort effort;

  private Reconciliation(PublishedModel model, List<Line> lines, Effort effort) {
    this.model = model;
    this.lines = lines;
    this.effort = effort;
  }

  /** A scenario's rate and top-down fee. */
  public record Line(String scenario, Assumptions assumptions, Figure rate, Figure fee) {}

  /**
   * What a scenario makes of the utilisation found. {@code ratio} is to the top-down fee, 0 if
   * none.
   */
  public record ScenarioFee(String scenario, Figure uplift, Figure fee, double ratio) {}

  /**
   * What the simulation settled, made comparable. Money is in the unit of the model's fee.
   *
   * @param effectiveRate fee over settled amount; zero when nothing was settled
   * @param scaleFactor planned national throughput over the fleet's
   */
  public record Measured(
      Quantity annualFee,
      Quantity annualSettledAmount,
      Quantity scaledToNational,
      double effectiveRate,
      double scaleFactor) {}

  /** One simulation's part of the answer. */
  public record BottomUp(
      SimulationFinding finding, List<ScenarioFee> scenarioFees, Measured measured) {
    public BottomUp {
      scenarioFees = List.copyOf(scenarioFees);
    }
  }

  /**
   * Evaluates the top-down side.
   *
   * @param commissionRate a rate to set beside the scenarios' own, 0 to 1; null for none
   * @throws InvalidInputException when the model plays no part in reconciliations
   */
  public static Reconciliation of(PublishedModel model, @Nullable BigFraction commissionRate) {
    var effort = new Effort();
    var lines = new ArrayList<Line>();
    for (String scenario : model.roles().scenarios()) {
      lines.add(line(model, scenario, model.resolve(scenario), effort));
    }
    if (commissionRate != null) {
      lines.add(line(model, REQUESTED, requested(model, commissionRate), effort));
    }
    if (lines.isEmpty()) {
      throw new InvalidInputException(
          "model",
          model.version().id(),
          "must say which of its scenarios a reconciliation compares",
          "add \"bridge: scenarios: …\" to the model, or send a commissionRate");
    }
    return new Reconciliation(model, List.copyOf(lines), effort);
  }

  private static Assumptions requested(PublishedModel model, BigFraction rate) {
    if (rate.signum() < 0 || rate.compareTo(BigFraction.ONE) > 0) {
      throw new InvalidInputException(
          "commissionRate",
          new Quantity(rate, Unit.ONE).shortText(),
          "must be from 0 to 1",
          "send the share, not percent");
    }
    String name = RoleNames.require(model, "schedulingFeeRate");
    return Assumptions.none()
        .with(
            List.of(
                new ValueOverride(
                    name, new Quantity(rate, Unit.ONE), "the rate of the simulation", "request")),
            List.of());
  }

  private static Line line(
      PublishedModel model, String scenario, Assumptions assumptions, Effort effort) {
    String rate = RoleNames.require(model, "schedulingFeeRate");
    String fee = RoleNames.require(model, "schedulingFee");
    var evaluation =
        Evaluation.evaluate(model, assumptions, Mode.EXACT, List.of(rate, fee), effort);
    return new Line(scenario, assumptions, evaluation.require(rate), evaluation.require(fee));
  }

  public List<Line> topDown() {
    return lines;
  }

  /** Sets a simulation's finding beside the top-down fees. */
  public BottomUp bottomUp(SimulationFinding finding) {
    List<ScenarioFee> fees = lines.stream().map(line -> scenarioFee(line, finding)).toList();
    return new BottomUp(finding, fees, measured(finding));
  }

  private ScenarioFee scenarioFee(Line line, SimulationFinding finding) {
    String uplift = RoleNames.require(model, "upliftValue");
    String fee = RoleNames.require(model, "bottomUpFee");
    var found =
        new ValueOverride(
            RoleNames.require(model, "utilisationFound"),
            new Quantity(finding.utilisation(), Unit.ONE),
            "found by simulation " + finding.simulation() + ", result " + finding.resultHash(),
            "request");
    Assumptions assumptions = line.assumptions().with(List.of(found), List.of());
    var evaluation =
        Evaluation.evaluate(model, assumptions, Mode.EXACT, List.of(uplift, fee), effort);
    Figure bottomUp = evaluation.require(fee);
    double topDown = line.fee().reading().middle();
    double ratio = bottomUp.reading().middle() / topDown;
    return new ScenarioFee(
        line.scenario(), evaluation.require(uplift), bottomUp, Double.isFinite(ratio) ? ratio : 0);
  }

  private Measured measured(SimulationFinding finding) {
    Unit unit = lines.getFirst().fee().unit();
    BigFraction perYear =
        new Quantity(BigFraction.ONE, YEAR).coherent().divide(finding.period().coherent());
    BigFraction national = exact(RoleNames.require(model, "nationalThroughput"));
    BigFraction scale = national.divide(finding.fleetThroughput().coherent());
    BigFraction annualFee = finding.fee().coherent().multiply(perYear);
    BigFraction annualSettled = finding.settledAmount().coherent().multiply(perYear);
    double rate = annualSettled.signum() == 0 ? 0 : annualFee.divide(annualSettled).doubleValue();
    return new Measured(
        money(annualFee, unit),
        money(annualSettled, unit),
        money(annualFee.multiply(scale), unit),
        rate,
        scale.doubleValue());
  }

  private static Quantity money(BigFraction coherent, Unit unit) {
    return new Quantity(unit.fromCoherent(coherent), unit);
  }

  /** In coherent units. */
  private BigFraction exact(String name) {
    Figure figure =
        Evaluation.evaluate(model, Assumptions.none(), Mode.EXACT, List.of(name), effort)
            .require(name);
    if (figure.reading() instanceof Reading.Exact exact) {
      return figure.unit().toCoherent(exact.value());
    }
    throw new IllegalStateException(name + " was not evaluated exactly");
  }
}
