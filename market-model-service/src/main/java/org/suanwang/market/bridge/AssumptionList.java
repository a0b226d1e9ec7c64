package org.suanwang.market.bridge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.BridgeAssumption;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Roles;
import org.suanwang.market.scenario.Scenario;
import org.suanwang.market.scenario.ValueOverride;

/**
 * Everything that a reconciliation or a demand takes for granted: the assumed parameters that its
 * roles rest on, the overrides of its scenarios, and the assumptions of the bridge itself.
 */
public final class AssumptionList {
  private AssumptionList() {}

  /** One assumption with its reason and source. */
  public record Entry(String name, String statement, String rationale, String source) {}

  private static List<Entry> of(PublishedModel model, Iterable<String> roles) {
    var entries = new ArrayList<Entry>();
    for (Parameter parameter : needed(model, roles).values()) {
      if (parameter.assumption()) {
        entries.add(entry(parameter));
      }
    }
    for (String name : model.roles().scenarios()) {
      model.findScenario(name).ifPresent(scenario -> entries.addAll(entries(scenario)));
    }
    model.roles().assumptions().stream().map(AssumptionList::entry).forEach(entries::add);
    return entries;
  }

  /** What a reconciliation with these simulations takes for granted. */
  public static List<Entry> of(PublishedModel model, List<SimulationFinding> findings) {
    var entries = new ArrayList<>(of(model, Roles.KNOWN));
    findings.forEach(finding -> finding.catalogueDoubt().ifPresent(entries::add));
    return entries;
  }

  /**
   * What a demand takes for granted of the model: the assumed parameters behind the names, those of
   * the scenario's overrides that concern them, and what the bridge assumes on this way.
   *
   * @param names parameters or variables that the demand is made of
   */
  static List<Entry> ofDemand(PublishedModel model, Set<String> names, @Nullable String scenario) {
    Set<String> behind = behind(model.model(), names);
    var overridden = new LinkedHashMap<String, Entry>();
    String next = scenario;
    while (next != null) {
      Scenario at = model.findScenario(next).orElse(null);
      if (at != null) {
        at.overrides().stream()
            .filter(o -> behind.contains(o.key()))
            .forEach(o -> overridden.putIfAbsent(o.key(), entry(at, o)));
      }
      next = at == null ? null : at.parent();
    }
    var entries = new ArrayList<Entry>();
    parameters(model.model(), behind).values().stream()
        .filter(p -> p.assumption() && !overridden.containsKey(p.name()))
        .forEach(p -> entries.add(entry(p)));
    entries.addAll(overridden.values());
    model.roles().assumptions().stream()
        .filter(a -> a.about() != BridgeAssumption.Part.RECONCILIATION)
        .forEach(a -> entries.add(entry(a)));
    return entries;
  }

  private static Map<String, Parameter> needed(PublishedModel published, Iterable<String> roles) {
    Set<String> names = new HashSet<>();
    roles.forEach(role -> published.roles().find(role).ifPresent(names::add));
    return parameters(published.model(), behind(published.model(), names));
  }

  /** The names, and all names that their formulas rest on. */
  private static Set<String> behind(Model model, Set<String> wanted) {
    Set<String> names = new HashSet<>(wanted);
    for (var variable : model.order().reversed()) {
      if (names.contains(variable.name())) {
        variable.expression().references().stream()
            .map(Expression.Reference::key)
            .forEach(names::add);
      }
    }
    return names;
  }

  private static Map<String, Parameter> parameters(Model model, Set<String> names) {
    var parameters = new LinkedHashMap<String, Parameter>();
    model.givens().stream()
        .filter(given -> names.contains(given.key()))
        .forEach(given -> parameters.put(given.parameter().name(), given.parameter()));
    return parameters;
  }

  private static Entry entry(Parameter parameter) {
    var value = parameter.values().getFirst();
    return new Entry(
        parameter.name(),
        parameter.label() + ": " + Numeral.write(value.value()) + " " + parameter.unit().text(),
        String.valueOf(parameter.rationale()),
        value.citation().text());
  }

  private static Entry entry(BridgeAssumption assumption) {
    return new Entry(
        assumption.name(),
        assumption.statement(),
        assumption.rationale(),
        assumption.source().text());
  }

  private static List<Entry> entries(Scenario scenario) {
    return scenario.overrides().stream().map(o -> entry(scenario, o)).toList();
  }

  private static Entry entry(Scenario scenario, ValueOverride override) {
    return new Entry(
        scenario.name() + "." + override.key(),
        scenario.label() + ": " + override.key() + " is " + override.quantity().text(),
        override.rationale(),
        override.givenBy());
  }
}
