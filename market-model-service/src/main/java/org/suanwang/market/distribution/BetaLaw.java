package org.suanwang.market.distribution;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The beta distribution between two ends. Its inverse has no formula and takes microseconds to
 * solve, so it is read from a {@link BetaTable}; both tails beyond one in a million are solved each
 * time. Within 1e-6 of the distance between the ends, and for shapes from 0.3 upwards within 1e-9.
 */
final class BetaLaw implements Law {
  private final double low;
  private final double width;
  private final double alpha;
  private final double beta;
  private final BetaDistribution unit;
  private final BetaDistribution mirrored;

  /** Asked for when first needed: a check of the model needs none, and they may have to be made. */
  private volatile @Nullable Tables tables;

  private record Tables(BetaTable lower, BetaTable upper) {}

  BetaLaw(double low, double high, double alpha, double beta) {
    this.low = low;
    this.width = high - low;
    this.alpha = alpha;
    this.beta = beta;
    this.unit = BetaDistribution.of(alpha, beta);
    this.mirrored = BetaDistribution.of(/* alpha= */ beta, /* beta= */ alpha);
  }

  @Override
  public void inverse(double[] probabilities, double[] values, int n) {
    Tables made = tables();
    for (int i = 0; i < n; i++) {
      values[i] = low + width * unit(probabilities[i], made);
    }
  }

  private Tables tables() {
    Tables made = tables;
    if (made == null) {
      made =
          new Tables(BetaTable.of(alpha, beta), BetaTable.of(/* alpha= */ beta, /* beta= */ alpha));
      tables = made;
    }
    return made;
  }

  private double unit(double p, Tables tables) {
    if (p < BetaTable.TAIL) {
      return BetaTable.solve(unit, p);
    }
    if (p <= 0.5) {
      return tables.lower().at(p);
    }
    double q = 1 - p;
    return q < BetaTable.TAIL ? 1 - BetaTable.solve(mirrored, q) : 1 - tables.upper().at(q);
  }

  @Override
  public double cdf(double value) {
    return unit.cumulativeProbability((value - low) / width);
  }
}
