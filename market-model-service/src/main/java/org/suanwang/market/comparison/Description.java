package org.suanwang.market.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Rendering;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.parameter.UncertaintyText;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.FlowChoice;
import org.suanwang.market.scenario.Scenario;
import org.suanwang.market.scenario.ValueOverride;

/**
 * All that a part of a model says, field by field as text; where it stands in a file is no part.
 */
final class Description {
  private final Map<String, String> fields = new LinkedHashMap<>();

  private Description() {}

  static Map<String, String> of(Parameter parameter) {
    var d = new Description();
    d.put("label", parameter.label());
    d.put("topic", parameter.topic());
    d.put("unit", parameter.unit().text());
    d.put("share", String.valueOf(parameter.share()));
    d.put("assumption", String.valueOf(parameter.assumption()));
    d.put("rationale", parameter.rationale());
    for (DatedValue value : parameter.values()) {
      String at = value.period() == null ? "" : "@" + value.period();
      d.put("value" + at, Numeral.write(value.value()));
      d.put("bound" + at, value.bound().name());
      d.put("uncertainty" + at, uncertainty(value.uncertainty()));
      d.put("source" + at, value.citation().text());
      d.put("catalogue" + at, value.catalogue() == null ? null : value.catalogue().text());
    }
    return d.fields;
  }

  static Map<String, String> of(Variable variable) {
    var d = new Description();
    d.put("label", variable.label());
    d.put("topic", variable.topic());
    d.put("unit", variable.unit().text());
    d.put("share", String.valueOf(variable.share()));
    d.put("definition", variable.definition());
    d.put("formula", Rendering.render(variable.expression()));
    d.put("rounding", rounding(variable.rounding()));
    d.put("source", variable.citation().text());
    d.put("rationale", variable.rationale());
    Variable.Reported reported = variable.reported();
    d.put("reported", reported == null ? null : reported.text() + " (" + reported.locator() + ")");
    d.put("remarks", String.join("\n", variable.remarks()));
    return d.fields;
  }

  static Map<String, String> of(Scenario scenario) {
    var d = new Description();
    d.put("label", scenario.label());
    d.put("description", scenario.description());
    d.put("parent", scenario.parent());
    d.put("reading of", String.join(", ", scenario.readingOf()));
    for (ValueOverride override : scenario.overrides()) {
      d.put(override.key(), override.quantity().text());
      d.put(override.key() + " uncertainty", uncertainty(override.uncertainty()));
      d.put(override.key() + " rationale", override.rationale());
    }
    for (FlowChoice choice : scenario.flows()) {
      String of = "rounding of " + Objects.requireNonNullElse(choice.variable(), "all");
      d.put(of, choice.flow().name());
      d.put(of + " rationale", choice.rationale());
    }
    return d.fields;
  }

  static Map<String, String> of(RankCorrelation correlation) {
    var d = new Description();
    d.put("coefficient", String.valueOf(correlation.coefficient()));
    d.put("rationale", correlation.rationale());
    return d.fields;
  }

  /** Form, numbers and reason; empty when nothing is stated. */
  static String uncertainty(Uncertainty uncertainty) {
    String form = UncertaintyText.form(uncertainty);
    return form.isEmpty() ? "" : form + "; " + uncertainty.rationale();
  }

  private static String rounding(RoundingPolicy policy) {
    return policy.decimals() + " decimals, " + policy.mode() + ", " + policy.flow() + " flows on";
  }

  /** What is not said is no field. */
  private void put(String field, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      fields.put(field, text);
    }
  }
}
