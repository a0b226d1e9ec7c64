package org.suanwang.scheduling.rounds;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The smallest level at which all jobs get the throughputs that the level requires of them, by
 * bisection: what policies mean that make the worst ratio of all jobs small.
 */
final class LeastLevel {
  /** How near the level comes to the smallest, as a part of it. */
  static final double PRECISION = 1e-4;

  private LeastLevel() {}

  /** Which shares give all jobs what is required of them, if any do. */
  interface Problem<T> {
    /** Shares under which each job has at least so many steps a second. */
    Optional<T> find(double[] required);
  }

  /**
   * What was found.
   *
   * @param bound no smaller level than this is possible
   * @param shares with which a level hardly larger is
   */
  record Found<T>(double bound, T shares) {}

  /**
   * The shares.
   *
   * @param low a level too small to be possible; if it is possible, it is the answer
   * @param high a level that should be possible; if it is not, larger ones are tried
   * @param precision how near the level comes to the smallest, as a part of it
   * @param required what a level requires of each job, the less the higher the level
   */
  static <T> Found<T> find(
      Problem<T> problem,
      double low,
      double high,
      double precision,
      DoubleFunction<double[]> required) {
    Optional<T> atLow = problem.find(required.apply(low));
    if (atLow.isPresent()) {
      return new Found<>(low, atLow.get());
    }
    double below = low;
    double above = high;
    Optional<T> best = problem.find(required.apply(above));
    while (best.isEmpty()) {
      below = above;
      above *= 2;
      if (!(above > 0 && above < Double.POSITIVE_INFINITY)) {
        throw new IllegalStateException("no level is possible");
      }
      best = problem.find(required.apply(above));
    }
    while (above - below > precision * above) {
      double middle = (below + above) / 2;
      Optional<T> found = problem.find(required.apply(middle));
      if (found.isPresent()) {
        above = middle;
        best = found;
      } else {
        below = middle;
      }
    }
    return new Found<>(below, best.orElseThrow());
  }
}
