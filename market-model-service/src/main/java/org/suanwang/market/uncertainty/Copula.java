package org.suanwang.market.uncertainty;

import java.util.List;
import org.suanwang.market.distribution.CorrelationMatrix;
import org.suanwang.market.distribution.StandardNormal;
import org.suanwang.market.program.Program;

/**
 * Makes coordinates depend on each other as normal variables do, whatever their distributions
 * (Gaussian copula). Inputs that nobody correlates stay as they are.
 */
public final class Copula {
  private static final double PROBABILITY_MIN = 0x1p-53;

  private final CorrelationMatrix matrix;

  /** Of each correlated input, which coordinate it is. */
  private final int[] inputs;

  private final double[][] factor;

  /**
   * The copula of a matrix.
   *
   * @param keys of all inputs, in the order of their coordinates
   * @param matrix of some of them
   */
  public Copula(List<String> keys, CorrelationMatrix matrix) {
    this.matrix = matrix;
    this.inputs = matrix.names().stream().mapToInt(keys::indexOf).toArray();
    this.factor = new double[inputs.length][];
    for (int i = 0; i < inputs.length; i++) {
      factor[i] = matrix.factor(i);
    }
  }

  /** Every input by itself. */
  public static Copula independence(List<String> keys) {
    return new Copula(keys, CorrelationMatrix.of(keys, List.of(), false));
  }

  /** What was changed because it was impossible; empty unless that was asked for and needed. */
  public List<CorrelationMatrix.Repair> repairs() {
    return matrix.repairs();
  }

  /**
   * Changes the first n coordinates of the correlated inputs; all of them stay even by themselves.
   */
  public void apply(double[][] coordinates, int n) {
    if (inputs.length == 0) {
      return;
    }
    double[][] independent = new double[inputs.length][Program.BLOCK];
    for (int i = 0; i < inputs.length; i++) {
      for (int w = 0; w < n; w++) {
        independent[i][w] = StandardNormal.inverse(coordinates[inputs[i]][w]);
      }
    }
    for (int i = 0; i < inputs.length; i++) {
      double[] to = coordinates[inputs[i]];
      for (int w = 0; w < n; w++) {
        double z = 0;
        for (int j = 0; j <= i; j++) {
          z += factor[i][j] * independent[j][w];
        }
        to[w] = Math.clamp(StandardNormal.cdf(z), PROBABILITY_MIN, 1 - PROBABILITY_MIN);
      }
    }
  }
}
