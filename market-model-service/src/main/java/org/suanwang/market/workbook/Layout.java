package org.suanwang.market.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;
import org.suanwang.market.scenario.ValueOverride;

/** Where things stand in the workbook, known before any sheet is written. */
final class Layout {
  static final String ABOUT = "About";
  static final String PARAMETERS = "Parameters";
  static final String SCENARIOS = "Scenarios";
  static final String OVERRIDES = "Overrides";
  static final String VARIABLES = "Variables";

  /** Columns that formulas point at. */
  static final int PARAMETER_STATED = 4;

  static final int PARAMETER_USED = 5;
  static final int VARIABLE_VALUE = 4;
  static final int VARIABLE_PRINTED = 5;
  static final int VARIABLE_FLOW = 6;
  static final int VARIABLE_ONWARD = 7;
  static final int SCENARIO_CHOSEN = 3;
  static final int SCENARIO_FIRST = 4;
  static final int OVERRIDE_CONVERTED = 5;

  /** The row of the scenarios' names. */
  static final int SCENARIO_NAMES = 4;

  private static final int SCENARIO_HEAD = 8;
  private static final int GRID_MAX = 500_000;

  private final PublishedModel published;
  private final String scenario;
  private final Evaluation evaluation;
  private final List<String> scenarios = new ArrayList<>(List.of(PublishedModel.BASE));
  private final Map<String, Assumptions> assumptions = new HashMap<>();
  private final Names names;
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Integer> overrideRows = new LinkedHashMap<>();
  private final Map<String, Integer> flowRows = new LinkedHashMap<>();

  Layout(PublishedModel published, @Nullable String scenario) {
    this.published = published;
    this.scenario = scenario == null ? PublishedModel.BASE : scenario;
    Model model = published.model();
    this.evaluation =
        Evaluation.evaluate(published, published.resolve(scenario), Mode.DOUBLE, model.keys());
    this.names = Names.of(model.keys());
    published.scenarios().forEach(s -> scenarios.add(s.name()));
    scenarios.forEach(name -> assumptions.put(name, published.resolve(name)));
    model.givens().forEach(given -> rows.put(given.key(), rows.size() + 2));
    int before = rows.size();
    model.variables().forEach(v -> rows.put(v.name(), rows.size() - before + 2));
    placeOverrides();
    placeFlows();
    requireSize();
  }

  private void placeOverrides() {
    for (Scenario each : published.scenarios()) {
      for (ValueOverride override : each.overrides()) {
        overrideRows.putIfAbsent(override.key(), SCENARIO_HEAD + overrideRows.size() + 1);
      }
    }
  }

  /** Only what some scenario changes has a row of its own. */
  private void placeFlows() {
    int first = SCENARIO_HEAD + overrideRows.size() + 3;
    for (Variable variable : published.model().variables()) {
      boolean changes =
          scenarios.stream().anyMatch(s -> flow(variable, s) != variable.rounding().flow());
      if (changes) {
        flowRows.put(variable.name(), first + flowRows.size());
      }
    }
  }

  private void requireSize() {
    long grid = (long) scenarios.size() * (overrideRows.size() + flowRows.size());
    if (grid > GRID_MAX) {
      throw new InvalidInputException(
          "scenarios",
          scenarios.size() + " scenarios × " + overrideRows.size() + " overridden names",
          "a workbook's table of scenarios has at most " + GRID_MAX + " cells",
          "publish the scenarios in two models");
    }
  }

  PublishedModel published() {
    return published;
  }

  Model model() {
    return published.model();
  }

  /** The name of the chosen scenario. */
  String scenario() {
    return scenario;
  }

  /** The service's own numbers in the chosen scenario. */
  Evaluation evaluation() {
    return evaluation;
  }

  /** Every scenario's name, the one without overrides first. */
  List<String> scenarios() {
    return List.copyOf(scenarios);
  }

  Names names() {
    return names;
  }

  Flow flow(Variable variable, String inScenario) {
    return Objects.requireNonNull(assumptions.get(inScenario)).rounding(variable).flow();
  }

  Optional<ValueOverride> override(String key, String inScenario) {
    return Objects.requireNonNull(assumptions.get(inScenario)).find(key);
  }

  /** Names that some scenario overrides, and their rows among the scenarios. */
  Map<String, Integer> overrideRows() {
    return overrideRows;
  }

  /** Variables whose flow some scenario changes, and their rows among the scenarios. */
  Map<String, Integer> flowRows() {
    return flowRows;
  }

  /** The row of a parameter or variable on its own sheet. */
  int row(String key) {
    return Objects.requireNonNull(rows.get(key), key);
  }

  /** The cell that holds what other formulas see. */
  String onward(String key) {
    return model().findVariable(key).isPresent()
        ? Sheet.address(VARIABLES, VARIABLE_ONWARD, row(key))
        : Sheet.address(PARAMETERS, PARAMETER_USED, row(key));
  }

  /** The cell with the chosen scenario's override or flow. */
  static String chosen(int row) {
    return Sheet.address(SCENARIOS, SCENARIO_CHOSEN, row);
  }

  /** Every defined name and where it points. */
  Map<String, String> definedNames() {
    // Sorted, as programs that check the file want them.
    var defined = new TreeMap<String, String>();
    defined.put(Names.SCENARIO, Sheet.address(SCENARIOS, 2, 2));
    defined.put(Names.SCENARIO_NUMBER, Sheet.address(SCENARIOS, 2, 3));
    model().keys().forEach(key -> defined.put(names.of(key), onward(key)));
    return defined;
  }
}
