package org.suanwang.market.backtest;

import java.util.Arrays;

/**
 * Equally likely values of a forecast, and how well they foresaw what came. Scores after Gneiting
 * and Raftery, Strictly proper scoring rules, prediction, and estimation, Journal of the American
 * Statistical Association 102 (2007), 359-378.
 */
public final class Ensemble {
  private final double[] rising;

  private Ensemble(double[] rising) {
    this.rising = rising;
  }

  /**
   * The ensemble of the finite ones among the values.
   *
   * @throws IllegalArgumentException when none is finite
   */
  public static Ensemble of(double[] values) {
    double[] rising = Arrays.stream(values).filter(Double::isFinite).toArray();
    if (rising.length == 0) {
      throw new IllegalArgumentException("an ensemble needs a finite value");
    }
    Arrays.sort(rising);
    return new Ensemble(rising);
  }

  public int size() {
    return rising.length;
  }

  public double mean() {
    return Arrays.stream(rising).average().orElseThrow();
  }

  /** The quantile of a probability from 0 to 1 (Hyndman and Fan 1996, type 7). */
  public double quantile(double probability) {
    double rank = probability * (rising.length - 1);
    int below = (int) Math.floor(rank);
    double low = rising[below];
    return rank == below ? low : low + (rank - below) * (rising[below + 1] - low);
  }

  /**
   * The continuous ranked probability score in the unit of the values: the mean distance of a value
   * from what came, less half the mean distance between two values (equation 21). The lower the
   * better; for a single value it is its absolute error.
   */
  public double crps(double realised) {
    double count = rising.length;
    double distance = 0;
    double spread = 0;
    for (int i = 0; i < rising.length; i++) {
      distance += Math.abs(rising[i] - realised);
      spread += (2.0 * i + 1 - count) * rising[i];
    }
    return distance / count - spread / (count * count);
  }

  /**
   * The probability integral transform: the part of the values below what came, and half of those
   * equal to it. Over many forecasts that are right it is even from 0 to 1.
   */
  public double pit(double realised) {
    double below = 0;
    for (double value : rising) {
      below += value < realised ? 1 : value == realised ? 0.5 : 0;
    }
    return below / rising.length;
  }
}
