package org.suanwang.market.evaluation;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Finding;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;

/**
 * Computed shares that are no part of a whole. What is given as a share is refused outside 0 to 100
 * %; what formulas make of it can only be told.
 */
public final class ShareFindings {
  /** Noise in the last digits of a double is no finding. */
  private static final double TOLERANCE = 1e-12;

  private ShareFindings() {}

  /**
   * One for each share that the evaluation computed and that lies outside 0 to 100 %.
   *
   * @param where words for the message to begin with, such as the scenario; may be empty
   */
  public static List<Finding> find(Evaluation evaluation, String where) {
    return evaluation.published().model().variables().stream()
        .filter(Variable::share)
        .flatMap(variable -> finding(evaluation, variable, where).stream())
        .toList();
  }

  private static Optional<Finding> finding(Evaluation evaluation, Variable variable, String where) {
    return evaluation
        .find(variable.name())
        .filter(figure -> !isPartOfWhole(figure.reading(), figure.unit()))
        .map(figure -> outOfRange(variable, figure, where));
  }

  private static Finding outOfRange(Variable variable, Figure figure, String where) {
    return Finding.warning(
        "share-out-of-range",
        variable.name(),
        variable.origin(),
        where
            + "is "
            + figure.reading().text()
            + " "
            + figure.unit().text()
            + ", which is not from 0 to 100 %, as a share of a whole is",
        "change what it is computed from; or write \"share: false\" in the model when it is no"
            + " part of a whole");
  }

  private static boolean isPartOfWhole(Reading reading, Unit unit) {
    return switch (reading) {
      case Reading.Exact exact -> isPartOfWhole(exact.value(), unit);
      case Reading.Range range ->
          isPartOfWhole(range.low(), unit) && isPartOfWhole(range.high(), unit);
      case Reading.Approximate approximate -> {
        double share = approximate.value() * unit.scale().doubleValue();
        yield share >= -TOLERANCE && share <= 1 + TOLERANCE;
      }
    };
  }

  private static boolean isPartOfWhole(@Nullable BigFraction value, Unit unit) {
    return value != null && new Quantity(value, unit).isPartOfWhole();
  }
}
