package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.comparison.ScenarioComparison;
import org.suanwang.market.comparison.ScenarioComparison.Assumed;
import org.suanwang.market.scenario.PublishedModel;

/**
 * What two scenarios of a model assume differently, and what comes out of it.
 *
 * @param assumptions values that differ, in whatever ancestor they are stated
 * @param rounding variables of which not the same value flows on
 * @param outputs variables whose value or printed value changes
 */
@Schema(name = "ScenarioDiff")
public record ScenarioComparisonBody(
    ModelReference model,
    String from,
    String to,
    List<AssumptionBody> assumptions,
    List<FlowBody> rounding,
    List<ComparisonBody.OutputBody> outputs)
    implements CsvTable.Source {
  @Override
  public CsvTable table() {
    return ComparisonCsv.of(this);
  }

  static ScenarioComparisonBody of(
      PublishedModel model, @Nullable String from, @Nullable String to, ScenarioComparison diff) {
    return new ScenarioComparisonBody(
        ModelReference.of(model),
        from == null ? PublishedModel.BASE : from,
        to == null ? PublishedModel.BASE : to,
        diff.assumptions().stream().map(AssumptionBody::of).toList(),
        diff.rounding().stream().map(FlowBody::of).toList(),
        diff.outputs().stream().map(ComparisonBody.OutputBody::of).toList());
  }

  /**
   * What one scenario takes for a name.
   *
   * @param value in the model's unit; left out when a formula computes it
   * @param formula left out when a value is taken
   * @param uncertainty form, numbers and reason; left out when nothing is stated
   * @param rationale left out when nobody says why
   * @param givenBy the scenario that says so, or the model
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "Assumed")
  public record AssumedBody(
      @Nullable String value,
      @Nullable String formula,
      @Nullable String uncertainty,
      @Nullable String rationale,
      String givenBy) {
    static AssumedBody of(Assumed assumed) {
      return new AssumedBody(
          assumed.value(),
          assumed.formula(),
          assumed.uncertainty(),
          assumed.rationale(),
          assumed.givenBy());
    }
  }

  /** A parameter value or variable for which the scenarios do not take the same. */
  @Schema(name = "AssumptionDiff")
  public record AssumptionBody(
      String name, String label, String unit, AssumedBody from, AssumedBody to) {
    static AssumptionBody of(ScenarioComparison.AssumptionChange change) {
      return new AssumptionBody(
          change.name(),
          change.label(),
          change.unit().text(),
          AssumedBody.of(change.from()),
          AssumedBody.of(change.to()));
    }
  }

  /** Which value of a variable flows on, EXACT or PRINTED; reasons are those of scenarios. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "RoundingDiff")
  public record FlowBody(
      String variable,
      String from,
      String to,
      @Nullable String fromRationale,
      @Nullable String toRationale) {
    static FlowBody of(ScenarioComparison.RoundingChange change) {
      return new FlowBody(
          change.variable(),
          change.from().name(),
          change.to().name(),
          change.fromRationale(),
          change.toRationale());
    }
  }
}
