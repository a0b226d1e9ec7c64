package org.suanwang.catalog.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said about an attribute: a value, a bound, a range, a text, or that it is unknown. */
public sealed interface Quantity {

  /** The unit, where there is one: texts and unknowns have none. */
  default Optional<Unit> unit() {
    return switch (this) {
      case Value v -> Optional.of(v.in());
      case Bound b -> Optional.of(b.in());
      case Range r -> Optional.of(r.in());
      case Text _, Unknown _ -> Optional.empty();
    };
  }

  /** Its numbers: one, the two ends of a range, or none. */
  default List<BigDecimal> numbers() {
    return switch (this) {
      case Value v -> List.of(v.number());
      case Bound b -> List.of(b.number());
      case Range r -> List.of(r.low(), r.high());
      case Text _, Unknown _ -> List.of();
    };
  }

  /** Its numbers as digits without an exponent, "300" or "300 to 350"; "" where it has none. */
  default String plainNumbers() {
    return numbers().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" to "));
  }

  /** How a bound limits the true value. */
  enum Relation {
    LESS_THAN,
    AT_MOST,
    AT_LEAST,
    MORE_THAN;

    public boolean isUpper() {
      return this == LESS_THAN || this == AT_MOST;
    }
  }

  /** Why nothing is known. */
  enum Reason {
    /** The source leaves the place blank. */
    NOT_PRINTED,
    /** The source merges the cell with the one above, so that it is unsure whether it applies. */
    MERGED_CELL,
    /** Something stood there, but the copy that was read has lost the number. */
    LOST,
    /** The vendor does not tell. */
    NOT_DISCLOSED
  }

  /** One number. */
  record Value(BigDecimal number, Unit in) implements Quantity {
    public Value {
      number = Decimals.normal(number);
    }
  }

  /** A number that the true value stays below or above. */
  record Bound(Relation relation, BigDecimal number, Unit in) implements Quantity {
    public Bound {
      number = Decimals.normal(number);
    }
  }

  /** All numbers between two, both included: a configurable power, or sources that disagree. */
  record Range(BigDecimal low, BigDecimal high, Unit in) implements Quantity {
    public Range {
      low = Decimals.normal(low);
      high = Decimals.normal(high);
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException("a range from " + low + " down to " + high);
      }
    }
  }

  /** Words, such as a process name. */
  record Text(String text) implements Quantity {}

  /** Nothing, and why. Never zero. */
  record Unknown(Reason reason) implements Quantity {}
}
