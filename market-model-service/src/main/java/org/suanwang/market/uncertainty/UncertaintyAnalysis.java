package org.suanwang.market.uncertainty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.distribution.CorrelationMatrix;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.program.Program;

/** Draws worlds and tells what the outputs are over all of them. */
public final class UncertaintyAnalysis {
  /** So many values, over all outputs, are kept for exact quantiles: 32 MiB. */
  public static final long VALUES_KEPT_MAX = 1L << 22;

  /** All steps of all worlds: some tens of seconds of one core. */
  static final long STEPS_MAX = 1L << 34;

  private final UncertaintyRequest request;
  private final UncertainModel model;
  private final List<RankCorrelation> correlations;
  private final Copula copula;
  private final Points points;
  private final double @Nullable [][] values;

  /** One an output; every batch adds its counts to them when it is done. */
  private final List<LogLinearHistogram> histograms;

  private UncertaintyAnalysis(UncertaintyRequest request) {
    request.requireSound();
    this.request = request;
    this.model = UncertainModel.of(request.published(), request.assumptions(), request.outputs());
    requireFewEnough(model, request.worlds());
    this.correlations = model.correlations(request.correlations());
    this.copula =
        new Copula(
            model.keys(),
            CorrelationMatrix.of(model.keys(), correlations, request.repairCorrelations()));
    this.points = request.points(model.keys());
    int outputs = model.outputs().size();
    this.values =
        request.worlds() * outputs <= VALUES_KEPT_MAX
            ? new double[outputs][(int) request.worlds()]
            : null;
    this.histograms = histograms();
  }

  private List<LogLinearHistogram> histograms() {
    var room = new LogLinearHistogram.Room();
    return model.outputs().stream().map(_ -> new LogLinearHistogram(room)).toList();
  }

  /**
   * The answer; the same for any workers.
   *
   * @throws InvalidInputException for what is wrong with the request, all of it
   * @throws java.util.concurrent.CancellationException when progress ends the run
   */
  public static UncertaintyResult run(
      UncertaintyRequest request, Workers workers, Progress progress) {
    return new UncertaintyAnalysis(request).run(workers, progress);
  }

  /**
   * Inputs, outputs and all steps together stay within what one request may ask for.
   *
   * @param runs how often the model is computed
   */
  public static void requireFewEnough(UncertainModel model, long runs) {
    List<Violation> violations = new ArrayList<>();
    long steps = model.program().steps() + 4L * model.inputs().size() + 1;
    if (runs > STEPS_MAX / steps) {
      violations.add(
          new Violation(
              "worlds",
              runs + " runs of " + steps + " steps",
              "must be at most " + STEPS_MAX + " steps in all",
              "use at most " + STEPS_MAX / steps + " runs, or ask for fewer outputs"));
    }
    if (model.inputs().size() > UncertaintyRequest.INPUTS_MAX) {
      violations.add(
          new Violation(
              "outputs",
              model.inputs().size() + " uncertain inputs",
              "must need at most " + UncertaintyRequest.INPUTS_MAX + " uncertain inputs",
              "ask for fewer outputs"));
    }
    if (model.outputs().size() > UncertaintyRequest.OUTPUTS_MAX) {
      violations.add(
          new Violation(
              "outputs",
              String.valueOf(model.outputs().size()),
              "must be at most " + UncertaintyRequest.OUTPUTS_MAX,
              "name those that are wanted"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }

  private UncertaintyResult run(Workers workers, Progress progress) {
    List<List<Tally>> batches = workers.map(Points.BATCHES, b -> batch(b, progress));
    List<OutputDistribution> outputs = new ArrayList<>();
    for (int o = 0; o < model.outputs().size(); o++) {
      int output = o;
      List<Tally> tallies = batches.stream().map(b -> b.get(output)).toList();
      outputs.add(
          new Summary(
                  request,
                  model,
                  output,
                  tallies,
                  histograms.get(o),
                  values == null ? null : values[o])
              .read());
    }
    return new UncertaintyResult(request, model.inputs(), correlations, copula.repairs(), outputs);
  }

  private List<Tally> batch(int batch, Progress progress) {
    List<LogLinearHistogram> own = histograms();
    List<Tally> tallies = new ArrayList<>();
    for (int o = 0; o < model.outputs().size(); o++) {
      tallies.add(new Tally(own.get(o), values == null ? null : values[o]));
    }
    var draws = new Draws(model, points, copula);
    boolean quasi = request.method() == SamplingMethod.QUASI_MONTE_CARLO;
    long share = request.worlds() / Points.BATCHES;
    long blocks = (request.worlds() + Program.BLOCK - 1) / Program.BLOCK;
    long from = quasi ? 0 : blocks * batch / Points.BATCHES * Program.BLOCK;
    long to =
        quasi
            ? share
            : Math.min(request.worlds(), blocks * (batch + 1) / Points.BATCHES * Program.BLOCK);
    long offset = quasi ? share * batch : 0;
    for (long start = from; start < to; start += Program.BLOCK) {
      int n = (int) Math.min(Program.BLOCK, to - start);
      draws.run(batch, start, n);
      for (int o = 0; o < tallies.size(); o++) {
        tallies.get(o).add(draws, o, offset + start, n);
      }
      progress.requireGoingOn(n);
    }
    synchronized (histograms) {
      // The tallies live until the end; histograms of every batch would be too many.
      for (int o = 0; o < tallies.size(); o++) {
        tallies.get(o).close(histograms.get(o));
      }
    }
    return tallies;
  }
}
