package org.suanwang.market.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.Citation;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.quantity.Unit;

/**
 * A number that is computed: its name, unit, meaning and formula, and where the formula is from.
 *
 * @param share it is a part of a whole; a result outside 0 to 100 % is a finding
 * @param definition what the number means, in a sentence
 * @param citation who states the formula; of tier OWN when this model does
 * @param rationale why it is computed so; must be there when the formula is the model's own
 * @param reported the value a source prints for it; null when none does
 * @param remarks what a reader of the number should know: contradictions, bounds, doubtful steps
 */
public record Variable(
    String name,
    String label,
    String topic,
    Unit unit,
    boolean share,
    String definition,
    Expression expression,
    RoundingPolicy rounding,
    Citation citation,
    @Nullable String rationale,
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
