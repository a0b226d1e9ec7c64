package org.suanwang.catalog.exportcontrol;

import java.math.BigDecimal;
import org.suanwang.catalog.measure.Decimals;

/** A number of a rule, with its name, its unit and what it limits. */
public record Threshold(String name, BigDecimal value, String unit, String meaning) {
  public Threshold {
    value = Decimals.normal(value);
  }
}
