package org.suanwang.market.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.Citation;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.quantity.Unit;

/**
 * A number that is computed: its name, unit, meaning and formula, and where the formula is from.
 *
 * @param definition what the number means, in a sentence
 * @param reported the value a source prints for it; null when none does
 * @param remarks what a reader of the number should know: contradictions, bounds, doubtful steps
 */
public record Variable(
    String name,
    String label,
    String topic,
    Unit unit,
    String definition,
    Expression expression,
    RoundingPolicy rounding,
    Citation citation,
    @Nullable Reported reported,
    List<String> remarks,
    Origin origin) {
  public Variable {
    remarks = List.copyOf(remarks);
  }

  /**
   * What a source prints.
   *
   * @param text the printed number, in the variable's unit
   */
  public record Reported(String text, String locator) {}
}
