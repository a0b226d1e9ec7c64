package org.suanwang.scheduling.rounds;

import java.util.List;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.linear.Simplex;

/**
 * The value of a game between one who mixes columns to make the largest row small and one who mixes
 * rows to make the smallest column large, and how both mix (von Neumann 1928).
 */
final class MatrixGame {
  private final Simplex programme;
  private final int rows;

  /**
   * A game.
   *
   * @param columns entries of at least 0, all of the same length
   * @param checkpoint passed in each step
   */
  MatrixGame(List<double[]> columns, Checkpoint checkpoint) {
    this.rows = columns.getFirst().length;
    double[][] constraints = new double[rows][columns.size()];
    double[] ones = new double[rows];
    double[] objective = new double[columns.size()];
    for (int column = 0; column < objective.length; column++) {
      objective[column] = 1;
      for (int row = 0; row < rows; row++) {
        constraints[row][column] = columns.get(column)[row] + 1;
        ones[row] = 1;
      }
    }
    this.programme = new Simplex(constraints, ones, new double[][] {objective}, checkpoint);
  }

  /** The largest row under the best mix of columns. */
  double value() {
    return 1 / programme.value(0) - 1;
  }

  /** The best mix of columns. */
  double[] columnMix() {
    double[] mix = programme.solution();
    for (int column = 0; column < mix.length; column++) {
      mix[column] /= programme.value(0);
    }
    return mix;
  }

  /** The best mix of rows. */
  double[] rowMix() {
    double[] mix = new double[rows];
    for (int row = 0; row < rows; row++) {
      mix[row] = programme.price(0, row) / programme.value(0);
    }
    return mix;
  }
}
