package org.suanwang.catalog.integrity;

import java.util.Arrays;

/** Collects values with weights, and tells the one in the middle. */
final class WeightedMedian {
  private final double[] values;
  private final double[] weights;
  private int size;

  WeightedMedian(int sizeMax) {
    values = new double[sizeMax];
    weights = new double[sizeMax];
  }

  void add(double value, double weight) {
    int at = size;
    while (at > 0 && values[at - 1] > value) {
      values[at] = values[at - 1];
      weights[at] = weights[at - 1];
      at--;
    }
    values[at] = value;
    weights[at] = weight;
    size++;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** The smallest value that half of the weight lies at or below. */
  double value() {
    double total = 0;
    for (int i = 0; i < size; i++) {
      total += weights[i];
    }
    double below = 0;
    for (int i = 0; i < size; i++) {
      below += weights[i];
      if (below >= total / 2) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  /** The middle of unweighted values, which it sorts. */
  static double of(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
