package org.suanwang.market.workbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.WorkbookChanges;
import org.suanwang.market.workbook.XlsxContent.ReadCell;

/**
 * Compares a file with what would be written, cell by cell: what is for changing may differ, and
 * nothing else may. About and Findings tell about the model and are not compared; sheets that the
 * service does not write are the sender's own.
 */
final class WorkbookComparison {
  private final XlsxContent content;
  private final Layout layout;
  private final ChangedInputs inputs;
  private final List<Violation> violations = new ArrayList<>();

  WorkbookComparison(XlsxContent content, Layout layout) {
    this.content = content;
    this.layout = layout;
    this.inputs = new ChangedInputs(layout, violations);
  }

  WorkbookChanges changes() {
    ModelWorkbook.computed(layout).forEach(this::compare);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    return inputs.changes();
  }

  private void compare(Sheet expected) {
    Map<String, ReadCell> cells = content.sheet(expected.name());
    if (cells == null) {
      violations.add(
          new Violation(
              expected.name(), "", "the sheet must be there", "send the file with all its sheets"));
      return;
    }
    Set<String> others = new LinkedHashSet<>(cells.keySet());
    for (int row = 1; row <= expected.rows().size(); row++) {
      List<Cell> wanted = expected.rows().get(row - 1);
      for (int column = 1; column <= wanted.size(); column++) {
        String at = Sheet.letters(column) + row;
        others.remove(at);
        compare(expected.name(), row, column, wanted.get(column - 1), cells.get(at));
      }
    }
    others.forEach(at -> refuse(expected.name() + "!" + at, cells.get(at)));
  }

  private void compare(String sheet, int row, int column, Cell wanted, @Nullable ReadCell read) {
    if (wanted.style().equals(Style.INPUT)) {
      inputs.read(sheet, row, column, wanted, read);
    } else if (!isSame(wanted, read)) {
      refuse(sheet + "!" + Sheet.letters(column) + row, read);
    }
  }

  private void refuse(String cell, @Nullable ReadCell read) {
    violations.add(
        new Violation(
            cell,
            read == null ? "" : shown(read),
            "only values, overrides, choices of what flows on and the scenario are for changing",
            "put back what stood there, and notes on a sheet of your own; other changes are"
                + " published with POST /v1/models"));
  }

  private static String shown(ReadCell read) {
    return read.formula() == null ? read.text() : "=" + read.formula();
  }

  static boolean isSame(Cell wanted, @Nullable ReadCell read) {
    return switch (wanted) {
      case Cell.Empty _ -> read == null;
      case Cell.Text text ->
          normal(SheetCells.unescaped(SheetPart.written(text.text())))
              .equals(read == null ? "" : normal(read.text()));
      case Cell.Numeric number -> read != null && isClose(number.value(), read);
      case Cell.Formula formula ->
          read != null
              && read.formula() != null
              && FormulaText.isSame(formula.expression(), read.formula());
    };
  }

  /** XML knows one line end. */
  private static String normal(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  static boolean isClose(double wanted, ReadCell read) {
    try {
      double found = Double.parseDouble(read.text());
      return read.formula() == null
          && read.type().equals("n")
          && FormulaText.isClose(wanted, found);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
