package org.suanwang.market.workbook;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.Citation;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.UncertaintyText;

/** What is given: each value as stated, the one in use, and where it is from. */
final class ParameterSheet {
  private final Layout layout;

  ParameterSheet(Layout layout) {
    this.layout = layout;
  }

  Sheet sheet() {
    var sheet =
        new Sheet(
            Layout.PARAMETERS, 36, 44, 20, 16, 16, 36, 10, 12, 12, 34, 50, 24, 12, 11, 11, 60, 60);
    sheet.head(
        "Name",
        "Label",
        "Unit",
        "Stated",
        "Used",
        "Name in formulas",
        "Bound",
        "Low",
        "High",
        "Uncertainty",
        "Source",
        "Locator",
        "Date",
        "Tier",
        "Assumption",
        "Rationale",
        "Why so uncertain");
    layout.model().givens().forEach(given -> sheet.row(row(given)));
    return sheet;
  }

  private List<Cell> row(Model.Given given) {
    Parameter parameter = given.parameter();
    DatedValue value = given.value();
    Range reach = given.reach();
    Citation citation = value.citation();
    String rationale = parameter.rationale();
    return List.of(
        Cell.text(given.key()),
        Cell.text(parameter.label()),
        Cell.text(parameter.unit().text()),
        StatedNumber.cell(value.value()),
        used(given.key()),
        Cell.text(layout.names().of(given.key())),
        Cell.text(value.bound().words()),
        end(reach == null ? null : reach.low()),
        end(reach == null ? null : reach.high()),
        Cell.text(UncertaintyText.form(value.uncertainty())),
        Cell.text(citation.source()),
        Cell.text(citation.locator()),
        Cell.text(citation.date().toString()),
        Cell.text(citation.tier().name()),
        Cell.text(parameter.assumption() ? "yes" : "no"),
        Cell.wrapped(rationale == null ? "" : rationale),
        Cell.wrapped(value.uncertainty().rationale()));
  }

  private Cell used(String key) {
    String stated = "$" + Sheet.letters(Layout.PARAMETER_STATED) + "$" + layout.row(key);
    Integer row = layout.overrideRows().get(key);
    double value = layout.evaluation().require(key).reading().middle();
    if (row == null) {
      return Cell.formula(stated, value);
    }
    String chosen = Layout.chosen(row);
    return Cell.formula("IF(ISNUMBER(" + chosen + ")," + chosen + "," + stated + ")", value);
  }

  private static Cell end(@Nullable BigFraction end) {
    return end == null ? Cell.empty() : Cell.number(end.doubleValue());
  }
}
