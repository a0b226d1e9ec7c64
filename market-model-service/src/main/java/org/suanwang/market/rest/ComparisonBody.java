package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.comparison.ModelComparison;
import org.suanwang.market.comparison.OutputChange;
import org.suanwang.market.comparison.PartChange;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Reading;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.PublishedModel;

/**
 * What differs between two versions of a model.
 *
 * @param scenario under which both are evaluated
 * @param parts parameters, variables, scenarios, correlations that were added, removed or changed
 * @param outputs variables of both versions whose value or printed value changes
 */
@Schema(name = "ModelDiff")
public record ComparisonBody(
    ModelReference from,
    ModelReference to,
    String scenario,
    List<PartBody> parts,
    List<OutputBody> outputs)
    implements CsvTable.Source {
  @Override
  public CsvTable table() {
    return ComparisonCsv.of(this);
  }

  static ComparisonBody of(ModelComparison comparison, @Nullable String scenario) {
    return new ComparisonBody(
        ModelReference.of(comparison.from()),
        ModelReference.of(comparison.to()),
        scenario == null ? PublishedModel.BASE : scenario,
        comparison.parts().stream().map(PartBody::of).toList(),
        comparison.outputs().stream().map(OutputBody::of).toList());
  }

  /**
   * A part that is not the same in both versions.
   *
   * @param kind MODEL (its title and licence), PARAMETER, VARIABLE, SCENARIO or CORRELATION
   * @param how ADDED, REMOVED or CHANGED
   * @param fields what is not the same; of an added or removed part all it says
   */
  @Schema(name = "PartDiff")
  public record PartBody(String kind, String name, String how, List<FieldBody> fields) {
    static PartBody of(PartChange change) {
      return new PartBody(
          change.kind().name(),
          change.name(),
          change.how().name(),
          change.fields().stream().map(f -> new FieldBody(f.field(), f.from(), f.to())).toList());
    }
  }

  /**
   * A field such as {@code unit}, {@code value@2025}, {@code source@2025} or {@code formula}.
   *
   * @param from left out when it was not there
   * @param to left out when it is no longer there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "FieldDiff")
  public record FieldBody(String field, @Nullable String from, @Nullable String to) {}

  /**
   * A value on one side.
   *
   * @param exact a decimal or a fraction
   */
  @Schema(name = "ComparedValue")
  public record ResultBody(String exact, double value, String printed, String unit) {
    static @Nullable ResultBody of(@Nullable Figure figure) {
      return figure != null && figure.reading() instanceof Reading.Exact reading
          ? new ResultBody(
              Numeral.write(reading.value()),
              reading.middle(),
              figure.printed(),
              figure.unit().text())
          : null;
    }
  }

  /**
   * A variable whose value changes.
   *
   * @param from left out when the formula has no result there
   * @param to left out when the formula has no result there
   * @param difference how much more {@code to} is, in its unit; left out when it cannot be told
   * @param percent of the magnitude of {@code from}, with 4 decimals; left out when that is zero
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "OutputDiff")
  public record OutputBody(
      String variable,
      String label,
      @Nullable ResultBody from,
      @Nullable ResultBody to,
      @Nullable Double difference,
      @Nullable String percent) {
    private static final int PERCENT_DECIMALS = 4;

    static OutputBody of(OutputChange change) {
      BigFraction difference = change.difference();
      BigFraction percent = change.percent();
      return new OutputBody(
          change.name(),
          change.label(),
          ResultBody.of(change.from()),
          ResultBody.of(change.to()),
          difference == null ? null : Doubles.finite(difference.doubleValue()),
          percent == null
              ? null
              : percent.bigDecimalValue(PERCENT_DECIMALS, RoundingMode.HALF_EVEN).toPlainString());
    }
  }
}
