package org.suanwang.scheduling.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear programme solved from its inside, so that of equally good solutions the one in their
 * middle comes out, as from the interior-point solver of Gavel's authors: that with the largest
 * product of all that can be above 0 (the end of the central path), or nearly that, as a few long
 * steps lead there. A column that stands for many alike counts as often. Mehrotra's predictor and
 * corrector ("On the implementation of a primal-dual interior point method", SIAM J. Optimization
 * 2(4), 1992).
 */
final class CentralProgramme {
  private static final double GAP_MAX = 1e-9;
  private static final double RESIDUAL_MAX = 1e-8;
  private static final int STEPS_MAX = 60;

  /** How near a step goes to the border. */
  private static final double NEAR = 0.99;

  private final List<Column> columns = new ArrayList<>();
  private final double[] limits;
  private double[] x = {};
  private double[] slack = {};
  private double[] price = {};

  /** What a unit of a column takes of the rows, what it costs, and how many alike it stands for. */
  @SuppressWarnings("ArrayRecordComponent") // a part of a programme, never compared
  private record Column(int[] rows, double[] values, double cost, double count) {
    double times(double[] prices) {
      double sum = 0;
      for (int i = 0; i < rows.length; i++) {
        sum += values[i] * prices[rows[i]];
      }
      return sum;
    }
  }

  /** A programme in which the columns are to sum up to such limits. */
  CentralProgramme(double[] limits) {
    this.limits = limits.clone();
  }

  /** Returns the number of the column. */
  int add(int[] rows, double[] values, double cost, double count) {
    columns.add(new Column(rows, values, cost, count));
    return columns.size() - 1;
  }

  /** How much of each column costs least in all. */
  double[] leastCost() {
    x = new double[columns.size()];
    Arrays.fill(x, 1);
    slack = columns.stream().mapToDouble(Column::count).toArray();
    price = new double[limits.length];
    double counts = Arrays.stream(slack).sum();
    for (int step = 0; step < STEPS_MAX; step++) {
      double[] missing = missing();
      double[] dual = dualResidual();
      double gap = dot(x, slack) / counts;
      if (gap < GAP_MAX && largest(missing) < RESIDUAL_MAX && largest(dual) < RESIDUAL_MAX) {
        break;
      }
      advance(missing, dual, gap, counts);
    }
    return x;
  }

  private void advance(double[] missing, double[] dual, double gap, double counts) {
    double[][] factor = factor();
    int n = x.length;
    double[] target = new double[n];
    Arrays.setAll(target, j -> -x[j] * slack[j]);
    Direction straight = direction(factor, missing, dual, target);
    double forX = length(x, straight.x());
    double forSlack = length(slack, straight.slack());
    double ahead = 0;
    for (int j = 0; j < n; j++) {
      ahead += (x[j] + forX * straight.x()[j]) * (slack[j] + forSlack * straight.slack()[j]);
    }
    double part = Math.pow(ahead / counts / gap, 3);
    Arrays.setAll(
        target,
        j ->
            part * gap * columns.get(j).count()
                - x[j] * slack[j]
                - straight.x()[j] * straight.slack()[j]);
    Direction to = direction(factor, missing, dual, target);
    move(x, to.x(), NEAR * length(x, to.x()));
    double step = NEAR * length(slack, to.slack());
    move(slack, to.slack(), step);
    move(price, to.price(), step);
  }

  @SuppressWarnings("ArrayRecordComponent") // made for one step, never compared
  private record Direction(double[] x, double[] price, double[] slack) {}

  private Direction direction(double[][] factor, double[] missing, double[] dual, double[] target) {
    double[] right = missing.clone();
    for (int j = 0; j < x.length; j++) {
      Column column = columns.get(j);
      double value = (x[j] * dual[j] - target[j]) / slack[j];
      for (int i = 0; i < column.rows().length; i++) {
        right[column.rows()[i]] += column.values()[i] * value;
      }
    }
    double[] prices = solve(factor, right);
    double[] slacks = new double[x.length];
    double[] xs = new double[x.length];
    for (int j = 0; j < xs.length; j++) {
      slacks[j] = dual[j] - columns.get(j).times(prices);
      xs[j] = (target[j] - x[j] * slacks[j]) / slack[j];
    }
    return new Direction(xs, prices, slacks);
  }

  private double[] missing() {
    double[] missing = limits.clone();
    for (int j = 0; j < x.length; j++) {
      Column column = columns.get(j);
      for (int i = 0; i < column.rows().length; i++) {
        missing[column.rows()[i]] -= column.values()[i] * x[j];
      }
    }
    return missing;
  }

  private double[] dualResidual() {
    double[] dual = new double[x.length];
    Arrays.setAll(dual, j -> columns.get(j).cost() - columns.get(j).times(price) - slack[j]);
    return dual;
  }

  /** The lower half of the triangle whose square is the matrix of the rows. */
  private double[][] factor() {
    int m = limits.length;
    double[][] a = new double[m][m];
    for (int j = 0; j < x.length; j++) {
      Column column = columns.get(j);
      double weight = x[j] / slack[j];
      for (int i = 0; i < column.rows().length; i++) {
        double[] row = a[column.rows()[i]];
        for (int k = 0; k < column.rows().length; k++) {
          row[column.rows()[k]] += weight * column.values()[i] * column.values()[k];
        }
      }
    }
    return Cholesky.factor(a);
  }

  private static double[] solve(double[][] factor, double[] right) {
    return Cholesky.solve(factor, right);
  }

  /** How far all stay at least 0, at most 1. */
  private static double length(double[] values, double[] direction) {
    double length = 1;
    for (int j = 0; j < values.length; j++) {
      if (direction[j] < 0) {
        length = Math.min(length, -values[j] / direction[j]);
      }
    }
    return length;
  }

  private static void move(double[] values, double[] direction, double length) {
    Arrays.setAll(values, j -> values[j] + length * direction[j]);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int j = 0; j < left.length; j++) {
      sum += left[j] * right[j];
    }
    return sum;
  }
}
