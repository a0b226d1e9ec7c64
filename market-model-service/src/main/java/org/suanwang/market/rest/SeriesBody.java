package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.model.Family;
import org.suanwang.market.scenario.PublishedModel;

/** Quantities by year. */
@Schema(name = "SeriesAnswer")
public record SeriesBody(
    ModelReference model, String scenario, String mode, List<SeriesPart> series)
    implements CsvTable.Source {
  @Override
  public CsvTable table() {
    return SeriesCsv.of(this);
  }

  static SeriesBody of(SeriesRequest request, Evaluation evaluation, List<Family> families) {
    return new SeriesBody(
        ModelReference.of(evaluation.published()),
        request.scenario() == null ? PublishedModel.BASE : request.scenario(),
        evaluation.mode().name().toLowerCase(Locale.ROOT),
        families.stream().map(f -> SeriesPart.of(f, evaluation)).toList());
  }

  /**
   * One quantity; its lists are as long as {@code years}.
   *
   * @param unit of all its values
   * @param variables the parameter value or variable of each year
   * @param values as floating-point numbers; of ranges the middles
   * @param exact decimals or fractions; only in exact mode
   * @param low exactly; only in interval mode
   * @param high exactly; only in interval mode
   * @param printed under the rounding policies
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "Series")
  public record SeriesPart(
      String family,
      String label,
      String unit,
      List<Integer> years,
      List<String> variables,
      List<Double> values,
      List<String> exact,
      List<String> low,
      List<String> high,
      List<String> printed) {
    static SeriesPart of(Family family, Evaluation evaluation) {
      List<FigureBody> figures =
          family.members().stream().map(m -> FigureBody.of(evaluation.require(m.key()))).toList();
      return new SeriesPart(
          family.name(),
          family.label(),
          family.unit().text(),
          family.members().stream().map(Family.Member::year).toList(),
          family.members().stream().map(Family.Member::key).toList(),
          figures.stream().map(FigureBody::value).toList(),
          column(figures, f -> f.exact() == null ? "" : f.exact()),
          column(figures, f -> f.low() == null ? "" : f.low()),
          column(figures, f -> f.high() == null ? "" : f.high()),
          figures.stream().map(FigureBody::printed).toList());
    }

    /** All figures are of one mode, so a column is there for all or for none. */
    private static List<String> column(
        List<FigureBody> figures, Function<FigureBody, String> field) {
      List<String> column = figures.stream().map(field).toList();
      return column.contains("") ? List.of() : column;
    }
  }
}
