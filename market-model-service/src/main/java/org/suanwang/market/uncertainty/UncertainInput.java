package org.suanwang.market.uncertainty;

import org.suanwang.market.distribution.Law;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.quantity.Unit;

/**
 * Something of a model that is drawn once a world.
 *
 * @param key the parameter value, or the variable whose formula an override stands in for
 * @param base the value as it stands, in the unit
 * @param law how it is drawn, in the unit
 */
public record UncertainInput(
    String key, String label, Unit unit, double base, Uncertainty uncertainty, Law law) {
  /** Was nothing said of what lies within its interval, so that it is drawn evenly? */
  public boolean isDrawnEvenlyForWantOfMore() {
    return uncertainty instanceof Uncertainty.Interval;
  }
}
