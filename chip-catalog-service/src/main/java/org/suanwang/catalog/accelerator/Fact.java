package org.suanwang.catalog.accelerator;

import java.time.DateTimeException;
import java.util.OptionalDouble;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.PartialDate;

/** What a claim says: this attribute of the subject has this quantity. */
public record Fact(Attribute attribute, Quantity quantity) {
  /** Whether the quantity is one that the attribute takes: its unit, a text, a date. */
  public boolean isWellFormed() {
    return switch (quantity) {
      case Quantity.Unknown _ -> true;
      case Quantity.Text t ->
          attribute.form().words() && (!attribute.form().date() || isDate(t.text()));
      case Quantity.Value _, Quantity.Bound _, Quantity.Range _ ->
          quantity.unit().filter(attribute.form().units()::contains).isPresent();
    };
  }

  /**
   * Whether its numbers are some that can be: above zero, unless the attribute may be below, and
   * within what the catalogue keeps.
   */
  public boolean hasSoundNumbers() {
    return quantity.numbers().stream()
        .allMatch(n -> (attribute.isSigned() || n.signum() > 0) && Decimals.isWithinLimits(n));
  }

  /** Its number, where it is one and above zero; of bounds and ranges none. */
  public OptionalDouble positiveNumber() {
    return quantity instanceof Quantity.Value v && v.number().signum() > 0
        ? OptionalDouble.of(v.number().doubleValue())
        : OptionalDouble.empty();
  }

  private static boolean isDate(String text) {
    try {
      PartialDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
