package org.suanwang.market.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Finding;
import org.suanwang.market.model.Model;
import org.suanwang.market.model.Suggestion;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.quantity.Unit;

/** Scenarios have one name each, a known line of ancestors, and overrides that fit the model. */
final class ScenarioCheck {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final int SCENARIOS_MAX = 200;

  private final Model model;
  private final OverrideCheck overrides;

  ScenarioCheck(Model model) {
    this.model = model;
    this.overrides = new OverrideCheck(model);
  }

  List<Finding> check(List<Scenario> scenarios, Roles roles) {
    if (scenarios.size() > SCENARIOS_MAX) {
      // Said before anything else is looked at, which would take long.
      return List.of(
          error(
              scenarios.get(SCENARIOS_MAX),
              "",
              "model-size",
              "there are too many scenarios, " + scenarios.size(),
              "at most " + SCENARIOS_MAX + " a model"));
    }
    var findings = new ArrayList<Finding>();
    var byName = new LinkedHashMap<String, Scenario>();
    for (Scenario scenario : scenarios) {
      checkName(scenario, byName, findings);
      checkParts(scenario, findings);
      checkReadings(scenario, findings);
    }
    scenarios.forEach(s -> checkAncestors(s, byName, findings));
    checkRoles(roles, byName, findings);
    return findings;
  }

  private void checkParts(Scenario scenario, List<Finding> findings) {
    for (int i = 0; i < scenario.overrides().size(); i++) {
      ValueOverride override = scenario.overrides().get(i);
      Origin origin = scenario.origin().at("overrides[" + i + "]");
      overrides
          .check(override)
          .ifPresent(f -> findings.add(error(scenario, origin, override.key(), f)));
    }
    for (int i = 0; i < scenario.flows().size(); i++) {
      FlowChoice choice = scenario.flows().get(i);
      Origin origin = scenario.origin().at("rounding[" + i + "]");
      overrides
          .check(choice)
          .ifPresent(
              f -> findings.add(error(scenario, origin, String.valueOf(choice.variable()), f)));
    }
  }

  private static void checkName(
      Scenario scenario, Map<String, Scenario> byName, List<Finding> findings) {
    String name = scenario.name();
    if (!NAME.matcher(name).matches() || name.equals(PublishedModel.BASE)) {
      findings.add(
          error(
              scenario,
              "name",
              "malformed-name",
              "a scenario's name is lower-case letters, digits and -, and not \"base\"",
              "rename it"));
    }
    if (byName.putIfAbsent(name, scenario) != null) {
      findings.add(
          error(scenario, "name", "duplicate-name", "the name is used twice", "rename one"));
    }
  }

  private void checkReadings(Scenario scenario, List<Finding> findings) {
    scenario.readingOf().stream()
        .filter(name -> model.findVariable(name).isEmpty())
        .forEach(
            name ->
                findings.add(
                    error(
                        scenario,
                        "readingOf",
                        "unknown-name",
                        "readingOf holds \"" + name + "\", which is no variable",
                        Suggestion.remedy(
                            name,
                            model.variables().stream().map(Variable::name).toList(),
                            "name a variable of the model"))));
  }

  private static void checkAncestors(
      Scenario scenario, Map<String, Scenario> byName, List<Finding> findings) {
    var seen = new LinkedHashSet<String>();
    Scenario at = scenario;
    while (at.parent() != null) {
      if (!seen.add(at.name())) {
        String cycle = String.join(" → ", seen) + " → " + at.name();
        findings.add(
            error(
                scenario,
                "parent",
                "cycle",
                "it inherits from itself: " + cycle,
                "remove one of the parents"));
        return;
      }
      Scenario parent = byName.get(at.parent());
      if (parent == null) {
        findings.add(
            error(
                scenario,
                "parent",
                "unknown-name",
                "its parent \"" + at.parent() + "\" is not defined",
                Suggestion.remedy(at.parent(), byName.keySet(), "define it")));
        return;
      }
      at = parent;
    }
  }

  private void checkRoles(Roles roles, Map<String, Scenario> byName, List<Finding> findings) {
    roles.scenarios().stream()
        .filter(name -> !byName.containsKey(name))
        .forEach(
            name ->
                findings.add(
                    Finding.error(
                        "unknown-name",
                        "scenarios",
                        roles.origin().at("scenarios"),
                        "the scenario \"" + name + "\" is not defined",
                        Suggestion.remedy(name, byName.keySet(), "define it"))));
    roles.names().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(role -> checkRole(role.getKey(), role.getValue(), roles, findings));
    new EfficiencyCheck(roles).check(findings);
  }

  private void checkRole(String role, String name, Roles roles, List<Finding> findings) {
    Unit wanted = Roles.UNITS.get(Roles.undated(role));
    Unit found = model.findUnit(name).orElse(null);
    if (wanted == null) {
      findings.add(
          Finding.error(
              "unknown-role",
              role,
              roles.origin().at("roles." + role),
              "there is no such role",
              Suggestion.remedy(role, Roles.KNOWN, "use one of " + Roles.KNOWN)));
    } else if (found != null && !found.isComparableTo(wanted)) {
      findings.add(
          Finding.error(
              "role-unit",
              role,
              roles.origin().at("roles." + role),
              "\"" + name + "\" is in " + found.text() + ", and the role in " + wanted.text(),
              "name a parameter or variable in " + wanted.text()));
    }
    if (found == null) {
      findings.add(
          Finding.error(
              "unknown-name",
              role,
              roles.origin().at("roles." + role),
              "\"" + name + "\" is not defined",
              Suggestion.remedy(name, model.keys(), "define it as a parameter or variable")));
    }
  }

  private static Finding error(
      Scenario scenario, Origin origin, String key, OverrideCheck.Fault fault) {
    String given = key.equals(fault.value()) ? key : key + " = " + fault.value();
    String message = given + ": " + fault.message();
    return Finding.error(
        fault.rule(), scenario.name(), origin.at(fault.field()), message, fault.remedy());
  }

  private static Finding error(
      Scenario scenario, String field, String rule, String message, String remedy) {
    Origin origin = field.isEmpty() ? scenario.origin() : scenario.origin().at(field);
    return Finding.error(rule, scenario.name(), origin, message, remedy);
  }
}
