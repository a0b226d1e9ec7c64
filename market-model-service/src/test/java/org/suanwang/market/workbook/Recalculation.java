package org.suanwang.market.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.Offset;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/** A workbook as a program that did not write it computes it. */
final class Recalculation implements AutoCloseable {
  static final double TOLERANCE = 1e-9;

  final Workbook workbook;

  private Recalculation(Workbook workbook) {
    this.workbook = workbook;
  }

  static Recalculation of(byte[] file) {
    try {
      return new Recalculation(new XSSFWorkbook(new ByteArrayInputStream(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] write(PublishedModel model, String scenario) {
    return new ModelWorkbook().write(model, scenario);
  }

  void choose(String scenario) {
    var cell = workbook.getSheet("Scenarios").getRow(1).getCell(1);
    // The library keeps showing a text within the cell unless it is emptied first.
    cell.setBlank();
    cell.setCellValue(scenario);
  }

  /** Recalculates everything; fails at a formula that the program cannot read. */
  void recalculate() {
    var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
    evaluator.clearAllCachedResultValues();
    evaluator.evaluateAll();
  }

  /** A number by the sheet, the name in its first column, and the heading of its column. */
  double number(String sheet, String name, String heading) {
    var cell = row(sheet, name).getCell(column(sheet, heading));
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    assertThat(type).as(sheet + " " + name + " " + cell).isEqualTo(CellType.NUMERIC);
    return cell.getNumericCellValue();
  }

  String formula(String sheet, String name, String heading) {
    return row(sheet, name).getCell(column(sheet, heading)).getCellFormula();
  }

  private Row row(String sheet, String name) {
    for (Row row : workbook.getSheet(sheet)) {
      if (row.getCell(0) != null && row.getCell(0).toString().equals(name)) {
        return row;
      }
    }
    throw new AssertionError(sheet + " has no row " + name);
  }

  private int column(String sheet, String heading) {
    for (var cell : workbook.getSheet(sheet).getRow(0)) {
      if (cell.toString().equals(heading)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError(sheet + " has no column " + heading);
  }

  /** Every parameter, value, printed and onward number is the service's. */
  int requireServiceNumbers(PublishedModel model, String scenario) {
    return requireServiceNumbers(model, model.resolve(scenario), scenario);
  }

  /** The same under assumptions that need no name. */
  int requireServiceNumbers(PublishedModel model, Assumptions assumptions, String scenario) {
    Evaluation evaluation =
        Evaluation.evaluate(model, assumptions, Mode.DOUBLE, List.copyOf(model.model().keys()));
    int compared = 0;
    for (Figure figure : evaluation.outputs()) {
      String name = figure.name();
      double value = figure.reading().middle();
      if (model.model().findGiven(name).isPresent()) {
        requireClose(number("Parameters", name, "Used"), value, scenario, name + " used");
      } else {
        requireClose(number("Variables", name, "Value"), value, scenario, name + " value");
        double printed = Double.parseDouble(figure.printed());
        requireClose(number("Variables", name, "Printed"), printed, scenario, name + " printed");
        double onward = figure.flowing().middle();
        requireClose(number("Variables", name, "Onward"), onward, scenario, name + " onward");
      }
      compared++;
    }
    return compared;
  }

  private static void requireClose(double found, double wanted, String scenario, String what) {
    assertThat(found)
        .as(scenario + ": " + what)
        .isCloseTo(wanted, Offset.offset(Math.abs(wanted) * TOLERANCE));
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
