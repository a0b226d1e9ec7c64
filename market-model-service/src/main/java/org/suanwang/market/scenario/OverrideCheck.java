package org.suanwang.market.scenario;

import java.util.Objects;
import java.util.Optional;
import org.suanwang.market.model.Model;
import org.suanwang.market.model.Suggestion;
import org.suanwang.market.model.UncertaintyCheck;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;

/** An override names something of the model, in a unit and range that fit, and says why. */
public final class OverrideCheck {
  private static final Fault UNEXPLAINED =
      new Fault(
          "rationale", "", "override-without-rationale", "nobody says why", "add a rationale");

  private final Model model;

  public OverrideCheck(Model model) {
    this.model = model;
  }

  /**
   * What is wrong with an override or flow choice.
   *
   * @param field of it, {@code unit} or {@code distribution.low}
   * @param value what was given
   */
  public record Fault(String field, String value, String rule, String message, String remedy) {
    /** The same, of a field that is called otherwise. */
    public Fault called(String other) {
      return new Fault(other, value, rule, message, remedy);
    }
  }

  public Optional<Fault> check(ValueOverride override) {
    Optional<Unit> unit = model.findUnit(override.key());
    if (unit.isEmpty()) {
      return Optional.of(unknown("name", override.key()));
    }
    if (!unit.get().isComparableTo(override.quantity().unit())) {
      return Optional.of(otherUnit(override, unit.get()));
    }
    if (model.isShare(override.key()) && !override.quantity().isPartOfWhole()) {
      return Optional.of(outOfRange(override));
    }
    return override.rationale().isBlank() ? Optional.of(UNEXPLAINED) : impossible(override);
  }

  private Optional<Fault> impossible(ValueOverride override) {
    Optional<Fault> impossible =
        UncertaintyCheck.check(override.uncertainty(), override.quantity().value()).stream()
            .findFirst()
            .map(v -> new Fault(v.field(), v.value(), "uncertainty", v.rule(), v.remedy()));
    return impossible.isPresent() || !model.isShare(override.key())
        ? impossible
        : beyondWhole(override);
  }

  private static Optional<Fault> beyondWhole(ValueOverride override) {
    if (override.uncertainty() instanceof Uncertainty.Unstated) {
      return Optional.empty();
    }
    Unit unit = override.quantity().unit();
    Range range =
        override.uncertainty() instanceof Uncertainty.Distributed distributed
            ? distributed.support()
            : Objects.requireNonNull(override.uncertainty().reach());
    boolean whole =
        range.low() != null
            && range.high() != null
            && new Quantity(range.low(), unit).isPartOfWhole()
            && new Quantity(range.high(), unit).isPartOfWhole();
    return whole
        ? Optional.empty()
        : Optional.of(
            new Fault(
                override.uncertainty() instanceof Uncertainty.Interval
                    ? "interval"
                    : "distribution",
                range.text(),
                "share-out-of-range",
                override.key()
                    + " is a share of a whole, and its uncertainty is not from 0 to 100 %",
                "truncate the distribution to 0 … 100 %"));
  }

  private static Fault otherUnit(ValueOverride override, Unit unit) {
    return new Fault(
        "unit",
        override.quantity().shortText(),
        "unit-mismatch",
        override.key()
            + " is in "
            + unit.text()
            + ", which "
            + override.quantity().unit().text()
            + " cannot be converted into",
        "give it in " + unit.text());
  }

  private static Fault outOfRange(ValueOverride override) {
    return new Fault(
        "value",
        override.quantity().shortText(),
        "share-out-of-range",
        override.key() + " is a share of a whole, from 0 to 100 %",
        "give 35 % as \"35\" in \"%\", or as \"0.35\" in \"1\"");
  }

  public Optional<Fault> check(FlowChoice choice) {
    if (choice.variable() != null && model.findVariable(choice.variable()).isEmpty()) {
      return Optional.of(unknown("variable", choice.variable()));
    }
    return choice.rationale().isBlank() ? Optional.of(UNEXPLAINED) : Optional.empty();
  }

  private Fault unknown(String field, String key) {
    return new Fault(
        field,
        key,
        "unknown-name",
        "the model has no parameter or variable of this name",
        Suggestion.remedy(key, model.keys(), "GET /v1/models/" + model.id() + " lists the names"));
  }
}
