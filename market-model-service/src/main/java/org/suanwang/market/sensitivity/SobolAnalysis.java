package org.suanwang.market.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.program.Program;
import org.suanwang.market.sensitivity.SobolIndices.Index;
import org.suanwang.market.uncertainty.Points;
import org.suanwang.market.uncertainty.Progress;
import org.suanwang.market.uncertainty.Seeds;
import org.suanwang.market.uncertainty.SobolPoints;
import org.suanwang.market.uncertainty.UncertainModel;
import org.suanwang.market.uncertainty.UncertaintyAnalysis;
import org.suanwang.market.uncertainty.Workers;

/**
 * Estimates Sobol indices on scrambled Sobol points. The batches are independent scramblings; the
 * confidence intervals come from a bootstrap over them, because points of one scrambling are not
 * independent of each other.
 */
public final class SobolAnalysis {
  private final SobolRequest request;
  private final UncertainModel model;
  private final Points points;
  private final int inputs;

  private SobolAnalysis(SobolRequest request) {
    request.requireSound();
    this.request = request;
    this.model = UncertainModel.of(request.published(), request.assumptions(), request.outputs());
    SobolRequest.requireIndependent(model.correlations(request.correlations()));
    this.inputs = model.inputs().size();
    request.requireFewEnough(inputs, model.outputs().size());
    UncertaintyAnalysis.requireFewEnough(model, request.worlds() * (inputs + 2));
    List<String> names =
        Stream.concat(
                model.keys().stream().map(k -> k + " of the first world"),
                model.keys().stream().map(k -> k + " of the second world"))
            .toList();
    this.points = inputs == 0 ? (_, _, _, _) -> {} : new SobolPoints(request.seed(), names);
  }

  /**
   * The indices of every output; the same for any workers and any order of the model's files.
   *
   * @throws InvalidInputException for what is wrong with the request, all of it
   * @throws java.util.concurrent.CancellationException when progress ends the run
   */
  public static List<SobolIndices> run(SobolRequest request, Workers workers, Progress progress) {
    var analysis = new SobolAnalysis(request);
    List<List<SobolSums>> batches = workers.map(Points.BATCHES, b -> analysis.batch(b, progress));
    List<SobolIndices> indices = new ArrayList<>();
    for (int o = 0; o < analysis.model.outputs().size(); o++) {
      int output = o;
      indices.add(analysis.indices(o, batches.stream().map(b -> b.get(output)).toList()));
    }
    return indices;
  }

  private List<SobolSums> batch(int batch, Progress progress) {
    List<SobolSums> sums = new ArrayList<>();
    model.outputs().forEach(_ -> sums.add(new SobolSums(inputs)));
    var block = new Block();
    long share = request.worlds() / Points.BATCHES;
    for (long start = 0; start < share; start += Program.BLOCK) {
      int n = (int) Math.min(Program.BLOCK, share - start);
      block.run(batch, start, n);
      for (int o = 0; o < sums.size(); o++) {
        double base = model.outputs().get(o).reading().middle();
        sums.get(o).add(base, block.first[o], block.second[o], block.mixed[o], n);
      }
      progress.requireGoingOn(n);
    }
    return sums;
  }

  /** One thread's arrays: a block of pairs of worlds and the worlds between them. */
  private final class Block {
    private final Program.Frame frame = model.program().frame();
    private final double[][] coordinates = new double[2 * inputs][Program.BLOCK];
    private final double[][] first = new double[model.outputs().size()][Program.BLOCK];
    private final double[][] second = new double[model.outputs().size()][Program.BLOCK];
    private final double[][][] mixed = new double[model.outputs().size()][inputs][Program.BLOCK];

    void run(int batch, long start, int n) {
      points.fill(batch, start, coordinates, n);
      for (int i = 0; i < inputs; i++) {
        model.inputs().get(i).law().inverse(coordinates[i], coordinates[i], n);
        model.inputs().get(i).law().inverse(coordinates[inputs + i], coordinates[inputs + i], n);
      }
      world(-1, inputs, n, second);
      world(-1, 0, n, first);
      for (int i = 0; i < inputs; i++) {
        double[][] into = new double[mixed.length][];
        for (int o = 0; o < mixed.length; o++) {
          into[o] = mixed[o][i];
        }
        world(i, 0, n, into);
      }
    }

    /** The world at an offset of the coordinates, but for one input of the second world. */
    private void world(int exchanged, int offset, int n, double[][] into) {
      for (int i = 0; i < inputs; i++) {
        int from = i == exchanged ? inputs + i : offset + i;
        System.arraycopy(coordinates[from], 0, frame.input(i), 0, n);
      }
      frame.run(n);
      for (int o = 0; o < into.length; o++) {
        System.arraycopy(frame.output(o), 0, into[o], 0, n);
      }
    }
  }

  private SobolIndices indices(int output, List<SobolSums> batches) {
    SobolSums all = SobolSums.of(batches, inputs);
    boolean varies = all.count() > 0 && all.variance() > 0;
    double[][] first = new double[inputs][request.resamples()];
    double[][] total = new double[inputs][request.resamples()];
    if (varies) {
      resample(batches, first, total);
    }
    List<Index> indices = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      indices.add(
          new Index(
              model.inputs().get(i).key(),
              model.inputs().get(i).label(),
              varies ? Bootstrap.estimate(all.first(i), first[i], Points.BATCHES) : null,
              varies ? Bootstrap.estimate(all.total(i), total[i], Points.BATCHES) : null));
    }
    return new SobolIndices(
        model.outputs().get(output), all.count(), all.failed(), all.variance(), indices);
  }

  private void resample(List<SobolSums> batches, double[][] first, double[][] total) {
    var bootstrap = new Bootstrap(Seeds.split(request.seed(), "bootstrap"), batches.size());
    for (int r = 0; r < request.resamples(); r++) {
      var sums = new SobolSums(inputs);
      for (int chosen : bootstrap.next()) {
        sums.and(batches.get(chosen));
      }
      for (int i = 0; i < inputs; i++) {
        first[i][r] = sums.first(i);
        total[i][r] = sums.total(i);
      }
    }
  }
}
