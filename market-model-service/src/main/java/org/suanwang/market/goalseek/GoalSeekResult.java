package org.suanwang.market.goalseek;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;
import org.suanwang.market.quantity.Unit;

/**
 * Where an output meets its target in the interval that was searched.
 *
 * @param low where the search began
 * @param high where it ended
 * @param unit the parameter's
 * @param outputUnit the output's and the target's
 * @param solutions in rising order; none when the target is not met
 * @param jumps where the output leaps over the target without meeting it, as rounding and division
 *     make it do
 * @param monotone whether the output rose all along, or fell all along, at the places looked at: if
 *     not, solutions closer together than those places may have been missed
 * @param lowest the lowest output met with, and where
 * @param highest the highest output met with, and where
 * @param withoutResult at how many of the places looked at there is no result
 * @param reason why there is none at the first of them; null when there is one at all
 */
public record GoalSeekResult(
    double low,
    double high,
    Unit unit,
    Unit outputUnit,
    List<Place> solutions,
    List<Jump> jumps,
    boolean monotone,
    Place lowest,
    Place highest,
    int withoutResult,
    @Nullable Violation reason) {
  public GoalSeekResult {
    solutions = List.copyOf(solutions);
    jumps = List.copyOf(jumps);
  }

  /** A value of the parameter, and what the output is there. */
  public record Place(double value, double output) {}

  /** Two values of the parameter next to each other with the target between their outputs. */
  public record Jump(Place before, Place after) {}

  /** What was found, in a sentence. */
  public String text() {
    if (solutions.isEmpty()) {
      return "the target is not met between "
          + low
          + " and "
          + high
          + "; there the output is from "
          + lowest.output()
          + " (at "
          + lowest.value()
          + ") to "
          + highest.output()
          + " (at "
          + highest.value()
          + ")";
    }
    return solutions.size() == 1
        ? "the target is met at " + solutions.getFirst().value()
        : "the target is met at " + solutions.size() + " values; the output is not monotone";
  }
}
