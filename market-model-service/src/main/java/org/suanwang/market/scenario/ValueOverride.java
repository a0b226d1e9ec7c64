package org.suanwang.market.scenario;

import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;

/**
 * Another value for a parameter, or a given value in place of a variable's formula, and why. What
 * was known of the parameter's uncertainty is not known of the override.
 *
 * @param key the parameter or variable, {@code name} or {@code name@2025}
 * @param uncertainty what is known about how far the true value lies from it, in its own unit
 * @param givenBy the scenario that says so, or {@code request}
 */
public record ValueOverride(
    String key, Quantity quantity, Uncertainty uncertainty, String rationale, String givenBy) {
  public ValueOverride(String key, Quantity quantity, String rationale, String givenBy) {
    this(key, quantity, new Uncertainty.Unstated(), rationale, givenBy);
  }

  /** The same in another unit of the same dimension. */
  public ValueOverride in(Unit unit) {
    var factor = quantity.unit().scale().divide(unit.scale());
    return new ValueOverride(key, quantity.in(unit), uncertainty.times(factor), rationale, givenBy);
  }
}
