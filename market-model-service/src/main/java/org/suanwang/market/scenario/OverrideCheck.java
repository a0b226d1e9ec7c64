package org.suanwang.market.scenario;

import java.util.Optional;
import org.suanwang.market.model.Model;
import org.suanwang.market.model.Suggestion;
import org.suanwang.market.quantity.Unit;

/** An override names something of the model, in a unit that fits, and says why. */
public final class OverrideCheck {
  private final Model model;

  public OverrideCheck(Model model) {
    this.model = model;
  }

  /** What is wrong with an override or flow choice. */
  public record Fault(String rule, String message, String remedy) {}

  public Optional<Fault> check(ValueOverride override) {
    Optional<Unit> unit = model.findUnit(override.key());
    if (unit.isEmpty()) {
      return Optional.of(unknown(override.key()));
    }
    if (!unit.get().isComparableTo(override.quantity().unit())) {
      return Optional.of(
          new Fault(
              "unit-mismatch",
              override.key()
                  + " is in "
                  + unit.get().text()
                  + ", which "
                  + override.quantity().unit().text()
                  + " cannot be converted into",
              "give it in " + unit.get().text()));
    }
    if (override.rationale().isBlank()) {
      return Optional.of(
          new Fault("override-without-rationale", "nobody says why", "add a rationale"));
    }
    return Optional.empty();
  }

  public Optional<Fault> check(FlowChoice choice) {
    if (choice.variable() != null && model.findVariable(choice.variable()).isEmpty()) {
      return Optional.of(unknown(choice.variable()));
    }
    if (choice.rationale().isBlank()) {
      return Optional.of(
          new Fault("override-without-rationale", "nobody says why", "add a rationale"));
    }
    return Optional.empty();
  }

  private Fault unknown(String key) {
    return new Fault(
        "unknown-name",
        "the model has no parameter or variable of this name",
        Suggestion.remedy(key, model.keys(), "GET /v1/models/" + model.id() + " lists the names"));
  }
}
