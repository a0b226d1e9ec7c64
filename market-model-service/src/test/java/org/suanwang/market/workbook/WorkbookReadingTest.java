package org.suanwang.market.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.evaluation.WorkbookChanges;
import org.suanwang.market.evaluation.WorkbookChanges.FlowChange;
import org.suanwang.market.evaluation.WorkbookChanges.ValueChange;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.load.DongwuModel;
import org.suanwang.market.quantity.Unit;

/** Workbooks come back from a program that did not write them, and tell what was changed. */
class WorkbookReadingTest {
  private static byte[] changed(String scenario, Consumer<Workbook> change) {
    try (var file = Recalculation.of(Recalculation.write(DongwuModel.MODEL, scenario))) {
      change.accept(file.workbook);
      var bytes = new ByteArrayOutputStream();
      file.workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WorkbookChanges read(byte[] file) {
    return new ModelWorkbook().open(file).changes(DongwuModel.MODEL);
  }

  private static Cell cell(Workbook workbook, String sheet, String name, String column) {
    for (var row : workbook.getSheet(sheet)) {
      if (row.getCell(0) != null && row.getCell(0).toString().equals(name)) {
        return row.getCell(CellReference.convertColStringToIndex(column));
      }
    }
    throw new AssertionError(sheet + " has no row " + name);
  }

  /** The library keeps a text within the cell unless it is emptied first. */
  private static void write(Cell cell, String text) {
    cell.setBlank();
    cell.setCellValue(text);
  }

  private static void refused(byte[] file, String cell, String rule) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> {
              assertThat(e.violations()).hasSize(1);
              assertThat(e.violations().getFirst().field()).isEqualTo(cell);
              assertThat(e.violations().getFirst().rule()).contains(rule);
            });
  }

  @ParameterizedTest
  @MethodSource("org.suanwang.market.workbook.ModelWorkbookTest#scenarios")
  void unchanged_hasNoChanges(String scenario) {
    byte[] written = Recalculation.write(DongwuModel.MODEL, scenario);
    assertThat(read(written).isEmpty()).isTrue();
    assertThat(read(written).scenario()).isEqualTo(scenario);
    // Saved by another program, which writes texts, numbers and formulas its own way.
    assertThat(read(changed(scenario, _ -> {})).isEmpty()).isTrue();
  }

  /** As LibreOffice and Excel do with what is longer than they keep. */
  @Test
  void longNumberInAFormulaWrittenShort_isNoChange() {
    byte[] saved =
        changed(
            "base",
            w -> {
              for (var row : w.getSheet("Variables")) {
                Cell value = row.getCell(3);
                if (value.getCellType() == CellType.FORMULA) {
                  value.setCellFormula(
                      value
                          .getCellFormula()
                          .replace("1000000000000000000", "1E+018")
                          .replaceAll("\\b1000000000000\\b", "1E+12"));
                }
              }
            });
    assertThat(read(saved).isEmpty()).isTrue();
  }

  @Test
  void file_tellsWhatItWasWrittenFrom() {
    var open = new ModelWorkbook().open(Recalculation.write(DongwuModel.MODEL, "base"));
    assertThat(open.model()).isEqualTo("dongwu-2024");
    assertThat(open.version()).isEqualTo(DongwuModel.MODEL.version().version());
  }

  @Test
  void statedValue_isAChangeOfTheParameter() {
    WorkbookChanges changes =
        read(
            changed(
                "neutral", w -> cell(w, "Parameters", "utilisation_2025", "D").setCellValue(40.1)));
    assertThat(changes.scenario()).isEqualTo("neutral");
    assertThat(changes.flows()).isEmpty();
    assertThat(changes.values()).hasSize(1);
    ValueChange change = changes.values().getFirst();
    assertThat(change.cell()).matches("Parameters!D\\d+");
    assertThat(change.key()).isEqualTo("utilisation_2025");
    assertThat(change.from().value()).isEqualTo(BigFraction.of(35));
    assertThat(change.to().value()).isEqualTo(BigFraction.of(401, 10));
    assertThat(change.to().unit()).isEqualTo(Unit.parse("%"));
  }

  @Test
  void fraction_isReadExactly() {
    WorkbookChanges changes =
        read(
            changed(
                "base",
                w -> cell(w, "Parameters", "utilisation_2025", "D").setCellFormula("100/3")));
    assertThat(changes.values().getFirst().to().value()).isEqualTo(BigFraction.of(100, 3));
  }

  @Test
  void override_isAChangeInTheScenarioThatTakesIt() {
    Consumer<Workbook> change = w -> cell(w, "Overrides", "neutral", "C").setCellValue(7);
    WorkbookChanges changes = read(changed("neutral", change));
    assertThat(changes.values())
        .extracting(ValueChange::key, v -> v.to().value())
        .containsExactly(tuple("scheduling_fee_rate", BigFraction.of(7)));
    // Its heirs take it too.
    assertThat(read(changed("unrounded-iaas", change)).values()).hasSize(1);
    assertThatThrownBy(() -> read(changed("optimistic", change)))
        .hasMessageContaining("Overrides!C")
        .hasMessageContaining("has no effect in the scenario optimistic");
  }

  @Test
  void valueThatAnOverrideHides_isRefused() {
    assertThatThrownBy(
            () ->
                read(
                    changed(
                        "neutral",
                        w -> cell(w, "Parameters", "scheduling_fee_rate", "D").setCellValue(9))))
        .hasMessageContaining("scenario neutral puts another value in its place");
  }

  @Test
  void flow_isAChangeOfRounding() {
    int[] row = {0};
    WorkbookChanges changes =
        read(
            changed(
                "base",
                w -> {
                  Cell flow = cell(w, "Variables", "scheduling_fee_2025", "F");
                  row[0] = flow.getRowIndex() + 1;
                  if (flow.getCellType() == CellType.FORMULA) {
                    Cell base = cell(w, "Scenarios", "scheduling_fee_2025", "D");
                    write(base, base.getStringCellValue().equals("exact") ? "printed" : "exact");
                  } else {
                    write(flow, "printed");
                  }
                }));
    assertThat(changes.values()).isEmpty();
    assertThat(changes.flows())
        .extracting(FlowChange::variable, FlowChange::from, FlowChange::to)
        .containsExactly(tuple("scheduling_fee_2025", Flow.EXACT, Flow.PRINTED));
  }

  @Test
  void chosenScenario_isTheOneTheChangesAreOf() {
    byte[] file =
        changed(
            "base",
            w -> {
              Cell chosen = w.getSheet("Scenarios").getRow(1).getCell(1);
              write(chosen, "optimistic");
            });
    assertThat(read(file).scenario()).isEqualTo("optimistic");
    assertThat(read(file).isEmpty()).isTrue();
    refused(
        changed(
            "base",
            w -> {
              Cell chosen = w.getSheet("Scenarios").getRow(1).getCell(1);
              write(chosen, "nonsense");
            }),
        "Scenarios!B2",
        "must name a scenario");
  }

  @Test
  void formulasTextsAndOtherCells_areRefusedWithTheirAddress() {
    int row = rowOf("Variables", "idle_compute_2025");
    refused(
        changed("base", w -> cell(w, "Variables", "idle_compute_2025", "D").setCellFormula("1+1")),
        "Variables!D" + row,
        "only values");
    refused(
        changed(
            "base",
            w -> {
              Cell value = cell(w, "Variables", "idle_compute_2025", "D");
              value.removeFormula();
              value.setCellValue(8874);
            }),
        "Variables!D" + row,
        "only values");
    refused(
        changed("base", w -> write(cell(w, "Variables", "idle_compute_2025", "B"), "x")),
        "Variables!B" + row,
        "only values");
    refused(
        changed(
            "base", w -> w.getSheet("Parameters").getRow(1).createCell(40).setCellValue("note")),
        "Parameters!AO2",
        "only values");
    refused(
        changed("base", w -> w.removeSheetAt(w.getSheetIndex("Overrides"))),
        "Overrides",
        "the sheet must be there");
  }

  private static int rowOf(String sheet, String name) {
    try (var file = Recalculation.of(Recalculation.write(DongwuModel.MODEL, "base"))) {
      return cell(file.workbook, sheet, name, "A").getRowIndex() + 1;
    }
  }

  @Test
  void sheetOfOnesOwn_isLeftAlone() {
    assertThat(
            read(changed(
                    "base", w -> w.createSheet("Notes").createRow(0).createCell(0).setCellValue(1)))
                .isEmpty())
        .isTrue();
  }

  @Test
  void valueThatIsNoNumber_isRefused() {
    String at = "Parameters!D" + rowOf("Parameters", "utilisation_2025");
    Consumer<Cell> text = c -> c.setCellValue("many");
    Consumer<Cell> formula = c -> c.setCellFormula("RAND()");
    for (Consumer<Cell> change :
        List.of(text, formula, Cell::setBlank, (Consumer<Cell>) c -> c.setCellValue(true))) {
      refused(
          changed("base", w -> change.accept(cell(w, "Parameters", "utilisation_2025", "D"))),
          at,
          "must be a number");
    }
  }
}
