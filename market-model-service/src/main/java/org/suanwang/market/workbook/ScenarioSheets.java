package org.suanwang.market.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.parameter.UncertaintyText;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.FlowChoice;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;
import org.suanwang.market.scenario.ValueOverride;

/**
 * The sheets about scenarios. One lists every override with its reason, in the unit it was stated
 * in. The other has a column a scenario, which points at the overrides or, where a scenario has
 * none of its own, at its parent's column; and picks the chosen scenario's.
 */
final class ScenarioSheets {
  private final Layout layout;

  /** Scenario and key to the row among the overrides. */
  private final Map<List<String>, Integer> overrideRows = new HashMap<>();

  ScenarioSheets(Layout layout) {
    this.layout = layout;
    int row = 1;
    for (Scenario scenario : layout.published().scenarios()) {
      for (ValueOverride override : scenario.overrides()) {
        row++;
        overrideRows.put(List.of(scenario.name(), override.key()), row);
      }
    }
  }

  Sheet overrides() {
    var sheet = new Sheet(Layout.OVERRIDES, 22, 34, 14, 14, 18, 14, 44, 80);
    sheet.head(
        "Scenario",
        "Name",
        "Value",
        "Unit",
        "In the model's unit",
        "Model's unit",
        "Uncertainty",
        "Rationale");
    for (Scenario scenario : layout.published().scenarios()) {
      scenario.overrides().forEach(override -> sheet.row(override(sheet, scenario, override)));
    }
    for (Scenario scenario : layout.published().scenarios()) {
      scenario.flows().forEach(choice -> sheet.row(flow(scenario, choice)));
    }
    return sheet;
  }

  private List<Cell> override(Sheet sheet, Scenario scenario, ValueOverride override) {
    Unit stated = override.quantity().unit();
    Unit unit = layout.model().findUnit(override.key()).orElseThrow();
    String value = "$C$" + (sheet.rows().size() + 1);
    String multiplied = SpreadsheetFormula.scale(stated);
    String divided = SpreadsheetFormula.scale(unit);
    boolean same = stated.scale().equals(unit.scale());
    String converted =
        value
            + (same || multiplied.isEmpty() ? "" : "*" + multiplied)
            + (same || divided.isEmpty() ? "" : "/" + divided);
    return List.of(
        Cell.text(scenario.name()),
        Cell.text(override.key()),
        StatedNumber.cell(override.quantity().value()),
        Cell.text(stated.text()),
        Cell.formula(converted, override.in(unit).quantity().value().doubleValue()),
        Cell.text(unit.text()),
        Cell.wrapped(UncertaintyText.form(override.uncertainty())),
        Cell.wrapped(override.rationale()));
  }

  private static List<Cell> flow(Scenario scenario, FlowChoice choice) {
    String variable = choice.variable();
    return List.of(
        Cell.text(scenario.name()),
        Cell.text(variable == null ? "(every variable)" : variable),
        Cell.text(choice.flow().name().toLowerCase(Locale.ROOT) + " flows on"),
        Cell.empty(),
        Cell.empty(),
        Cell.empty(),
        Cell.empty(),
        Cell.wrapped(choice.rationale()));
  }

  Sheet scenarios() {
    var widths = new ArrayList<>(List.of(36, 20, 16));
    layout.scenarios().forEach(_ -> widths.add(20));
    var sheet = new Sheet(Layout.SCENARIOS, widths.toArray(Integer[]::new));
    sheet.row(Cell.heading("Scenarios of " + layout.model().id()));
    sheet.row(Cell.heading("Scenario computed"), Cell.text(layout.scenario()).as(Style.INPUT));
    int number = layout.scenarios().indexOf(layout.scenario()) + 1;
    String match = "MATCH(" + Names.SCENARIO + "," + across(Layout.SCENARIO_NAMES) + ",0)";
    sheet.row(Cell.heading("Its number"), Cell.formula(match, number));
    sheet.row(head("Name", "Unit", "Chosen", Function.identity()));
    sheet.freeze();
    sheet.row(head("", "", "", name -> find(name, Scenario::label)));
    sheet.row(head("", "", "", name -> find(name, Scenario::description)));
    sheet.row(head("Starts from", "", "", this::parent));
    sheet.row(Cell.heading("Values in place of those stated or computed"));
    layout.overrideRows().forEach((key, row) -> sheet.row(values(key, row)));
    sheet.row();
    sheet.row(Cell.heading("Which value flows on: exact or printed"));
    layout.flowRows().forEach((name, row) -> sheet.row(flows(name, row)));
    return sheet;
  }

  private List<Cell> head(String a, String b, String c, Function<String, String> each) {
    var cells = new ArrayList<>(List.of(Cell.heading(a), Cell.heading(b), Cell.heading(c)));
    layout.scenarios().forEach(name -> cells.add(Cell.wrapped(each.apply(name))));
    return cells;
  }

  private String find(String scenario, Function<Scenario, String> what) {
    return layout.published().findScenario(scenario).map(what).orElse("");
  }

  private String parent(String scenario) {
    return scenario.equals(PublishedModel.BASE)
        ? ""
        : find(scenario, s -> s.parent() == null ? PublishedModel.BASE : s.parent());
  }

  private List<Cell> values(String key, int row) {
    Unit unit = layout.model().findUnit(key).orElseThrow();
    String picked = "INDEX(" + across(row) + ",1," + Names.SCENARIO_NUMBER + ")";
    String chosen = "IF(ISNUMBER(" + picked + ")," + picked + ",\"\")";
    var cells = new ArrayList<>(List.of(Cell.text(key), Cell.text(unit.text())));
    cells.add(
        layout
            .override(key, layout.scenario())
            .map(o -> Cell.formula(chosen, valueOf(o, unit)))
            .orElseGet(() -> Cell.formula(chosen, "")));
    layout.scenarios().forEach(scenario -> cells.add(value(key, row, scenario, unit)));
    return cells;
  }

  private Cell value(String key, int row, String scenario, Unit unit) {
    ValueOverride override = layout.override(key, scenario).orElse(null);
    if (override == null) {
      return Cell.empty();
    }
    Integer own = overrideRows.get(List.of(scenario, key));
    String from =
        own == null
            ? Sheet.letters(column(parent(scenario))) + row
            : Sheet.address(Layout.OVERRIDES, Layout.OVERRIDE_CONVERTED, own);
    return Cell.formula(from, valueOf(override, unit));
  }

  private int column(String scenario) {
    return Layout.SCENARIO_FIRST + layout.scenarios().indexOf(scenario);
  }

  private static double valueOf(ValueOverride override, Unit unit) {
    return override.in(unit).quantity().value().doubleValue();
  }

  private List<Cell> flows(String name, int row) {
    Variable variable = layout.model().findVariable(name).orElseThrow();
    String picked = "INDEX(" + across(row) + ",1," + Names.SCENARIO_NUMBER + ")";
    var cells = new ArrayList<>(List.of(Cell.text(name), Cell.empty()));
    cells.add(Cell.formula(picked, flow(variable, layout.scenario())));
    layout.scenarios().forEach(s -> cells.add(Cell.text(flow(variable, s)).as(Style.INPUT)));
    return cells;
  }

  private String flow(Variable variable, String scenario) {
    return Objects.requireNonNull(layout.flow(variable, scenario)).name().toLowerCase(Locale.ROOT);
  }

  /** The cells of all scenarios in a row. */
  String across(int row) {
    int last = Layout.SCENARIO_FIRST + layout.scenarios().size() - 1;
    return Sheet.address(Layout.SCENARIOS, Layout.SCENARIO_FIRST, row)
        + ":$"
        + Sheet.letters(last)
        + "$"
        + row;
  }
}
