package org.suanwang.market.uncertainty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.program.Program;

/**
 * What is kept of an output over a batch of worlds: moments, worlds without a result, and as long
 * as there are few enough, every value. Counts by magnitude are handed on to a histogram.
 */
final class Tally {
  static final int FAILURES_KEPT = 5;

  /** A world in which the output has no result, with the values of the inputs there. */
  record Failure(long world, List<Double> inputs) {}

  private @Nullable LogLinearHistogram histogram;
  private final double[] finite = new double[Program.BLOCK];
  private final List<Failure> failures = new ArrayList<>();
  private final double @Nullable [] values;
  private Moments moments = Moments.NONE;
  private long failed;

  /**
   * A tally that nothing has been added to.
   *
   * @param histogram to which values are added
   * @param values where every value is put, at the number of its world; null when they are not kept
   */
  Tally(LogLinearHistogram histogram, double @Nullable [] values) {
    this.histogram = histogram;
    this.values = values;
  }

  /** The first n worlds of a block; the first has the given number. */
  void add(Draws draws, int output, long first, int n) {
    double[] block = draws.output(output);
    if (values != null) {
      System.arraycopy(block, 0, values, (int) first, n);
    }
    double sum = Moments.sum(block, n);
    int kept = n;
    // The sum of finite numbers is finite, unless they are very large indeed.
    if (sum * 0 != 0) {
      kept = compact(draws, block, first, n);
      block = finite;
    }
    moments = moments.and(Moments.of(block, kept));
    requireOpen().add(block, kept);
  }

  private LogLinearHistogram requireOpen() {
    if (histogram == null) {
      throw new IllegalStateException("the tally is closed");
    }
    return histogram;
  }

  /** Adds what was counted to a histogram of several tallies, and lets go of its own. */
  void close(LogLinearHistogram all) {
    all.add(requireOpen());
    histogram = null;
  }

  private int compact(Draws draws, double[] block, long first, int n) {
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (Double.isFinite(block[i])) {
        finite[kept++] = block[i];
      } else {
        failed++;
        if (failures.size() < FAILURES_KEPT) {
          failures.add(new Failure(first + i, draws.inputsOf(i)));
        }
      }
    }
    return kept;
  }

  Moments moments() {
    return moments;
  }

  long failed() {
    return failed;
  }

  /** The first few. */
  List<Failure> failures() {
    return failures;
  }
}
