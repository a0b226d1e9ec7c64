package org.suanwang.market.uncertainty;

import java.util.List;
import java.util.stream.IntStream;
import org.suanwang.market.program.Program;

/** One thread's way from points over correlated probabilities and values to outputs. */
public final class Draws {
  private final List<UncertainInput> inputs;
  private final Points points;
  private final Copula copula;
  private final Program.Frame frame;
  private final double[][] coordinates;

  /** Worlds of a model at the points; whatever is computed stays in this object's own arrays. */
  public Draws(UncertainModel model, Points points, Copula copula) {
    this.inputs = model.inputs();
    this.points = points;
    this.copula = copula;
    this.frame = model.program().frame();
    this.coordinates = new double[inputs.size()][Program.BLOCK];
  }

  /** Draws and computes n consecutive worlds of a batch; see {@link Points#fill}. */
  public void run(int batch, long start, int n) {
    points.fill(batch, start, coordinates, n);
    copula.apply(coordinates, n);
    for (int i = 0; i < coordinates.length; i++) {
      inputs.get(i).law().inverse(coordinates[i], frame.input(i), n);
    }
    frame.run(n);
  }

  /** What an output is in each of the worlds; no finite number where it has no result. */
  public double[] output(int index) {
    return frame.output(index);
  }

  /** The inputs' values in one of the worlds. */
  public List<Double> inputsOf(int world) {
    return IntStream.range(0, inputs.size()).mapToObj(i -> frame.input(i)[world]).toList();
  }
}
