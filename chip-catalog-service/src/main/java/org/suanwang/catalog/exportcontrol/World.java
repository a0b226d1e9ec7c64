package org.suanwang.catalog.exportcontrol;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.suanwang.catalog.exportcontrol.Condition.ClassifiedAs;
import org.suanwang.catalog.exportcontrol.Condition.Has;
import org.suanwang.catalog.exportcontrol.Condition.Limit;
import org.suanwang.catalog.exportcontrol.Condition.Named;

/**
 * One of the ways in which an item can really be, so narrow that every condition is decided. Its
 * maps are made here and never changed.
 */
record World(
    String accelerator, EnumMap<Parameter, Cell> cells, EnumMap<Property, Boolean> properties) {

  static World of(String accelerator) {
    return new World(accelerator, new EnumMap<>(Parameter.class), new EnumMap<>(Property.class));
  }

  World with(Parameter parameter, Cell cell) {
    EnumMap<Parameter, Cell> more = new EnumMap<>(cells);
    more.put(parameter, cell);
    return new World(accelerator, more, properties);
  }

  World with(Property property, boolean value) {
    EnumMap<Property, Boolean> more = new EnumMap<>(properties);
    more.put(property, value);
    return new World(accelerator, cells, more);
  }

  World without(Parameter parameter) {
    EnumMap<Parameter, Cell> fewer = new EnumMap<>(cells);
    fewer.remove(parameter);
    return new World(accelerator, fewer, properties);
  }

  World without(Property property) {
    EnumMap<Property, Boolean> fewer = new EnumMap<>(properties);
    fewer.remove(property);
    return new World(accelerator, cells, fewer);
  }

  Cell cell(Parameter parameter) {
    return Objects.requireNonNull(cells.get(parameter), parameter.name());
  }

  boolean is(Property property) {
    return Boolean.TRUE.equals(properties.get(property));
  }

  boolean meets(Clause clause, Optional<String> paragraph) {
    return clause.conditions().stream().allMatch(c -> meets(c, paragraph));
  }

  /**
   * Decides one condition.
   *
   * @param paragraph under which the item is controlled here, if it is
   */
  boolean meets(Condition condition, Optional<String> paragraph) {
    return switch (condition) {
      case Limit l -> meets(l);
      case Has h -> is(h.property()) == h.value();
      case ClassifiedAs c -> paragraph.filter(c::includes).isPresent();
      case Named n -> n.accelerators().contains(accelerator);
    };
  }

  private boolean meets(Limit limit) {
    Cell cell = cell(limit.parameter());
    return limit.relation().isUpper() ? cell.isBelow(limit.cut()) : cell.isAbove(limit.cut());
  }

  /** What sets this world apart in these respects, for people. */
  List<String> text(List<Parameter> parameters, List<Property> which) {
    List<String> texts = new ArrayList<>();
    for (Property property : which) {
      if (properties.containsKey(property)) {
        texts.add(new Has(property, is(property)).text());
      }
    }
    for (Parameter parameter : parameters) {
      Cell cell = cells.get(parameter);
      boolean isUndefined =
          parameter == Parameter.PERFORMANCE_DENSITY
              && Boolean.FALSE.equals(properties.get(Property.NON_PLANAR));
      if (cell != null && !cell.equals(Cell.ANY) && !isUndefined) {
        texts.add(cell.text(parameter.label()));
      }
    }
    return texts;
  }
}
