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
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.FlowChoice;
import org.suanwang.market.scenario.OverrideCheck;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

/** Reads what a request assumes: a scenario, and on top of it values and flows of its own. */
final class RequestAssumptions {
  private final OverrideCheck check;
  private final List<Violation> faults = new ArrayList<>();

  private RequestAssumptions(PublishedModel published) {
    this.check = new OverrideCheck(published.model());
  }

  /**
   * Another value: a decimal number or a fraction such as 300/220, its unit, and why.
   *
   * @param uncertainty how far the true value may lie from it, in the same unit; left out: nothing
   *     is known, and what was known of the model's value is not known of this one
   */
  public record OverrideBody(
      @NotNull @Size(max = 200) String value,
      @NotNull @Size(min = 1, max = 80) String unit,
      @NotBlank @Size(max = 2000) String rationale,
      @Nullable @Valid UncertaintyPart uncertainty) {}

  /** Which value flows on, EXACT or PRINTED, for one variable or, left out, for all. */
  public record RoundingBody(
      @Nullable @Size(max = 80) String variable,
      @NotNull @Size(max = 20) String flow,
      @NotBlank @Size(max = 2000) String rationale) {}

  /**
   * The scenario's assumptions with the request's own.
   *
   * @throws InvalidInputException with every fault
   */
  static Assumptions read(
      PublishedModel published,
      @Nullable String scenario,
      @Nullable Map<String, OverrideBody> overrides,
      @Nullable List<RoundingBody> rounding) {
    Assumptions base = published.resolve(scenario);
    var reader = new RequestAssumptions(published);
    var values = new ArrayList<ValueOverride>();
    Map<String, OverrideBody> bodies = overrides == null ? Map.of() : new TreeMap<>(overrides);
    bodies.forEach((name, body) -> reader.read(name, body).ifPresent(values::add));
    List<FlowChoice> flows = reader.flows(rounding == null ? List.of() : rounding);
    if (!reader.faults.isEmpty()) {
      throw new InvalidInputException(reader.faults);
    }
    return base.with(values, flows);
  }

  private Optional<ValueOverride> read(String name, OverrideBody body) {
    String field = "overrides." + name;
    try {
      var quantity = Measure.quantity(field, body.value(), body.unit());
      var uncertainty = UncertaintyPart.read(field + ".uncertainty", body.uncertainty());
      var override = new ValueOverride(name, quantity, uncertainty, body.rationale(), "request");
      check.check(override).ifPresent(f -> faults.add(violation(field, requested(f))));
      return Optional.of(override);
    } catch (InvalidInputException e) {
      faults.addAll(e.violations());
      return Optional.empty();
    }
  }

  private List<FlowChoice> flows(List<RoundingBody> bodies) {
    var choices = new ArrayList<FlowChoice>();
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

  /** A request holds interval and distribution one level deeper than a model's files do. */
  private static OverrideCheck.Fault requested(OverrideCheck.Fault fault) {
    String field = fault.field();
    boolean deeper = field.startsWith("interval") || field.startsWith("distribution");
    return deeper ? fault.called("uncertainty." + field) : fault;
  }

  private static Violation violation(String field, OverrideCheck.Fault fault) {
    // The name of an override is the place itself.
    String place = fault.field().equals("name") ? field : field + "." + fault.field();
    String rule = fault.rule() + ": " + fault.message();
    return new Violation(place, fault.value(), rule, fault.remedy());
  }
}
