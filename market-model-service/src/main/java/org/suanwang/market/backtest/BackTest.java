package org.suanwang.market.backtest;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.distribution.CorrelationMatrix;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.program.Program;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Realisation;
import org.suanwang.market.uncertainty.Copula;
import org.suanwang.market.uncertainty.Draws;
import org.suanwang.market.uncertainty.Points;
import org.suanwang.market.uncertainty.Progress;
import org.suanwang.market.uncertainty.SobolPoints;
import org.suanwang.market.uncertainty.UncertainModel;
import org.suanwang.market.uncertainty.UncertaintyAnalysis;
import org.suanwang.market.uncertainty.Workers;

/** Draws what a model held possible, and scores it by what came. */
public final class BackTest {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final BackTestRequest request;
  private final Realisation realisation;
  private final UncertainModel model;

  private BackTest(BackTestRequest request, Realisation realisation) {
    this.request = request;
    this.realisation = realisation;
    PublishedModel published = request.published();
    this.model =
        UncertainModel.of(
            published, published.resolve(realisation.scenario()), List.of(realisation.variable()));
  }

  /**
   * One result a forecast; the same for any workers.
   *
   * @throws InvalidInputException for what is wrong with the request
   * @throws java.util.concurrent.CancellationException when progress ends the run
   */
  public static List<BackTestResult> run(
      BackTestRequest request, Workers workers, Progress progress) {
    List<BackTestResult> results = new ArrayList<>();
    for (Realisation realisation : request.requireRealisations()) {
      results.add(new BackTest(request, realisation).run(workers, progress));
    }
    return results;
  }

  private BackTestResult run(Workers workers, Progress progress) {
    Figure figure = model.outputs().getFirst();
    double forecast = figure.reading().middle();
    double[] values = model.inputs().isEmpty() ? new double[] {forecast} : draw(workers, progress);
    Ensemble ensemble = requireEnsemble(values);
    Unit unit = figure.unit();
    double realised = realisation.value().in(unit).value().doubleValue();
    double low = ensemble.quantile(LOW);
    double high = ensemble.quantile(HIGH);
    return new BackTestResult(
        realisation,
        figure.label(),
        unit,
        forecast,
        ensemble.mean(),
        ensemble.quantile(0.5),
        low,
        high,
        realised,
        ensemble.size(),
        values.length - ensemble.size(),
        ensemble.crps(realised),
        Math.abs(forecast - realised),
        ensemble.pit(realised),
        low <= realised && realised <= high,
        chosenLater());
  }

  private double[] draw(Workers workers, Progress progress) {
    UncertaintyAnalysis.requireFewEnough(model, request.worlds());
    var points = new SobolPoints(request.seed(), model.keys());
    var matrix = CorrelationMatrix.of(model.keys(), model.correlations(null), false);
    var copula = new Copula(model.keys(), matrix);
    int share = (int) (request.worlds() / Points.BATCHES);
    var values = new double[Points.BATCHES * share];
    workers.map(
        Points.BATCHES,
        batch -> {
          var draws = new Draws(model, points, copula);
          for (int start = 0; start < share; start += Program.BLOCK) {
            int n = Math.min(Program.BLOCK, share - start);
            draws.run(batch, start, n);
            System.arraycopy(draws.output(0), 0, values, batch * share + start, n);
            progress.requireGoingOn(n);
          }
          return batch;
        });
    return values;
  }

  private Ensemble requireEnsemble(double[] values) {
    try {
      return Ensemble.of(values);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "names",
          realisation.name(),
          "its forecast has no result in any world",
          "mend the model's distributions");
    }
  }

  private List<String> chosenLater() {
    return request.published().model().givensOf(realisation.variable()).stream()
        .filter(g -> g.value().citation().date().isAfter(realisation.forecastDate()))
        .map(g -> g.key())
        .sorted()
        .toList();
  }
}
