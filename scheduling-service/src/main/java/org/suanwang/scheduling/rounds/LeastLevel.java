package org.suanwang.scheduling.rounds;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The smallest level at which all jobs get the throughputs that the level requires of them, by
 * bisection: what policies mean that make the worst ratio of all jobs small.
 */
final class LeastLevel {
  /** How near the level comes to the smallest, as a part of it. */
  private static final double PRECISION = 1e-4;

  private LeastLevel() {}

  /**
   * What was found.
   *
   * @param bound no smaller level than this is possible
   * @param shares with which a level hardly larger is
   */
  @SuppressWarnings("ArrayRecordComponent") // the answer of one call
  record Found(double bound, double[][] shares) {}

  /**
   * The shares.
   *
   * @param low a level too small to be possible; if it is possible, it is the answer
   * @param high a level that should be possible; if it is not, larger ones are tried
   * @param required what a level requires of each job, the less the higher the level
   */
  static Found find(
      RequiredThroughputs problem, double low, double high, DoubleFunction<double[]> required) {
    Optional<double[][]> atLow = problem.find(required.apply(low));
    if (atLow.isPresent()) {
      return new Found(low, atLow.get());
    }
    double below = low;
    double above = high;
    Optional<double[][]> best = problem.find(required.apply(above));
    while (best.isEmpty()) {
      below = above;
      above *= 2;
      best = problem.find(required.apply(above));
    }
    while (above - below > PRECISION * above) {
      double middle = (below + above) / 2;
      Optional<double[][]> found = problem.find(required.apply(middle));
      if (found.isPresent()) {
        above = middle;
        best = found;
      } else {
        below = middle;
      }
    }
    return new Found(below, best.orElseThrow());
  }
}
