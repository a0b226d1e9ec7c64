package org.suanwang.market.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.FlowChoice;
import org.suanwang.market.scenario.OverrideCheck;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

/**
 * Which numbers of a model, and under which assumptions.
 *
 * @param model an id for its newest version, or {@code id@version}
 * @param scenario left out or {@code base}: the parameters as they stand
 * @param overrides other values, by the name of a parameter or variable
 * @param rounding for one variable, or for all, whether the exact or the printed value flows on
 * @param outputs names of variables or parameters; left out: all variables
 * @param mode exact (the default), double or interval
 */
public record EvaluationRequest(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 64) String scenario,
    @Nullable @Size(max = 500)
        Map<@NotNull @Size(max = 80) String, @NotNull @Valid OverrideBody> overrides,
    @Nullable @Size(max = 500) List<@NotNull @Valid RoundingBody> rounding,
    @Nullable @Size(max = 2000) List<@NotBlank @Size(max = 80) String> outputs,
    @Nullable @Size(max = 20) String mode) {
  /** Another value: a decimal number or a fraction such as 300/220, its unit, and why. */
  public record OverrideBody(
      @NotNull @Size(max = 200) String value,
      @NotNull @Size(min = 1, max = 80) String unit,
      @NotBlank @Size(max = 2000) String rationale) {}

  /** Which value flows on, EXACT or PRINTED, for one variable or, left out, for all. */
  public record RoundingBody(
      @Nullable @Size(max = 80) String variable,
      @NotNull @Size(max = 20) String flow,
      @NotBlank @Size(max = 2000) String rationale) {}

  Evaluation evaluate(PublishedModel published) {
    List<String> names = outputs == null ? List.of() : outputs;
    return Evaluation.evaluate(published, assumptions(published), readMode(), names);
  }

  Mode readMode() {
    return Inputs.choice("mode", mode, Mode.class, Mode.EXACT);
  }

  private Assumptions assumptions(PublishedModel published) {
    Assumptions base = published.resolve(scenario);
    var check = new OverrideCheck(published.model());
    var faults = new ArrayList<Violation>();
    var values = new ArrayList<ValueOverride>();
    Map<String, OverrideBody> bodies = overrides == null ? Map.of() : new TreeMap<>(overrides);
    bodies.forEach((name, body) -> read(name, body, check, faults).ifPresent(values::add));
    List<FlowChoice> flows = flows(check, faults);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    return base.with(values, flows);
  }

  private static Optional<ValueOverride> read(
      String name, OverrideBody body, OverrideCheck check, List<Violation> faults) {
    String field = "overrides." + name;
    try {
      var quantity = Measure.quantity(field, body.value(), body.unit());
      var override = new ValueOverride(name, quantity, body.rationale(), "request");
      check.check(override).ifPresent(f -> faults.add(violation(field, f)));
      return Optional.of(override);
    } catch (InvalidInputException e) {
      faults.addAll(e.violations());
      return Optional.empty();
    }
  }

  private List<FlowChoice> flows(OverrideCheck check, List<Violation> faults) {
    var choices = new ArrayList<FlowChoice>();
    List<RoundingBody> bodies = rounding == null ? List.of() : rounding;
    for (int i = 0; i < bodies.size(); i++) {
      RoundingBody body = bodies.get(i);
      String field = "rounding[" + i + "]";
      Flow flow = Inputs.choice(field + ".flow", body.flow(), Flow.class, Flow.EXACT);
      var choice = new FlowChoice(body.variable(), flow, body.rationale(), "request");
      check.check(choice).ifPresent(f -> faults.add(violation(field, f)));
      choices.add(choice);
    }
    return choices;
  }

  private static Violation violation(String field, OverrideCheck.Fault fault) {
    String rule = fault.rule() + ": " + fault.message();
    return new Violation(field, fault.value(), rule, fault.remedy());
  }
}
