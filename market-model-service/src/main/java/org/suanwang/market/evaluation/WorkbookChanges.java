package org.suanwang.market.evaluation;

import java.util.List;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.quantity.Quantity;

/**
 * What somebody changed in a workbook.
 *
 * @param scenario the one chosen in the file, which the changes are changes of
 * @param values other values of parameters, and of what the scenario overrides
 * @param flows other choices of the value that flows on
 */
public record WorkbookChanges(String scenario, List<ValueChange> values, List<FlowChange> flows) {
  public WorkbookChanges {
    values = List.copyOf(values);
    flows = List.copyOf(flows);
  }

  /** A value in a cell such as {@code Parameters!D7}. */
  public record ValueChange(String cell, String key, Quantity from, Quantity to) {}

  /** A choice in a cell such as {@code Variables!F7}. */
  public record FlowChange(String cell, String variable, Flow from, Flow to) {}

  public boolean isEmpty() {
    return values.isEmpty() && flows.isEmpty();
  }
}
