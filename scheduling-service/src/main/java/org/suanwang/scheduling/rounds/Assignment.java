package org.suanwang.scheduling.rounds;

import java.util.Arrays;

/**
 * One column for each row so that the sum of costs is least (Kuhn 1955; by shortest augmenting
 * paths with potentials, Jonker and Volgenant 1987).
 */
final class Assignment {
  private static final int NONE = -1;

  private final double[][] cost;
  private final int columns;
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOf;

  private Assignment(double[][] cost) {
    this.cost = cost;
    this.columns = cost[0].length;
    this.rowPotential = new double[cost.length];
    this.columnPotential = new double[columns];
    this.rowOf = new int[columns];
    Arrays.fill(rowOf, NONE);
  }

  /**
   * The column of each row.
   *
   * @param cost finite, at least one row, no more rows than columns
   */
  static int[] leastCost(double[][] cost) {
    if (cost[0].length < cost.length) {
      throw new IllegalArgumentException("no more rows than columns");
    }
    Assignment assignment = new Assignment(cost);
    for (int row = 0; row < cost.length; row++) {
      assignment.add(row);
    }
    int[] columnOf = new int[cost.length];
    for (int column = 0; column < assignment.columns; column++) {
      if (assignment.rowOf[column] != NONE) {
        columnOf[assignment.rowOf[column]] = column;
      }
    }
    return columnOf;
  }

  /** The shortest path, in reduced costs, from a new row over assigned ones to a free column. */
  private void add(int newRow) {
    double[] distance = new double[columns];
    int[] before = new int[columns];
    boolean[] isDone = new boolean[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(before, NONE);
    int row = newRow;
    int last = NONE;
    double reached = 0;
    while (true) {
      for (int column = 0; column < columns; column++) {
        double through = reached + cost[row][column] - rowPotential[row] - columnPotential[column];
        if (!isDone[column] && through < distance[column]) {
          distance[column] = through;
          before[column] = last;
        }
      }
      last = nearest(distance, isDone);
      reached = distance[last];
      if (rowOf[last] == NONE) {
        break;
      }
      isDone[last] = true;
      row = rowOf[last];
    }
    shiftPotentials(newRow, distance, isDone, reached);
    augment(newRow, last, before);
  }

  private int nearest(double[] distance, boolean[] isDone) {
    int nearest = NONE;
    for (int column = 0; column < columns; column++) {
      if (!isDone[column] && (nearest == NONE || distance[column] < distance[nearest])) {
        nearest = column;
      }
    }
    return nearest;
  }

  private void shiftPotentials(int newRow, double[] distance, boolean[] isDone, double reached) {
    rowPotential[newRow] += reached;
    for (int column = 0; column < columns; column++) {
      if (isDone[column]) {
        rowPotential[rowOf[column]] += reached - distance[column];
        columnPotential[column] -= reached - distance[column];
      }
    }
  }

  private void augment(int newRow, int free, int[] before) {
    int column = free;
    while (before[column] != NONE) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
    rowOf[column] = newRow;
  }
}
