package org.suanwang.catalog.exportcontrol;

import java.math.BigDecimal;
import java.util.Comparator;
import org.suanwang.catalog.measure.Decimals;

/** A place between numbers: just before one, or just after it. */
record Cut(BigDecimal value, boolean isAfter) implements Comparable<Cut> {
  private static final Comparator<Cut> ORDER =
      Comparator.comparing(Cut::value).thenComparing(Cut::isAfter);

  Cut {
    value = Decimals.normal(value);
  }

  static Cut before(BigDecimal value) {
    return new Cut(value, false);
  }

  static Cut after(BigDecimal value) {
    return new Cut(value, true);
  }

  @Override
  public int compareTo(Cut other) {
    return ORDER.compare(this, other);
  }

  Cut per(BigDecimal divisor) {
    return new Cut(value.divide(divisor, Interval.DIGITS), isAfter);
  }
}
