package org.suanwang.catalog.exportcontrol;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.suanwang.catalog.exportcontrol.Condition.Has;
import org.suanwang.catalog.exportcontrol.Condition.Limit;

/**
 * Parts what can be the case along all thresholds at once. Judging each part gives exactly the
 * outcomes that are possible: no interval is judged by its middle, and TPP and the performance
 * density that follows from it are never taken for independent.
 */
final class Worlds {
  private final Measurements facts;
  private final Collection<Condition> conditions;

  private Worlds(Measurements facts, Collection<Condition> conditions) {
    this.facts = facts;
    this.conditions = conditions;
  }

  static List<World> of(Measurements facts, Collection<Condition> conditions) {
    return new Worlds(facts, conditions).all();
  }

  private List<World> all() {
    Set<Parameter> parameters = parameters();
    List<World> worlds = List.of(World.of(facts.accelerator()));
    for (Property property : properties(parameters)) {
      List<Boolean> cases = facts.statement(property).truth().possibilities();
      worlds = expand(worlds, w -> cases.stream().map(c -> w.with(property, c)).toList());
    }
    for (Parameter parameter : parameters) {
      List<Cut> cuts = cuts(parameter);
      worlds =
          expand(
              worlds,
              w -> cell(parameter, w).split(cuts).stream().map(c -> w.with(parameter, c)).toList());
    }
    return worlds;
  }

  private static List<World> expand(List<World> worlds, Function<World, List<World>> into) {
    return worlds.stream().flatMap(w -> into.apply(w).stream()).toList();
  }

  private Set<Parameter> parameters() {
    Set<Parameter> used = EnumSet.noneOf(Parameter.class);
    limits().forEach(l -> used.add(l.parameter()));
    if (used.contains(Parameter.PERFORMANCE_DENSITY)) {
      used.add(Parameter.TPP);
    }
    return used;
  }

  private Set<Property> properties(Set<Parameter> parameters) {
    Set<Property> used = EnumSet.noneOf(Property.class);
    conditions.forEach(
        c -> {
          if (c instanceof Has h) {
            used.add(h.property());
          }
        });
    boolean isDensityKnown =
        parameters.contains(Parameter.PERFORMANCE_DENSITY)
            && !facts.isMissing(Parameter.PERFORMANCE_DENSITY);
    if (isDensityKnown) {
      used.add(Property.NON_PLANAR);
    }
    return used;
  }

  private List<Limit> limits() {
    return conditions.stream().filter(Limit.class::isInstance).map(Limit.class::cast).toList();
  }

  private List<Cut> cuts(Parameter parameter) {
    return limits().stream()
        .filter(l -> l.parameter() == parameter)
        .map(Limit::cut)
        .collect(Collectors.toList());
  }

  private Cell cell(Parameter parameter, World world) {
    if (parameter != Parameter.PERFORMANCE_DENSITY) {
      return facts.find(parameter).map(s -> Cell.of(s.value())).orElse(Cell.ANY);
    }
    if (Boolean.FALSE.equals(world.properties().get(Property.NON_PLANAR))) {
      return Cell.ZERO;
    }
    return facts
        .findDieArea()
        .map(area -> world.cell(Parameter.TPP).per(area.value()))
        .orElse(Cell.ANY);
  }
}
