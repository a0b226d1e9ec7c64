package org.suanwang.market.uncertainty;

/**
 * Number, mean and sum of squared differences from the mean, with lowest and highest; joined by the
 * formula of Chan, Golub and LeVeque (1979), which loses no digits to a large mean.
 *
 * @param squares sum of squared differences from the mean
 */
public record Moments(long count, double mean, double squares, double min, double max) {
  public static final Moments NONE =
      new Moments(0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** Of the first n values, all finite, in an order of adding that depends only on n. */
  public static Moments of(double[] values, int n) {
    if (n == 0) {
      return NONE;
    }
    double mean = sum(values, n) / n;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
    }
    return new Moments(n, mean, squares(values, n, mean), min, max);
  }

  /** In four lanes, because one sum would wait for itself. */
  static double sum(double[] values, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int whole = n & -4;
    for (int i = 0; i < whole; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (int i = whole; i < n; i++) {
      a += values[i];
    }
    return (a + b) + (c + d);
  }

  private static double squares(double[] values, int n, double mean) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int whole = n & -4;
    for (int i = 0; i < whole; i += 4) {
      a += (values[i] - mean) * (values[i] - mean);
      b += (values[i + 1] - mean) * (values[i + 1] - mean);
      c += (values[i + 2] - mean) * (values[i + 2] - mean);
      d += (values[i + 3] - mean) * (values[i + 3] - mean);
    }
    for (int i = whole; i < n; i++) {
      a += (values[i] - mean) * (values[i] - mean);
    }
    return (a + b) + (c + d);
  }

  /** Of both together. */
  public Moments and(Moments other) {
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    long all = count + other.count;
    double off = other.mean - mean;
    double share = (double) other.count / all;
    return new Moments(
        all,
        mean + off * share,
        squares + other.squares + off * off * share * count,
        Math.min(min, other.min),
        Math.max(max, other.max));
  }

  /** The sample's variance; 0 of fewer than two. */
  public double variance() {
    return count < 2 ? 0 : squares / (count - 1);
  }

  public double sd() {
    return Math.sqrt(variance());
  }
}
