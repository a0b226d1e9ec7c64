package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.backtest.BackTestResult;
import org.suanwang.market.parameter.Bound;
import org.suanwang.market.rest.ModelBody.SourceBody;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Realisation;

/** Forecasts of a model beside what became of them. */
@Schema(name = "BackTestAnswer")
public record BackTestBody(ModelReference model, long seed, List<ForecastBody> forecasts)
    implements CsvTable.Source {
  @Override
  public CsvTable table() {
    return AnalysisCsv.of(this);
  }

  static BackTestBody of(
      PublishedModel published, BackTestQuestion question, List<BackTestResult> results) {
    return new BackTestBody(
        ModelReference.of(
            published,
            Assumptions.none(),
            results.stream().map(r -> r.realisation().variable()).toList()),
        question.read(published).seed(),
        results.stream().map(ForecastBody::of).toList());
  }

  /**
   * One forecast; all numbers in its unit.
   *
   * @param forecastDate the day whose knowledge it is made of
   * @param forecast the one number that the model says
   * @param low with {@code high} the ends of the central 90 % of what it holds possible
   * @param worlds with a result
   * @param failed worlds without one, which are left out
   * @param crps the continuous ranked probability score; the lower the better
   * @param absoluteError how far the one number was off; what {@code crps} would be without a
   *     distribution
   * @param pit the part of the worlds below what came, from 0 to 1
   * @param inside whether what came lies in the central 90 %
   * @param chosenLater values in it that the model's author chose after it
   */
  @Schema(name = "BackTestedForecast")
  public record ForecastBody(
      String name,
      String variable,
      String label,
      String scenario,
      String forecastDate,
      String unit,
      double forecast,
      double mean,
      double median,
      double low,
      double high,
      RealisedBody realised,
      long worlds,
      long failed,
      double crps,
      double absoluteError,
      double pit,
      boolean inside,
      List<String> chosenLater,
      List<String> remarks) {
    static ForecastBody of(BackTestResult result) {
      Realisation realisation = result.realisation();
      return new ForecastBody(
          realisation.name(),
          realisation.variable(),
          result.label(),
          realisation.scenario() == null ? PublishedModel.BASE : realisation.scenario(),
          realisation.forecastDate().toString(),
          result.unit().text(),
          result.forecast(),
          result.mean(),
          result.median(),
          result.low(),
          result.high(),
          RealisedBody.of(result),
          result.count(),
          result.failed(),
          result.crps(),
          result.absoluteError(),
          result.pit(),
          result.inside(),
          result.chosenLater(),
          realisation.remarks());
    }
  }

  /**
   * What became of it.
   *
   * @param bound {@code at_least} or {@code at_most} when only a lowest or highest value was told,
   *     which the scores then take for the true one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "RealisedValue")
  public record RealisedBody(double value, @Nullable String bound, SourceBody source) {
    static RealisedBody of(BackTestResult result) {
      Bound bound = result.realisation().bound();
      return new RealisedBody(
          result.realised(),
          bound == Bound.EXACTLY ? null : bound.name().toLowerCase(Locale.ROOT),
          SourceBody.of(result.realisation().citation()));
    }
  }
}
