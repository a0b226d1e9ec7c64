package org.suanwang.scheduling.linear;

import org.suanwang.scheduling.check.Checkpoint;

/**
 * A linear programme with amounts of at least 0 and limits of at least 0, several objectives one
 * after another: of the best by the first the best by the second, and so on. The simplex method on
 * a dense tableau (Dantzig 1951); against cycles the rule of Bland 1977 where an objective stands
 * still. Programmes here have some tens of rows; that small, this takes a tenth of the time of a
 * general solver or less, and policies ask thousands of times.
 */
public final class Simplex {
  /** Reduced costs and pivots below this are rounding. */
  private static final double ZERO = 1e-10;

  /** So many pivots without gain before the slower rule that cannot cycle. */
  private static final int PATIENCE = 40;

  private final Checkpoint checkpoint;
  private final int rows;
  private final int columns;
  private final int rightSide;
  private final double[][] tableau;
  private final int[] basis;

  /**
   * Solves.
   *
   * @param constraints a row of coefficients for each
   * @param limits what each constraint must not exceed, at least 0
   * @param objectives rows of coefficients, the first the most important; limits bound the first
   * @param checkpoint passed before each step
   * @throws IllegalStateException if an objective has no bound
   */
  public Simplex(
      double[][] constraints, double[] limits, double[][] objectives, Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
    this.rows = constraints.length;
    this.columns = objectives[0].length;
    this.rightSide = columns + rows;
    this.tableau = new double[rows + objectives.length][rightSide + 1];
    this.basis = new int[rows];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(constraints[row], 0, tableau[row], 0, columns);
      tableau[row][columns + row] = 1;
      tableau[row][rightSide] = limits[row];
      basis[row] = columns + row;
    }
    for (int i = 0; i < objectives.length; i++) {
      for (int column = 0; column < columns; column++) {
        tableau[rows + i][column] = -objectives[i][column];
      }
    }
    for (int i = 0; i < objectives.length; i++) {
      maximise(i);
    }
  }

  /** The amounts. */
  public double[] solution() {
    double[] solution = new double[columns];
    for (int row = 0; row < rows; row++) {
      if (basis[row] < columns) {
        solution[basis[row]] = tableau[row][rightSide];
      }
    }
    return solution;
  }

  /** What an objective reaches. */
  public double value(int objective) {
    return tableau[rows + objective][rightSide];
  }

  /** How much more an objective would reach for each unit of a limit. */
  public double price(int objective, int constraint) {
    return Math.max(0, tableau[rows + objective][columns + constraint]);
  }

  private void maximise(int objective) {
    int still = 0;
    double before = value(objective);
    for (int entering = entering(objective, false);
        entering >= 0;
        entering = entering(objective, still > PATIENCE)) {
      checkpoint.pass();
      pivot(leaving(entering), entering);
      still = value(objective) > before ? 0 : still + 1;
      before = value(objective);
    }
  }

  /** A column that gains by this objective and loses by none before. */
  private int entering(int objective, boolean first) {
    double[] reduced = tableau[rows + objective];
    int best = -1;
    for (int column = 0; column < rightSide; column++) {
      boolean isBetter = reduced[column] < (best < 0 ? -ZERO : reduced[best]);
      if (isBetter && losesNothing(column, objective)) {
        best = column;
        if (first) {
          return best;
        }
      }
    }
    return best;
  }

  private boolean losesNothing(int column, int objective) {
    for (int earlier = 0; earlier < objective; earlier++) {
      if (tableau[rows + earlier][column] > ZERO) {
        return false;
      }
    }
    return true;
  }

  private int leaving(int entering) {
    int best = -1;
    for (int row = 0; row < rows; row++) {
      if (tableau[row][entering] > ZERO && (best < 0 || isBefore(row, best, entering))) {
        best = row;
      }
    }
    if (best < 0) {
      throw new IllegalStateException("an objective has no bound");
    }
    return best;
  }

  private boolean isBefore(int row, int other, int entering) {
    double ratio = tableau[row][rightSide] / tableau[row][entering];
    double otherRatio = tableau[other][rightSide] / tableau[other][entering];
    return ratio < otherRatio || (ratio == otherRatio && basis[row] < basis[other]);
  }

  private void pivot(int leaving, int entering) {
    double[] pivotRow = tableau[leaving];
    double pivot = pivotRow[entering];
    for (int column = 0; column <= rightSide; column++) {
      pivotRow[column] /= pivot;
    }
    for (int row = 0; row < tableau.length; row++) {
      double factor = tableau[row][entering];
      if (row != leaving && factor != 0) {
        subtract(tableau[row], factor, pivotRow);
        tableau[row][entering] = 0;
        if (row < rows && tableau[row][rightSide] < ZERO) {
          tableau[row][rightSide] = 0;
        }
      }
    }
    basis[leaving] = entering;
  }

  private static void subtract(double[] row, double factor, double[] pivotRow) {
    for (int column = 0; column < row.length; column++) {
      row[column] -= factor * pivotRow[column];
    }
  }
}
