package org.suanwang.market.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.evaluation.BoundEffect.Direction;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.scenario.Assumptions;

/**
 * Follows bounds through the formulas: every bounded value becomes all that its bound allows, every
 * other one stays as stated, and the range that comes out is compared with the number as stated.
 * Where the number is the range's low end the true one is at least that; interval arithmetic
 * contains the truth, so this is never said wrongly, but may be left undecided.
 */
final class BoundEffects {
  private final Model model;
  private final Assumptions assumptions;

  /** The bounded values that are needed; their places are the bits of {@link #rests}. */
  private final List<String> bounded = new ArrayList<>();

  /** On which bounded values a name rests; none when it is not there. */
  private final Map<String, BitSet> rests = new LinkedHashMap<>();

  private BoundEffects(Model model, Assumptions assumptions) {
    this.model = model;
    this.assumptions = assumptions;
  }

  /** What bounds make of each figure that they touch, by its name. */
  static Map<String, BoundEffect> find(
      Model model, Assumptions assumptions, List<String> outputs, Effort effort) {
    var effects = new BoundEffects(model, assumptions);
    effects.collect(Calculation.needed(model, assumptions, outputs));
    if (effects.bounded.isEmpty()) {
      return Map.of();
    }
    return effects.compare(
        figures(Calculation.ofBounds(model, assumptions, effort), outputs),
        figures(new Calculation<>(model, assumptions, new ExactArithmetic(effort)), outputs));
  }

  /** None when they take too much exact arithmetic. */
  private static Map<String, Figure> figures(Calculation<?> calculation, List<String> outputs) {
    try {
      return calculation.run(outputs);
    } catch (InvalidInputException e) {
      return Map.of();
    }
  }

  private void collect(Set<String> needed) {
    for (Model.Given given : model.givens()) {
      String key = given.key();
      if (needed.contains(key) && assumptions.find(key).isEmpty() && isOpen(given.bounds())) {
        var self = new BitSet();
        self.set(bounded.size());
        bounded.add(key);
        rests.put(key, self);
      }
    }
    for (Variable variable : model.order()) {
      if (needed.contains(variable.name()) && assumptions.find(variable.name()).isEmpty()) {
        var union = new BitSet();
        variable.expression().references().stream()
            .flatMap(r -> Optional.ofNullable(rests.get(r.key())).stream())
            .forEach(union::or);
        if (!union.isEmpty()) {
          rests.put(variable.name(), union);
        }
      }
    }
  }

  /** Does it leave the true value any room? */
  private static boolean isOpen(@Nullable Range bounds) {
    return bounds != null && (!bounds.isBounded() || !bounds.isEmpty());
  }

  private Map<String, BoundEffect> compare(Map<String, Figure> ranges, Map<String, Figure> stated) {
    var effects = new HashMap<String, BoundEffect>();
    rests.forEach(
        (name, on) ->
            direction(ranges.get(name), stated.get(name))
                .ifPresent(direction -> effects.put(name, new BoundEffect(direction, names(on)))));
    return effects;
  }

  private List<String> names(BitSet on) {
    return on.stream().limit(BoundEffect.INPUTS_MAX).mapToObj(bounded::get).toList();
  }

  /** Empty when the number is the same whatever the bounded values are. */
  private static Optional<Direction> direction(@Nullable Figure range, @Nullable Figure stated) {
    if (range == null
        || stated == null
        || !(range.reading() instanceof Reading.Range(BigFraction low, BigFraction high))
        || !(stated.reading() instanceof Reading.Exact(BigFraction value, _))) {
      return Optional.of(Direction.UNDECIDED);
    }
    boolean isLowest = value.equals(low);
    boolean isHighest = value.equals(high);
    if (isLowest && isHighest) {
      return Optional.empty();
    }
    return Optional.of(
        isLowest ? Direction.AT_LEAST : isHighest ? Direction.AT_MOST : Direction.UNDECIDED);
  }
}
