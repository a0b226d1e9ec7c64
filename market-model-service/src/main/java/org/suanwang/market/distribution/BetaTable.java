package org.suanwang.market.distribution;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The inverse of the beta distribution from 2^-20 to a half: solved at 64 probabilities an octave,
 * with the exact slopes between (Hermite). The tables used last are kept, because the same shapes
 * are asked for again and again.
 */
final class BetaTable {
  /** Below it the law solves each time. */
  static final double TAIL = 0x1p-20;

  private static final int OCTAVES = 20;
  private static final int SHIFT = 46;
  private static final long FIRST = Double.doubleToRawLongBits(TAIL) >>> SHIFT;
  private static final int KNOTS = (OCTAVES - 1) << 6;
  private static final int KEPT_MAX = 128;
  private static final int STEPS_MAX = 12;
  private static final double SOLVED = 1e-13;

  /** 20 kB each. */
  private static final Map<Shapes, BetaTable> KEPT =
      new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shapes, BetaTable> eldest) {
          return size() > KEPT_MAX;
        }
      };

  private final double[] values = new double[KNOTS + 1];
  private final double[] slopes = new double[KNOTS + 1];

  private record Shapes(double alpha, double beta) {}

  private BetaTable(BetaDistribution beta) {
    values[KNOTS] = solve(beta, knot(KNOTS));
    slopes[KNOTS] = 1 / beta.density(values[KNOTS]);
    for (int k = KNOTS - 1; k >= 0; k--) {
      values[k] = below(beta, k);
      slopes[k] = 1 / beta.density(values[k]);
    }
  }

  /** The table of these shapes, made when nobody asked for it lately; the same whoever makes it. */
  static BetaTable of(double alpha, double beta) {
    var shapes = new Shapes(alpha, beta);
    synchronized (KEPT) {
      BetaTable kept = KEPT.get(shapes);
      if (kept != null) {
        return kept;
      }
    }
    // Outside, so that nobody waits for another's table.
    var made = new BetaTable(BetaDistribution.of(alpha, beta));
    synchronized (KEPT) {
      KEPT.put(shapes, made);
    }
    return made;
  }

  /** Makes a table whatever is kept; for measuring. */
  static double make(double alpha, double beta) {
    return new BetaTable(BetaDistribution.of(alpha, beta)).at(TAIL);
  }

  /**
   * From the value at the next knot by Newton's method on the logarithms of value and probability,
   * of which one is nearly a straight line of the other in the tail.
   */
  private double below(BetaDistribution beta, int k) {
    double p = knot(k);
    double wanted = StrictMath.log(p);
    double x = values[k + 1];
    double step = Double.POSITIVE_INFINITY;
    for (int i = 0; i < STEPS_MAX && Math.abs(step) > SOLVED; i++) {
      double cdf = i == 0 ? knot(k + 1) : beta.cumulativeProbability(x);
      double elasticity = beta.density(x) * x / cdf;
      step = (wanted - StrictMath.log(cdf)) / elasticity;
      x *= StrictMath.exp(step);
    }
    boolean isSolved = Math.abs(step) <= SOLVED && x > 0 && x <= values[k + 1];
    return isSolved ? x : solve(beta, p);
  }

  /** The library's root is good to 1e-9; a step of Newton's makes it good to all digits. */
  static double solve(BetaDistribution beta, double p) {
    double x = beta.inverseCumulativeProbability(p);
    double density = beta.density(x);
    double better = x - (beta.cumulativeProbability(x) - p) / density;
    return better > 0 && better < 1 ? better : x;
  }

  /** The value, from 0 to 1, of a probability from {@link #TAIL} to a half. */
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
