package org.suanwang.catalog.exportcontrol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the worlds of each possible outcome in as few words as they allow. */
final class Readings {
  private Readings() {}

  /** One reading an outcome, most severe first; none when there is only one outcome. */
  static List<Reading> of(Rule rule, Judgements judgements) {
    if (!judgements.isOpen()) {
      return List.of();
    }
    return judgements.outcomes(rule).stream().map(o -> reading(o, judgements)).toList();
  }

  private static Reading reading(String outcome, Judgements judgements) {
    List<Judgement> such =
        judgements.all().stream().filter(j -> j.outcome().equals(outcome)).toList();
    List<Parameter> parameters = judgements.varyingParameters();
    List<Property> properties = judgements.varyingProperties();
    List<String> when =
        merged(such.stream().map(Judgement::world).toList()).stream()
            .map(w -> String.join(", ", w.text(parameters, properties)))
            .distinct()
            .toList();
    return new Reading(when, outcome, such.getFirst().verdict());
  }

  /** The same worlds in fewer and larger parts. */
  private static List<World> merged(List<World> worlds) {
    List<World> left = worlds;
    int before;
    do {
      before = left.size();
      for (Property property : Property.values()) {
        left = merged(property, left);
      }
      for (Parameter parameter : Parameter.values()) {
        left = merged(parameter, left);
      }
    } while (left.size() < before);
    return left;
  }

  private static List<World> merged(Property property, List<World> worlds) {
    Map<World, List<World>> groups = new LinkedHashMap<>();
    for (World world : worlds) {
      groups.computeIfAbsent(world.without(property), _ -> new ArrayList<>()).add(world);
    }
    List<World> merged = new ArrayList<>();
    groups.forEach((rest, group) -> merged.add(group.size() > 1 ? rest : group.getFirst()));
    return merged;
  }

  private static List<World> merged(Parameter parameter, List<World> worlds) {
    Map<World, List<Cell>> groups = new LinkedHashMap<>();
    for (World world : worlds) {
      List<Cell> cells = groups.computeIfAbsent(world.without(parameter), _ -> new ArrayList<>());
      Optional.ofNullable(world.cells().get(parameter)).ifPresent(cells::add);
    }
    List<World> merged = new ArrayList<>();
    groups.forEach(
        (rest, cells) -> {
          if (cells.isEmpty()) {
            merged.add(rest);
          }
          joined(cells).forEach(cell -> merged.add(rest.with(parameter, cell)));
        });
    return merged;
  }

  private static List<Cell> joined(List<Cell> cells) {
    List<Cell> joined = new ArrayList<>();
    for (Cell cell : cells.stream().sorted(Comparator.comparing(Cell::from)).toList()) {
      Optional<Cell> both = joined.isEmpty() ? Optional.empty() : joined.getLast().join(cell);
      both.ifPresent(_ -> joined.removeLast());
      joined.add(both.orElse(cell));
    }
    return joined;
  }
}
