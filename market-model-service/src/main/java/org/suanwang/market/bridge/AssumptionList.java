package org.suanwang.market.bridge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;

/**
 * Everything that a reconciliation takes for granted: the assumed parameters that its roles rest
 * on, the overrides of its scenarios, and the assumptions of the bridge itself.
 */
public final class AssumptionList {
  private AssumptionList() {}

  /** One assumption with its reason and source. */
  public record Entry(String name, String statement, String rationale, String source) {}

  public static List<Entry> of(PublishedModel model, Iterable<String> roles) {
    var entries = new ArrayList<Entry>();
    for (Parameter parameter : needed(model, roles).values()) {
      if (parameter.assumption()) {
        entries.add(entry(parameter));
      }
    }
    for (String name : model.roles().scenarios()) {
      model.findScenario(name).ifPresent(scenario -> entries.addAll(entries(scenario)));
    }
    model.roles().assumptions().stream()
        .map(a -> new Entry(a.name(), a.statement(), a.rationale(), a.source().text()))
        .forEach(entries::add);
    return entries;
  }

  private static Map<String, Parameter> needed(PublishedModel published, Iterable<String> roles) {
    Model model = published.model();
    Set<String> names = new HashSet<>();
    roles.forEach(role -> published.roles().find(role).ifPresent(names::add));
    for (var variable : model.order().reversed()) {
      if (names.contains(variable.name())) {
        variable.expression().references().stream()
            .map(Expression.Reference::key)
            .forEach(names::add);
      }
    }
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

  private static List<Entry> entries(Scenario scenario) {
    return scenario.overrides().stream()
        .map(
            o ->
                new Entry(
                    scenario.name() + "." + o.key(),
                    scenario.label() + ": " + o.key() + " is " + o.quantity().text(),
                    o.rationale(),
                    o.givenBy()))
        .toList();
  }
}
