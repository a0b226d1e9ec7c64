package org.suanwang.market.distribution;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The beta distribution between two ends. Its inverse has no formula and takes microseconds to
 * solve, so it is solved once at 64 probabilities an octave and joined by cubics with the exact
 * slopes (Hermite); both tails beyond one in a million are solved each time. Within 1e-6 of the
 * distance between the ends, and for shapes from 0.3 upwards within 1e-9.
 */
final class BetaLaw implements Law {
  private static final int OCTAVES = 20;
  private static final int SHIFT = 46;
  private static final double TAIL = 0x1p-20;
  private static final long FIRST = Double.doubleToRawLongBits(TAIL) >>> SHIFT;
  private static final int KNOTS = (OCTAVES - 1) << 6;

  private final double low;
  private final double width;
  private final BetaDistribution unit;
  private final BetaDistribution mirrored;

  /** Made when first asked for: a check of the model needs none, and they take some time. */
  private volatile @Nullable Tables tables;

  /** From a probability up to a half to a value, 0 to 1, by the slopes at both sides. */
  private static final class Table {
    private final double[] values = new double[KNOTS + 1];
    private final double[] slopes = new double[KNOTS + 1];

    Table(BetaDistribution beta) {
      for (int k = 0; k <= KNOTS; k++) {
        values[k] = solve(beta, knot(k));
        slopes[k] = 1 / beta.density(values[k]);
      }
    }

    double at(double p) {
      int k = (int) Math.min((Double.doubleToRawLongBits(p) >>> SHIFT) - FIRST, KNOTS - 1L);
      double left = knot(k);
      double h = knot(k + 1) - left;
      double t = (p - left) / h;
      double rise = values[k + 1] - values[k];
      double a = slopes[k] * h - rise;
      double b = rise - slopes[k + 1] * h;
      return values[k] + t * (rise + (1 - t) * (a * (1 - t) + b * t));
    }

    private static double knot(int k) {
      return Double.longBitsToDouble((FIRST + k) << SHIFT);
    }
  }

  BetaLaw(double low, double high, double alpha, double beta) {
    this.low = low;
    this.width = high - low;
    this.unit = BetaDistribution.of(alpha, beta);
    this.mirrored = BetaDistribution.of(/* alpha= */ beta, /* beta= */ alpha);
  }

  /** The library's root is good to 1e-9; a step of Newton's makes it good to all digits. */
  private static double solve(BetaDistribution beta, double p) {
    double x = beta.inverseCumulativeProbability(p);
    double density = beta.density(x);
    double better = x - (beta.cumulativeProbability(x) - p) / density;
    return better > 0 && better < 1 ? better : x;
  }

  @Override
  public void inverse(double[] probabilities, double[] values, int n) {
    Tables made = tables();
    for (int i = 0; i < n; i++) {
      values[i] = low + width * unit(probabilities[i], made);
    }
  }

  private record Tables(Table lower, Table upper) {}

  private Tables tables() {
    Tables made = tables;
    if (made == null) {
      made = new Tables(new Table(unit), new Table(mirrored));
      tables = made;
    }
    return made;
  }

  private double unit(double p, Tables tables) {
    if (p < TAIL) {
      return solve(unit, p);
    }
    if (p <= 0.5) {
      return tables.lower().at(p);
    }
    double q = 1 - p;
    return q < TAIL ? 1 - solve(mirrored, q) : 1 - tables.upper().at(q);
  }

  @Override
  public double cdf(double value) {
    return unit.cumulativeProbability((value - low) / width);
  }
}
