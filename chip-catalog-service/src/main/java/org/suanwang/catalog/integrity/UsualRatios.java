package org.suanwang.catalog.integrity;

import java.util.Arrays;

/**
 * What each two attributes usually stand in, and how far a value lies from what the accelerator's
 * other values make of it by these ratios.
 */
final class UsualRatios {
  static final int WITNESSES_MIN = 2;

  private static final int PAIRS_MIN = 12;
  private static final double SPREAD_MIN = 0.03;
  private static final double MAD_TO_SIGMA = 1.4826;

  private final Population population;
  private final double[][] medians;
  private final double[][] weights;

  UsualRatios(Population population) {
    this.population = population;
    int n = population.columns();
    medians = new double[n][n];
    weights = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        measure(i, j);
      }
    }
  }

  private void measure(int i, int j) {
    double[] differences =
        Arrays.stream(population.references())
            .mapToDouble(r -> population.log(r, i) - population.log(r, j))
            .filter(d -> !Double.isNaN(d))
            .toArray();
    if (differences.length < PAIRS_MIN) {
      return;
    }
    double median = WeightedMedian.of(differences);
    double[] distances = Arrays.stream(differences).map(d -> Math.abs(d - median)).toArray();
    double spread = Math.max(MAD_TO_SIGMA * WeightedMedian.of(distances), SPREAD_MIN);
    medians[i][j] = median;
    medians[j][i] = -median;
    weights[i][j] = 1 / (spread * spread);
    weights[j][i] = weights[i][j];
  }

  /** How many of an accelerator's other values say anything about one. */
  int witnesses(int row, int column) {
    int count = 0;
    for (int other = 0; other < population.columns(); other++) {
      if (weights[column][other] > 0 && population.has(row, other)) {
        count++;
      }
    }
    return count;
  }

  /** The distance in decades; NaN where fewer than {@link #WITNESSES_MIN} other values speak. */
  double deviation(int row, int column) {
    var residuals = new WeightedMedian(population.columns());
    for (int other = 0; other < population.columns(); other++) {
      if (weights[column][other] > 0 && population.has(row, other)) {
        residuals.add(
            population.log(row, column) - population.log(row, other) - medians[column][other],
            weights[column][other]);
      }
    }
    return residuals.size() < WITNESSES_MIN ? Double.NaN : residuals.value();
  }
}
