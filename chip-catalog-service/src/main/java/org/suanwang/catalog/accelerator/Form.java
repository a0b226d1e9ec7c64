package org.suanwang.catalog.accelerator;

import java.util.Set;
import org.suanwang.catalog.measure.Unit;

/**
 * Which quantities an attribute takes.
 *
 * @param units the units that its numbers may have; texts have none
 * @param words whether it takes a text
 * @param date whether that text is a date
 */
public record Form(Set<Unit> units, boolean words, boolean date) {
  static final Form TEXT = new Form(Set.of(), true, false);
  static final Form DATE = new Form(Set.of(), true, true);

  public Form {
    units = Set.copyOf(units);
  }

  static Form number(Unit... units) {
    return new Form(Set.of(units), false, false);
  }

  static Form numberOrText(Unit... units) {
    return new Form(Set.of(units), true, false);
  }
}
