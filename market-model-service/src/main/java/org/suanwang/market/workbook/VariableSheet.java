package org.suanwang.market.workbook;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.formula.Rendering;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.parameter.Citation;
import org.suanwang.market.quantity.Unit;

/**
 * What is computed: the value before rounding, the printed one, and the one that flows on into
 * other formulas, each a live formula; and what it means.
 */
final class VariableSheet {
  private final Layout layout;

  VariableSheet(Layout layout) {
    this.layout = layout;
  }

  Sheet sheet() {
    var sheet =
        new Sheet(
            Layout.VARIABLES,
            36,
            44,
            18,
            18,
            18,
            10,
            18,
            36,
            60,
            60,
            10,
            12,
            16,
            24,
            44,
            24,
            12,
            11,
            60,
            60);
    sheet.head(
        "Name",
        "Label",
        "Unit",
        "Value",
        "Printed",
        "Flows on",
        "Onward",
        "Name in formulas",
        "Formula of the model",
        "Definition",
        "Decimals",
        "Rounding",
        "A source prints",
        "Where",
        "Source of the formula",
        "Locator",
        "Date",
        "Tier",
        "Rationale",
        "Remarks");
    layout.model().variables().forEach(variable -> sheet.row(row(variable)));
    return sheet;
  }

  private List<Cell> row(Variable variable) {
    RoundingPolicy policy = variable.rounding();
    Citation citation = variable.citation();
    Variable.Reported reported = variable.reported();
    String rationale = variable.rationale();
    return List.of(
        Cell.text(variable.name()),
        Cell.text(variable.label()),
        Cell.text(variable.unit().text()),
        value(variable),
        printed(variable),
        flow(variable),
        onward(variable),
        Cell.text(layout.names().of(variable.name())),
        Cell.text(Rendering.render(variable.expression())),
        Cell.wrapped(variable.definition()),
        Cell.number(policy.decimals()),
        Cell.text(policy.mode().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
        Cell.text(reported == null ? "" : reported.text()),
        Cell.text(reported == null ? "" : reported.locator()),
        Cell.text(citation.source()),
        Cell.text(citation.locator()),
        Cell.text(citation.date().toString()),
        Cell.text(citation.tier().name()),
        Cell.wrapped(rationale == null ? "" : rationale),
        Cell.wrapped(String.join("\n", variable.remarks())));
  }

  private Cell value(Variable variable) {
    String formula;
    try {
      formula = formula(variable, layout.names()::of);
    } catch (SpreadsheetFormula.TooLongException named) {
      formula = withAddresses(variable);
    }
    Integer row = layout.overrideRows().get(variable.name());
    String override = row == null ? "" : Layout.chosen(row);
    return Cell.formula(
        ifOverridden(variable, override, formula), figure(variable).reading().middle());
  }

  private String withAddresses(Variable variable) {
    try {
      return formula(variable, layout::onward);
    } catch (SpreadsheetFormula.TooLongException unnamed) {
      throw new InvalidInputException(
          variable.name(),
          "a formula longer than " + SpreadsheetFormula.LENGTH_MAX + " characters",
          "is more than a spreadsheet's cell takes",
          "publish a version of the model that names a part of it as a variable");
    }
  }

  private String formula(Variable variable, Function<String, String> names) {
    return SpreadsheetFormula.of(variable.expression(), variable.unit(), names, this::unit);
  }

  private Unit unit(String key) {
    return layout.model().findUnit(key).orElseThrow();
  }

  /** In place of the formula the override, if the chosen scenario has one. */
  private String ifOverridden(Variable variable, String override, String formula) {
    Integer row = layout.overrideRows().get(variable.name());
    return row == null
        ? formula
        : "IF(ISNUMBER(" + Layout.chosen(row) + ")," + override + "," + formula + ")";
  }

  /** An override is printed as it stands. */
  private Cell printed(Variable variable) {
    Figure figure = figure(variable);
    String value = at(Layout.VARIABLE_VALUE, variable);
    String rounded = PrintedFormula.of(value, variable.rounding());
    int decimals = Math.max(0, variable.rounding().decimals());
    Cell cell =
        Cell.formula(ifOverridden(variable, value, rounded), Double.parseDouble(figure.printed()));
    return figure.rounding() == null ? cell : cell.as(Style.decimals(decimals));
  }

  private Cell flow(Variable variable) {
    String flow = layout.flow(variable, layout.scenario()).name().toLowerCase(Locale.ROOT);
    Integer row = layout.flowRows().get(variable.name());
    return row == null ? Cell.text(flow).as(Style.INPUT) : Cell.formula(Layout.chosen(row), flow);
  }

  private Cell onward(Variable variable) {
    String flows = at(Layout.VARIABLE_FLOW, variable);
    String value = at(Layout.VARIABLE_VALUE, variable);
    String printed = at(Layout.VARIABLE_PRINTED, variable);
    return Cell.formula(
        "IF(" + flows + "=\"printed\"," + printed + "," + value + ")",
        figure(variable).flowing().middle());
  }

  private String at(int column, Variable variable) {
    return "$" + Sheet.letters(column) + "$" + layout.row(variable.name());
  }

  private Figure figure(Variable variable) {
    return layout.evaluation().require(variable.name());
  }
}
