package org.suanwang.market.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.Effort;
import org.suanwang.market.formula.Rendering;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.FlowChoice;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

/**
 * What two scenarios of a model assume differently, their parents' assumptions included, and what
 * comes out of it.
 *
 * @param assumptions parameters and variables that do not have the same value, uncertainty or
 *     reason in both, by name
 * @param rounding variables of which not the same value flows on
 * @param outputs variables whose value changes
 */
public record ScenarioComparison(
    List<AssumptionChange> assumptions, List<RoundingChange> rounding, List<OutputChange> outputs) {
  private static final String MODEL = "the model";

  public ScenarioComparison {
    assumptions = List.copyOf(assumptions);
    rounding = List.copyOf(rounding);
    outputs = List.copyOf(outputs);
  }

  /**
   * What a scenario takes for a name, in the model's unit.
   *
   * @param value a decimal or a fraction; null when a formula computes it
   * @param formula null when a value is taken
   * @param uncertainty form and numbers; empty when nothing is stated
   * @param rationale null when nobody says
   * @param givenBy the scenario of the line of parents that says so, or the model
   */
  public record Assumed(
      @Nullable String value,
      @Nullable String formula,
      String uncertainty,
      @Nullable String rationale,
      String givenBy) {}

  /** A name for which the two scenarios do not take the same. */
  public record AssumptionChange(String name, String label, Unit unit, Assumed from, Assumed to) {}

  /**
   * A variable of which the two scenarios do not let the same value flow on.
   *
   * @param fromRationale null when the model itself says so
   * @param toRationale null when the model itself says so
   */
  public record RoundingChange(
      String variable,
      Flow from,
      Flow to,
      @Nullable String fromRationale,
      @Nullable String toRationale) {}

  /**
   * Compares two scenarios.
   *
   * @param from null or {@code base} for the parameters as they stand
   * @param to null or {@code base} for the parameters as they stand
   * @throws org.suanwang.market.check.NotFoundException when there is no such scenario
   * @throws org.suanwang.market.check.InvalidInputException when it takes too much exact arithmetic
   */
  public static ScenarioComparison of(
      PublishedModel published, @Nullable String from, @Nullable String to) {
    Assumptions before = published.resolve(from);
    Assumptions after = published.resolve(to);
    var effort = new Effort();
    return new ScenarioComparison(
        assumptions(published.model(), before, after),
        rounding(published.model(), before, after),
        OutputChange.between(
            Results.of(published, before, effort), Results.of(published, after, effort)));
  }

  private static List<AssumptionChange> assumptions(
      Model model, Assumptions before, Assumptions after) {
    var keys = new TreeSet<String>();
    before.overrides().forEach(o -> keys.add(o.key()));
    after.overrides().forEach(o -> keys.add(o.key()));
    List<AssumptionChange> changes = new ArrayList<>();
    for (String key : keys) {
      Unit unit = model.findUnit(key).orElseThrow();
      Assumed was = assumed(model, before, key, unit);
      Assumed is = assumed(model, after, key, unit);
      if (!was.equals(is)) {
        changes.add(new AssumptionChange(key, model.label(key), unit, was, is));
      }
    }
    return changes;
  }

  private static Assumed assumed(Model model, Assumptions assumptions, String key, Unit unit) {
    Optional<ValueOverride> override = assumptions.find(key);
    if (override.isPresent()) {
      ValueOverride o = override.get().in(unit);
      return new Assumed(
          Numeral.write(o.quantity().value()),
          null,
          Description.uncertainty(o.uncertainty()),
          o.rationale(),
          o.givenBy());
    }
    Optional<Variable> variable = model.findVariable(key);
    if (variable.isPresent()) {
      String formula = Rendering.render(variable.get().expression());
      return new Assumed(null, formula, "", variable.get().rationale(), MODEL);
    }
    Model.Given given = model.findGiven(key).orElseThrow();
    return new Assumed(
        Numeral.write(given.value().value()),
        null,
        Description.uncertainty(given.value().uncertainty()),
        given.parameter().rationale(),
        MODEL);
  }

  private static List<RoundingChange> rounding(Model model, Assumptions before, Assumptions after) {
    List<RoundingChange> changes = new ArrayList<>();
    for (Variable variable : model.variables()) {
      Flow was = before.rounding(variable).flow();
      Flow is = after.rounding(variable).flow();
      if (was != is) {
        changes.add(
            new RoundingChange(
                variable.name(), was, is, reason(before, variable), reason(after, variable)));
      }
    }
    return changes;
  }

  private static @Nullable String reason(Assumptions assumptions, Variable variable) {
    return assumptions.findFlow(variable.name()).map(FlowChoice::rationale).orElse(null);
  }
}
