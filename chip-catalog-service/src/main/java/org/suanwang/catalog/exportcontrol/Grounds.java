package org.suanwang.catalog.exportcontrol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suanwang.catalog.exportcontrol.Condition.Has;
import org.suanwang.catalog.exportcontrol.Condition.Limit;

/** The inputs and the arithmetic behind what a rule says. */
final class Grounds {
  private final Rule rule;
  private final Measurements facts;
  private final List<World> worlds;
  private final List<Optional<String>> paragraphs;
  private final Set<Parameter> parameters = EnumSet.noneOf(Parameter.class);
  private final Set<Property> properties = EnumSet.noneOf(Property.class);

  Grounds(Rule rule, Optional<Rule> base, Measurements facts, List<World> worlds) {
    this.rule = rule;
    this.facts = facts;
    this.worlds = worlds;
    this.paragraphs =
        worlds.stream()
            .map(w -> base.flatMap(b -> Judgement.of(b, Optional.empty(), w).paragraph()))
            .toList();
    rule.conditions().forEach(this::use);
  }

  private void use(Condition condition) {
    switch (condition) {
      case Limit l -> parameters.add(l.parameter());
      case Has h -> properties.add(h.property());
      case Condition.ClassifiedAs _, Condition.Named _ -> {}
    }
  }

  List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    for (Parameter parameter : parameters) {
      inputs.add(
          parameter == Parameter.PERFORMANCE_DENSITY
              ? input("applicable die area", "mm2", facts.findDieArea())
              : input(parameter.label(), parameter.unit(), facts.find(parameter)));
    }
    for (Property property : properties) {
      inputs.add(input(property));
    }
    if (parameters.contains(Parameter.PERFORMANCE_DENSITY)) {
      inputs.add(input(Property.NON_PLANAR));
    }
    return inputs;
  }

  private static Input input(String name, String unit, Optional<Sourced> known) {
    return new Input(
        name,
        known.map(s -> s.value().text()).orElse("unknown"),
        unit,
        known.map(Sourced::claimIds).orElse(List.of()));
  }

  private Input input(Property property) {
    Statement statement = facts.statement(property);
    String text =
        switch (statement.truth()) {
          case YES -> "yes";
          case NO -> "no";
          case UNKNOWN -> "unknown";
        };
    return new Input(property.label(), text, "", statement.claimIds());
  }

  List<String> arithmetic() {
    List<String> lines = new ArrayList<>();
    if (parameters.contains(Parameter.TPP)) {
      facts.tpp().ifPresent(t -> lines.addAll(t.arithmetic()));
    }
    if (parameters.contains(Parameter.PERFORMANCE_DENSITY)) {
      facts.performanceDensity().ifPresent(pd -> lines.add(pd.arithmetic()));
    }
    rule.exclusions().forEach(c -> lines.add(line(c)));
    rule.clauses().forEach(c -> lines.add(line(c)));
    return lines;
  }

  private String line(Clause clause) {
    List<String> tests = clause.conditions().stream().map(this::test).toList();
    return clause.name() + ": " + String.join("; ", tests);
  }

  private String test(Condition condition) {
    Set<Boolean> cases = new HashSet<>();
    for (int i = 0; i < worlds.size(); i++) {
      cases.add(worlds.get(i).meets(condition, paragraphs.get(i)));
    }
    String met =
        switch (Truth.of(cases)) {
          case YES -> "yes";
          case NO -> "no";
          case UNKNOWN -> "open";
        };
    return condition.text() + ": " + met;
  }

  List<String> assumptions() {
    List<String> assumptions = new ArrayList<>();
    if (parameters.contains(Parameter.TPP) || parameters.contains(Parameter.PERFORMANCE_DENSITY)) {
      facts.tpp().ifPresent(t -> assumptions.addAll(t.assumptions()));
    }
    if (parameters.contains(Parameter.PERFORMANCE_DENSITY)
        && facts.statement(Property.NON_PLANAR).truth() != Truth.YES) {
      assumptions.add("dies on a planar node have no applicable area, and no performance density");
    }
    return assumptions;
  }
}
