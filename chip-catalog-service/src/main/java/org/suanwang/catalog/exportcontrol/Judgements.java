package org.suanwang.catalog.exportcontrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a rule says in all the worlds that are possible. */
record Judgements(List<Judgement> all) {
  Judgements {
    all = List.copyOf(all);
  }

  /** The outcomes that are possible, the most severe first. */
  List<String> outcomes(Rule rule) {
    Set<String> possible = new LinkedHashSet<>(all.stream().map(Judgement::outcome).toList());
    List<String> ordered =
        new ArrayList<>(
            rule.clauses().stream().map(Clause::name).filter(possible::contains).toList());
    possible.stream().filter(o -> !ordered.contains(o)).sorted().forEach(ordered::add);
    return ordered;
  }

  /** Which paragraph controls an item may be open; which policy, band or letter applies may not. */
  Verdict verdict(Rule rule) {
    List<Verdict> possible = all.stream().map(Judgement::verdict).distinct().toList();
    boolean isDecided = possible.size() == 1 && (rule.kind() == Rule.Kind.CONTROL || !isOpen());
    return isDecided ? possible.getFirst() : Verdict.UNKNOWN;
  }

  /** The paragraphs, bands or policies that are possible, the most severe first. */
  List<String> paragraphs(Rule rule) {
    return outcomes(rule).stream()
        .filter(o -> rule.clauses().stream().anyMatch(c -> c.name().equals(o)))
        .toList();
  }

  /** The paragraphs that are met whatever is the case. */
  List<String> surelyMet(Rule rule) {
    return rule.clauses().stream()
        .map(Clause::name)
        .filter(name -> all.stream().allMatch(j -> j.met().contains(name)))
        .toList();
  }

  boolean isOpen() {
    return all.stream().map(Judgement::outcome).distinct().count() > 1;
  }

  /** The quantities whose true value decides between the outcomes. */
  List<Parameter> decidingParameters() {
    return Arrays.stream(Parameter.values()).filter(p -> decides(w -> w.without(p))).toList();
  }

  /** The properties that decide between the outcomes. */
  List<Property> decidingProperties() {
    return varyingProperties().stream().filter(p -> decides(w -> without(w, p))).toList();
  }

  /** A world without a property and what follows from it. */
  private static World without(World world, Property property) {
    World rest = world.without(property);
    return property == Property.NON_PLANAR ? rest.without(Parameter.PERFORMANCE_DENSITY) : rest;
  }

  private boolean decides(UnaryOperator<World> without) {
    Map<World, Set<String>> outcomes = new HashMap<>();
    for (Judgement judgement : all) {
      outcomes
          .computeIfAbsent(without.apply(judgement.world()), _ -> new HashSet<>())
          .add(judgement.outcome());
    }
    return outcomes.values().stream().anyMatch(o -> o.size() > 1);
  }

  /** The quantities that are not known well enough to be in one cell only. */
  List<Parameter> varyingParameters() {
    return Arrays.stream(Parameter.values())
        .filter(p -> varies(all.stream().map(j -> Optional.ofNullable(j.world().cells().get(p)))))
        .toList();
  }

  List<Property> varyingProperties() {
    return Arrays.stream(Property.values())
        .filter(
            p -> varies(all.stream().map(j -> Optional.ofNullable(j.world().properties().get(p)))))
        .toList();
  }

  private static boolean varies(Stream<?> values) {
    return values.distinct().count() > 1;
  }
}
