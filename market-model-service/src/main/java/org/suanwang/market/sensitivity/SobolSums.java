package org.suanwang.market.sensitivity;

import java.util.List;

/**
 * What the estimators need of an output's worlds: sums that can be added. The outputs a and b are
 * of two independent worlds, c of the first with one input of the second; all less the output's
 * base value, so that large numbers with small differences keep their digits.
 */
final class SobolSums {
  private long count;
  private long failed;
  private double sum;
  private double squares;
  private final double[] products;
  private final double[] differences;
  private final double[] differencesSquared;

  SobolSums(int inputs) {
    this.products = new double[inputs];
    this.differences = new double[inputs];
    this.differencesSquared = new double[inputs];
  }

  /** A block of n worlds; {@code c} has one array an input. */
  void add(double base, double[] a, double[] b, double[][] c, int n) {
    for (int w = 0; w < n; w++) {
      if (isWhole(a, b, c, w)) {
        add(base, a[w], b[w], c, w);
      } else {
        failed++;
      }
    }
  }

  private static boolean isWhole(double[] a, double[] b, double[][] c, int w) {
    double all = a[w] * 0 + b[w] * 0;
    for (double[] mixed : c) {
      all += mixed[w] * 0;
    }
    return all == 0;
  }

  private void add(double base, double a, double b, double[][] c, int w) {
    double x = a - base;
    double y = b - base;
    count++;
    sum += x + y;
    squares += x * x + y * y;
    for (int i = 0; i < c.length; i++) {
      double difference = c[i][w] - a;
      products[i] += y * difference;
      differences[i] += difference;
      differencesSquared[i] += difference * difference;
    }
  }

  SobolSums and(SobolSums other) {
    count += other.count;
    failed += other.failed;
    sum += other.sum;
    squares += other.squares;
    for (int i = 0; i < products.length; i++) {
      products[i] += other.products[i];
      differences[i] += other.differences[i];
      differencesSquared[i] += other.differencesSquared[i];
    }
    return this;
  }

  static SobolSums of(List<SobolSums> parts, int inputs) {
    var all = new SobolSums(inputs);
    parts.forEach(all::and);
    return all;
  }

  long count() {
    return count;
  }

  long failed() {
    return failed;
  }

  double variance() {
    double mean = sum / (2 * count);
    return count == 0 ? 0 : Math.max(0, squares / (2 * count) - mean * mean);
  }

  double first(int input) {
    double mean = sum / (2 * count);
    return (products[input] - mean * differences[input]) / count / variance();
  }

  double total(int input) {
    return differencesSquared[input] / (2 * count) / variance();
  }
}
