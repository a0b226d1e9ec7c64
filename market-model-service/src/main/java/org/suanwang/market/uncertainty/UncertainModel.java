package org.suanwang.market.uncertainty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.distribution.Laws;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.program.Program;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

/**
 * Chosen outputs of a model under given assumptions, the inputs of theirs that are uncertain, and
 * the program that goes from one to the other. It does not know how worlds are drawn.
 */
public final class UncertainModel {
  private final PublishedModel published;
  private final Assumptions assumptions;
  private final List<Figure> outputs;
  private final List<UncertainInput> inputs;
  private final Program program;

  private UncertainModel(
      PublishedModel published,
      Assumptions assumptions,
      List<Figure> outputs,
      List<UncertainInput> inputs,
      Program program) {
    this.published = published;
    this.assumptions = assumptions;
    this.outputs = outputs;
    this.inputs = inputs;
    this.program = program;
  }

  /**
   * The outputs as they stand, with all that is uncertain about them.
   *
   * @param outputs parameters or variables; empty for all variables
   * @throws InvalidInputException for an unknown output, or one that has no result as things stand
   */
  public static UncertainModel of(
      PublishedModel published, Assumptions assumptions, List<String> outputs) {
    Evaluation base = Evaluation.evaluate(published, assumptions, Mode.DOUBLE, outputs);
    Model model = published.model();
    Map<String, UncertainInput> candidates = candidates(model, assumptions);
    List<String> names = base.outputs().stream().map(Figure::name).toList();
    Program program = Program.compile(model, assumptions, candidates.keySet(), names);
    List<UncertainInput> inputs =
        program.inputs().stream().map(k -> Objects.requireNonNull(candidates.get(k))).toList();
    return new UncertainModel(published, assumptions, base.outputs(), inputs, program);
  }

  private static Map<String, UncertainInput> candidates(Model model, Assumptions assumptions) {
    Map<String, UncertainInput> candidates = new HashMap<>();
    for (Model.Given given : model.givens()) {
      Unit unit = given.parameter().unit();
      Optional<ValueOverride> override = assumptions.find(given.key()).map(o -> o.in(unit));
      Quantity value =
          override.map(ValueOverride::quantity).orElse(new Quantity(given.value().value(), unit));
      Uncertainty uncertainty =
          override.map(ValueOverride::uncertainty).orElse(given.value().uncertainty());
      add(given.key(), given.parameter().label(), value, uncertainty, candidates);
    }
    for (Variable variable : model.variables()) {
      assumptions
          .find(variable.name())
          .map(o -> o.in(variable.unit()))
          .ifPresent(
              o ->
                  add(
                      variable.name(),
                      variable.label(),
                      o.quantity(),
                      o.uncertainty(),
                      candidates));
    }
    return candidates;
  }

  private static void add(
      String key,
      String label,
      Quantity value,
      Uncertainty uncertainty,
      Map<String, UncertainInput> candidates) {
    Laws.find(uncertainty)
        .ifPresent(
            law ->
                candidates.put(
                    key,
                    new UncertainInput(
                        key, label, value.unit(), value.value().doubleValue(), uncertainty, law)));
  }

  public PublishedModel published() {
    return published;
  }

  public Assumptions assumptions() {
    return assumptions;
  }

  /** The outputs as things stand, in the order asked. */
  public List<Figure> outputs() {
    return outputs;
  }

  /** What is uncertain about the outputs, by name. */
  public List<UncertainInput> inputs() {
    return inputs;
  }

  public List<String> keys() {
    return program.inputs();
  }

  /**
   * The correlations in force.
   *
   * @param asked those of a request; null for the model's own between inputs of the outputs
   */
  public List<RankCorrelation> correlations(@Nullable List<RankCorrelation> asked) {
    return asked != null
        ? asked
        : published.model().correlations().stream()
            .filter(c -> keys().contains(c.first()) && keys().contains(c.second()))
            .toList();
  }

  /** From the inputs, in their order and units, to the outputs, in theirs. */
  public Program program() {
    return program;
  }

  /**
   * Why an output has no result in a world: what the ordinary evaluation says of it.
   *
   * @param values of the inputs, in their order and units
   */
  public Violation explain(int output, List<Double> values) {
    var overrides = new ArrayList<ValueOverride>();
    for (int i = 0; i < values.size(); i++) {
      UncertainInput input = inputs.get(i);
      var quantity = new Quantity(BigFraction.from(values.get(i)), input.unit());
      overrides.add(new ValueOverride(input.key(), quantity, "drawn", "draw"));
    }
    try {
      Assumptions world = assumptions.with(overrides, List.of());
      Evaluation.evaluate(published, world, Mode.DOUBLE, List.of(outputs.get(output).name()));
    } catch (InvalidInputException e) {
      return e.violations().getFirst();
    }
    throw new IllegalStateException(
        outputs.get(output).name() + " has a result that its program does not find");
  }
}
