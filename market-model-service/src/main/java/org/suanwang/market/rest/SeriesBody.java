package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
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
        ModelReference.of(evaluation),
        request.scenario() == null ? PublishedModel.BASE : request.scenario(),
        evaluation.mode().name().toLowerCase(Locale.ROOT),
        families.stream().map(f -> SeriesPart.of(f, evaluation)).toList());
  }

  /**
   * One quantity; its lists are as long as {@code years}.
   *
   * @param unit of all its values
   * @param variables the parameter value or variable of each year
   * @param values as floating-point numbers; of ranges the middles or the only ends, null without
   *     ends
   * @param exact decimals or fractions; only in exact mode
   * @param low exactly, null where there is none; only in interval mode
   * @param high exactly, null where there is none; only in interval mode
   * @param printed under the rounding policies
   * @param bound on which side of each number the true one lies, {@code at least}, {@code at most}
   *     or {@code undecided}, null where it rests on no bound; left out when none does
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "Series")
  public record SeriesPart(
      String family,
      String label,
      String unit,
      List<Integer> years,
      List<String> variables,
      List<@Nullable Double> values,
      List<@Nullable String> exact,
      List<@Nullable String> low,
      List<@Nullable String> high,
      List<String> printed,
      List<@Nullable String> bound) {
    static SeriesPart of(Family family, Evaluation evaluation) {
      List<FigureBody> figures =
          family.members().stream()
              .map(m -> FigureBody.of(evaluation, evaluation.require(m.key())))
              .toList();
      return new SeriesPart(
          family.name(),
          family.label(),
          family.unit().text(),
          family.members().stream().map(Family.Member::year).toList(),
          family.members().stream().map(Family.Member::key).toList(),
          figures.stream().map(FigureBody::value).toList(),
          column(figures, FigureBody::exact),
          column(figures, FigureBody::low),
          column(figures, FigureBody::high),
          figures.stream().map(FigureBody::printed).toList(),
          column(figures, FigureBody::bound));
    }

    /** Empty when no figure has the field. */
    private static List<@Nullable String> column(
        List<FigureBody> figures, Function<FigureBody, @Nullable String> field) {
      var column = new ArrayList<@Nullable String>();
      figures.forEach(figure -> column.add(field.apply(figure)));
      return column.stream().allMatch(Objects::isNull) ? List.of() : column;
    }
  }
}
