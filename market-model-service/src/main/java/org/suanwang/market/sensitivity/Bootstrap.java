package org.suanwang.market.sensitivity;

import java.util.Arrays;
import org.apache.commons.rng.core.source64.XoRoShiRo128PlusPlus;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.suanwang.market.sensitivity.SobolIndices.Estimate;
import org.suanwang.market.uncertainty.Seeds;

/**
 * Draws from independent batches with replacement. The 95 % interval lies between percentiles that
 * are set wider than 2.5 and 97.5 %, as few batches need: T. Hesterberg, What teachers should know
 * about the bootstrap, The American Statistician 69 (2015), expanded percentiles.
 */
final class Bootstrap {
  private static final double UPPER = 0.975;

  private final XoRoShiRo128PlusPlus generator;
  private final int batches;

  Bootstrap(long seed, int batches) {
    this.generator = new XoRoShiRo128PlusPlus(Seeds.split(seed, 0), Seeds.split(seed, 1));
    this.batches = batches;
  }

  /** Which batches are in the next resample. */
  int[] next() {
    int[] chosen = new int[batches];
    for (int i = 0; i < batches; i++) {
      chosen[i] = generator.nextInt(batches);
    }
    return chosen;
  }

  /** An estimate with the interval that its outcomes in all resamples tell. */
  static Estimate estimate(double value, double[] outcomes, int batches) {
    double[] sorted = outcomes.clone();
    Arrays.sort(sorted);
    double level = level(batches);
    return new Estimate(value, percentile(sorted, 1 - level), percentile(sorted, level));
  }

  private static double level(int batches) {
    double t = TDistribution.of(batches - 1).inverseCumulativeProbability(UPPER);
    double wider = Math.sqrt(batches / (batches - 1.0)) * t;
    return NormalDistribution.of(0, 1).cumulativeProbability(wider);
  }

  private static double percentile(double[] sorted, double probability) {
    double rank = probability * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
