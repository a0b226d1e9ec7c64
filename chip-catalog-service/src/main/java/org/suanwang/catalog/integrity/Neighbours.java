package org.suanwang.catalog.integrity;

import java.util.Arrays;

/**
 * How far a value lies from those of the accelerators that are otherwise most alike: in their other
 * values, as far as these are known, in date and maker.
 */
final class Neighbours {
  private static final int NEAREST = 5;
  private static final int NEAREST_MIN = 3;

  /** One wrong value shall not make a stranger of a sibling. */
  private static final double DIFFERENCE_MAX = 1;

  /** Few shared values make a distance unsure: as if two more differed by so much. */
  private static final double PRIOR = 0.3;

  private static final double SOFTENING = 0.05;

  private final Population population;
  private final int row;
  private final double[] sums;
  private final int[] shared;
  private final double[] strangeness;

  /** Compares a row with the references, once for all its columns. */
  Neighbours(Population population, int row) {
    this.population = population;
    this.row = row;
    int[] references = population.references();
    this.sums = new double[references.length];
    this.shared = new int[references.length];
    this.strangeness = new double[references.length];
    int[] known = population.known(row);
    double[] own = population.logs(row);
    for (int k = 0; k < references.length; k++) {
      double[] other = population.logs(references[k]);
      double sum = 0;
      int count = 0;
      for (int column : known) {
        double difference = difference(own[column], other[column]);
        if (!Double.isNaN(difference)) {
          sum += difference;
          count++;
        }
      }
      sums[k] = sum;
      shared[k] = count;
      strangeness[k] = population.strangeness(row, references[k]);
    }
  }

  private static double difference(double one, double other) {
    return Math.min(Math.abs(one - other), DIFFERENCE_MAX);
  }

  /** The distance in decades; NaN where nobody is like it. */
  double deviation(int column) {
    int[] references = population.references();
    double own = population.log(row, column);
    double[] nearest = new double[NEAREST];
    double[] values = new double[NEAREST];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int k = 0; k < references.length; k++) {
      double there = population.log(references[k], column);
      if (references[k] != row && !Double.isNaN(there)) {
        insert(nearest, values, distance(k, difference(own, there)), there);
      }
    }
    var prediction = new WeightedMedian(NEAREST);
    for (int i = 0; i < NEAREST && nearest[i] < Double.POSITIVE_INFINITY; i++) {
      prediction.add(values[i], 1 / Math.pow(nearest[i] + SOFTENING, 2));
    }
    return prediction.size() < NEAREST_MIN ? Double.NaN : own - prediction.value();
  }

  /** Without what the two differ by in the column that is judged. */
  private double distance(int k, double difference) {
    double sum = sums[k] - difference;
    return (sum + 2 * PRIOR) / (shared[k] - 1 + 2) + strangeness[k];
  }

  private static void insert(double[] nearest, double[] values, double distance, double value) {
    int at = NEAREST - 1;
    if (distance >= nearest[at]) {
      return;
    }
    while (at > 0 && nearest[at - 1] > distance) {
      nearest[at] = nearest[at - 1];
      values[at] = values[at - 1];
      at--;
    }
    nearest[at] = distance;
    values[at] = value;
  }
}
