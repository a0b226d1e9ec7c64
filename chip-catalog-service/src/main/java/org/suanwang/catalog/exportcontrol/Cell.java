package org.suanwang.catalog.exportcontrol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The numbers between two cuts, none of which a threshold parts.
 *
 * @param to null when there is no end
 */
record Cell(Cut from, @Nullable Cut to) {
  /** Any number that a quantity of a chip can be. */
  static final Cell ANY = new Cell(Cut.before(BigDecimal.ZERO), null);

  static final Cell ZERO = of(Interval.of(BigDecimal.ZERO));

  static Cell of(Interval interval) {
    BigDecimal high = interval.high();
    return new Cell(Cut.before(interval.low()), high == null ? null : Cut.after(high));
  }

  /** The same numbers, parted at every cut. */
  List<Cell> split(Collection<Cut> cuts) {
    List<Cell> cells = new ArrayList<>();
    Cut start = from;
    for (Cut cut : new TreeSet<>(cuts)) {
      boolean isInside = cut.compareTo(start) > 0 && (to == null || cut.compareTo(to) < 0);
      if (isInside) {
        cells.add(new Cell(start, cut));
        start = cut;
      }
    }
    cells.add(new Cell(start, to));
    return cells;
  }

  boolean isAbove(Cut cut) {
    return from.compareTo(cut) >= 0;
  }

  boolean isBelow(Cut cut) {
    return to != null && to.compareTo(cut) <= 0;
  }

  /** Every quotient of one of these numbers by one of the divisor's. */
  Cell per(Interval divisor) {
    BigDecimal largest = divisor.high();
    Cut least =
        largest == null || largest.signum() == 0 ? Cut.before(BigDecimal.ZERO) : from.per(largest);
    boolean isBounded = to != null && divisor.low().signum() > 0;
    return new Cell(least, isBounded && to != null ? to.per(divisor.low()) : null);
  }

  /** This and the next as one, if they touch. */
  Optional<Cell> join(Cell next) {
    return to != null && to.equals(next.from)
        ? Optional.of(new Cell(from, next.to))
        : Optional.empty();
  }

  /** For people: {@code performance density >= 1.6 and < 5.92}. */
  String text(String label) {
    if (to != null && from.value().compareTo(to.value()) == 0) {
      return label + " = " + Interval.shown(from.value());
    }
    List<String> limits = new ArrayList<>();
    if (from.isAfter() || from.value().signum() > 0) {
      limits.add((from.isAfter() ? "> " : ">= ") + Interval.shown(from.value()));
    }
    if (to != null) {
      limits.add((to.isAfter() ? "<= " : "< ") + Interval.shown(to.value()));
    }
    return label + " " + String.join(" and ", limits);
  }
}
