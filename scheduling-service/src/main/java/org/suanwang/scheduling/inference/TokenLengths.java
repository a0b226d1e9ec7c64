package org.suanwang.scheduling.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long prompts or answers are: a few lengths, each as likely as the others. They stand for the
 * equally likely parts of a distribution; its tails beyond them are not there.
 *
 * @param points lengths in tokens, in ascending order
 */
public record TokenLengths(List<Double> points) {
  /** The greatest standard deviation ÷ mean that sixteen points can well stand for. */
  public static final double CV_MAX = 3;

  private static final int POINTS = 16;
  private static final double SIGMA_MAX = 8;
  private static final int HALVINGS = 60;

  /** Standard normal quantiles at (i + ½) ÷ 16 above the median. */
  private static final double[] UPPER_QUANTILES = {
    0.0784124127331122,
    0.2372021093287877,
    0.4022500653217592,
    0.5791321622555557,
    0.7764217611479275,
    1.0099901692495823,
    1.3180108973035372,
    1.8627318674216515
  };

  public TokenLengths {
    points = List.copyOf(points);
    if (points.isEmpty() || points.stream().anyMatch(p -> !(p >= 0))) {
      throw new IllegalArgumentException("lengths are at least one number from 0 on");
    }
  }

  /** Always the same. */
  public static TokenLengths constant(double tokens) {
    return new TokenLengths(List.of(tokens));
  }

  /**
   * Lognormal in shape; the points have this mean and this standard deviation ÷ mean, and so are
   * not quite the quantiles of the distribution itself.
   *
   * @param cv standard deviation ÷ mean, 0 to {@link #CV_MAX}
   */
  public static TokenLengths of(double mean, double cv) {
    if (!(mean >= 0 && cv >= 0 && cv <= CV_MAX)) {
      throw new IllegalArgumentException("mean from 0 on, cv from 0 to " + CV_MAX);
    }
    if (cv == 0 || mean == 0) {
      return constant(mean);
    }
    double low = 0;
    double high = SIGMA_MAX;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (cv(unscaled(middle)) < cv) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double[] shape = unscaled(low);
    double scale = mean / Arrays.stream(shape).average().orElse(1);
    return new TokenLengths(Arrays.stream(shape).map(p -> p * scale).boxed().toList());
  }

  private static double[] unscaled(double sigma) {
    double[] points = new double[POINTS];
    for (int i = 0; i < UPPER_QUANTILES.length; i++) {
      points[POINTS / 2 + i] = StrictMath.exp(sigma * UPPER_QUANTILES[i]);
      points[POINTS / 2 - 1 - i] = StrictMath.exp(-sigma * UPPER_QUANTILES[i]);
    }
    return points;
  }

  private static double cv(double[] points) {
    double sum = 0;
    double squares = 0;
    for (double point : points) {
      sum += point;
      squares += point * point;
    }
    double mean = sum / points.length;
    return Math.sqrt(Math.max(0, squares / points.length - mean * mean)) / mean;
  }

  /** Of recorded lengths: the means of sixteen equal parts, by length; the mean is kept exactly. */
  public static TokenLengths recorded(int[] lengths) {
    if (lengths.length == 0) {
      throw new IllegalArgumentException("no length was recorded");
    }
    int[] sorted = lengths.clone();
    Arrays.sort(sorted);
    List<Double> points = new ArrayList<>();
    double carried = 0;
    for (int i = 0; i < POINTS; i++) {
      double from = (double) sorted.length * i / POINTS;
      double to = (double) sorted.length * (i + 1) / POINTS;
      double sum = 0;
      for (int at = (int) from; at < to; at++) {
        sum +=
            sorted[Math.min(at, sorted.length - 1)] * (Math.min(at + 1, to) - Math.max(at, from));
      }
      carried = Math.max(carried, sum / (to - from));
      points.add(carried);
    }
    return new TokenLengths(points);
  }

  public double mean() {
    return points.stream().mapToDouble(Double::doubleValue).sum() / points.size();
  }
}
