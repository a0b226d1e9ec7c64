package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Rendering;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.CatalogueCitation;
import org.suanwang.market.parameter.Citation;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.FlowChoice;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;
import org.suanwang.market.scenario.ValueOverride;

/** A published model in full. */
public record ModelBody(
    String id,
    String version,
    Instant publishedAt,
    String title,
    String licence,
    List<ParameterBody> parameters,
    List<VariableBody> variables,
    List<ScenarioBody> scenarios,
    List<CorrelationEntry> correlations) {
  static ModelBody of(PublishedModel model) {
    return new ModelBody(
        model.version().id(),
        model.version().version(),
        model.version().publishedAt(),
        model.model().title(),
        model.model().licence(),
        model.model().parameters().stream().map(ParameterBody::of).toList(),
        model.model().variables().stream().map(VariableBody::of).toList(),
        model.scenarios().stream().map(ScenarioBody::of).toList(),
        model.model().correlations().stream().map(CorrelationEntry::of).toList());
  }

  /** That two uncertain values tend to be high together; the coefficient is that of their ranks. */
  public record CorrelationEntry(
      String first, String second, double coefficient, String rationale) {
    static CorrelationEntry of(RankCorrelation c) {
      return new CorrelationEntry(c.first(), c.second(), c.coefficient(), c.rationale());
    }
  }

  /** Where a statement comes from. */
  public record SourceBody(String title, String locator, String date, String tier) {
    static SourceBody of(Citation citation) {
      return new SourceBody(
          citation.source(),
          citation.locator(),
          citation.date().toString(),
          citation.tier().name());
    }
  }

  /**
   * A value for a period; {@code key} is what formulas and overrides call it.
   *
   * @param bound what is said of the value: EXACTLY, AT_LEAST, AT_MOST or ABOUT
   * @param low the lowest that mode interval takes; left out when nothing is stated or it has none
   * @param high the highest that mode interval takes; left out when nothing is stated or it has
   *     none
   * @param catalogue where in the accelerator catalogue it was read; left out when it was not
   * @param uncertainty how far the true value may lie from it; left out when nothing is stated
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ValueBody(
      String key,
      @Nullable String period,
      String value,
      String bound,
      @Nullable String low,
      @Nullable String high,
      @Nullable UncertaintyPart uncertainty,
      SourceBody source,
      @Nullable CatalogueCitation catalogue) {
    static ValueBody of(Parameter parameter, DatedValue value) {
      Range reach = new Model.Given(parameter, value).reach();
      return new ValueBody(
          parameter.key(value.period()),
          value.period(),
          Numeral.write(value.value()),
          value.bound().name(),
          written(reach == null ? null : reach.low()),
          written(reach == null ? null : reach.high()),
          StatedUncertainty.write(value.uncertainty()),
          SourceBody.of(value.citation()),
          value.catalogue());
    }

    private static @Nullable String written(@Nullable BigFraction end) {
      return end == null ? null : Numeral.write(end);
    }
  }

  /** A parameter; an assumption carries a rationale, a share lies from 0 to 100 %. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ParameterBody(
      String name,
      String label,
      String topic,
      String unit,
      boolean share,
      boolean assumption,
      @Nullable String rationale,
      List<ValueBody> values) {
    static ParameterBody of(Parameter p) {
      return new ParameterBody(
          p.name(),
          p.label(),
          p.topic(),
          p.unit().text(),
          p.share(),
          p.assumption(),
          p.rationale(),
          p.values().stream().map(v -> ValueBody.of(p, v)).toList());
    }
  }

  /** How a value is printed, and which value flows on. */
  public record PolicyBody(int decimals, String mode, String flow) {}

  /** A variable with its formula, rendered from the tree that is evaluated. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record VariableBody(
      String name,
      String label,
      String topic,
      String unit,
      boolean share,
      String definition,
      String formula,
      PolicyBody rounding,
      SourceBody source,
      @Nullable String rationale,
      @Nullable String reported,
      List<String> remarks) {
    static VariableBody of(Variable v) {
      return new VariableBody(
          v.name(),
          v.label(),
          v.topic(),
          v.unit().text(),
          v.share(),
          v.definition(),
          Rendering.render(v.expression()),
          new PolicyBody(
              v.rounding().decimals(), v.rounding().mode().name(), v.rounding().flow().name()),
          SourceBody.of(v.citation()),
          v.rationale(),
          v.reported() == null ? null : v.reported().text(),
          v.remarks());
    }
  }

  /**
   * A scenario's own overrides; those of its parent are not repeated.
   *
   * @param readingOf the variables that a source leaves open between it and its parent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ScenarioBody(
      String name,
      String label,
      String description,
      @Nullable String parent,
      @Nullable List<String> readingOf,
      List<OverrideEntry> overrides,
      List<FlowEntry> rounding) {
    static ScenarioBody of(Scenario s) {
      return new ScenarioBody(
          s.name(),
          s.label(),
          s.description(),
          s.parent(),
          s.readingOf().isEmpty() ? null : s.readingOf(),
          s.overrides().stream().map(OverrideEntry::of).toList(),
          s.flows().stream().map(FlowEntry::of).toList());
    }
  }

  /** One override of a scenario; without an uncertainty its value is taken as certain. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OverrideEntry(
      String name,
      String value,
      String unit,
      @Nullable UncertaintyPart uncertainty,
      String rationale) {
    static OverrideEntry of(ValueOverride o) {
      return new OverrideEntry(
          o.key(),
          Numeral.write(o.quantity().value()),
          o.quantity().unit().text(),
          StatedUncertainty.write(o.uncertainty()),
          o.rationale());
    }
  }

  /** One rounding choice of a scenario; without a variable it is for all. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FlowEntry(@Nullable String variable, String flow, String rationale) {
    static FlowEntry of(FlowChoice choice) {
      return new FlowEntry(
          choice.variable(), choice.flow().name().toLowerCase(Locale.ROOT), choice.rationale());
    }
  }
}
