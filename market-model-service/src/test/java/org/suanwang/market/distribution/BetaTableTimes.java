package org.suanwang.market.distribution;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** How long the tables of a beta law take to make, best and first of several, in CPU time. */
public final class BetaTableTimes {
  private static final PrintStream OUT = System.out;
  private static final int ROUNDS = 9;
  private static final double[][] SHAPES = {
    {1.8, 4.2}, {2, 3}, {0.5, 0.5}, {40, 0.3}, {500, 800}, {10_000, 10_000}, {0.05, 0.05}
  };

  private BetaTableTimes() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    for (double[] shapes : SHAPES) {
      double first = cpu(() -> both(shapes[0], shapes[1]));
      double best = best(() -> both(shapes[0], shapes[1]));
      double alone = best(() -> oneByOne(shapes[0], shapes[1]) + oneByOne(shapes[1], shapes[0]));
      OUT.printf(
          Locale.ROOT,
          "both tables of beta(%s, %s): first %.1f ms, best %.1f ms, solved one by one %.1f ms%n",
          shapes[0],
          shapes[1],
          first,
          best,
          alone);
    }
  }

  private static double both(double alpha, double beta) {
    return BetaTable.make(alpha, beta) + BetaTable.make(/* alpha= */ beta, /* beta= */ alpha);
  }

  private static double best(DoubleSupplier work) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, cpu(work));
    }
    return best;
  }

  /** The same probabilities, each by the library's own root finding. */
  private static double oneByOne(double alpha, double beta) {
    BetaDistribution distribution = BetaDistribution.of(alpha, beta);
    double sum = 0;
    for (int knot = 0; knot <= 19 * 64; knot++) {
      double octave = BetaTable.TAIL * Math.scalb(1.0, knot >> 6);
      sum += BetaTable.solve(distribution, octave * (1 + (knot & 63) / 64.0));
    }
    return sum;
  }

  private static double cpu(DoubleSupplier work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double result = work.getAsDouble();
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (Double.isNaN(result)) {
      throw new IllegalStateException("no table");
    }
    return (after - before) / 1e6;
  }
}
