package org.suanwang.market.goalseek;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.quantity.Unit;

/**
 * Where an output meets its target in the interval that was searched.
 *
 * @param low where the search began; never below what the parameter may be
 * @param high where it ended; never above what the parameter may be
 * @param known what is known of the parameter: solutions outside are values that it may have, and
 *     that nothing speaks for
 * @param unit the parameter's
 * @param outputUnit the output's and the target's
 * @param solutions in rising order; none when the target is not met
 * @param jumps where the output leaps over the target without meeting it, as rounding and division
 *     make it do
 * @param monotone whether the output rose all along, or fell all along, at the places looked at: if
 *     not, solutions closer together than those places may have been missed
 * @param lowest the lowest output met with, and where
 * @param highest the highest output met with, and where
 * @param nearest where the output was nearest to the target; null when it meets it somewhere
 * @param withoutResult at how many of the places looked at there is no result
 * @param reason why there is none at the first of them; null when there is one at all
 */
public record GoalSeekResult(
    double low,
    double high,
    Range known,
    Unit unit,
    Unit outputUnit,
    List<Place> solutions,
    List<Jump> jumps,
    boolean monotone,
    Place lowest,
    Place highest,
    @Nullable Place nearest,
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
    if (nearest != null) {
      return "no value from "
          + low
          + " to "
          + high
          + " "
          + unit.text()
          + " reaches the target; the output is nearest to it at "
          + nearest.value()
          + ", with "
          + nearest.output();
    }
    String met =
        solutions.size() == 1
            ? "the target is met at " + solutions.getFirst().value()
            : "the target is met at " + solutions.size() + " values; the output is not monotone";
    return solutions.stream().allMatch(s -> known.contains(BigFraction.from(s.value())))
        ? met
        : met + "; what is known of the parameter reaches only from " + known.text();
  }
}
