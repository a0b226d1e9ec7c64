package org.suanwang.catalog.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.measure.Quantity.Relation;
import org.suanwang.catalog.measure.Unit;

/**
 * What several claims about one attribute come to.
 *
 * @param value the winner's value; of a range its upper end
 * @param low the lowest that a credible claim says
 * @param high the highest that a credible claim says
 * @param basis the winner's basis
 * @param rule the name of the rule that chose the winner
 * @param claimIds the credible claims, the winner first
 * @param bound how the value limits the truth, when the winner claims a bound only
 */
public record Resolved(
    BigDecimal value,
    BigDecimal low,
    BigDecimal high,
    Unit unit,
    String basis,
    String rule,
    List<String> claimIds,
    @Nullable Relation bound) {
  public Resolved {
    claimIds = List.copyOf(claimIds);
  }

  /** Whether it is a number that ratios can be made of: no mere bound, nothing down to zero. */
  public boolean isComparable() {
    return bound == null && low.signum() > 0;
  }
}
