package org.suanwang.market.workbook;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.ModelFindings;
import org.suanwang.market.evaluation.WorkbookReader;
import org.suanwang.market.evaluation.WorkbookWriter;
import org.suanwang.market.model.Finding;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.scenario.PublishedModel;

/**
 * Writes a model as an xlsx file, and reads it back: parameters, scenarios, variables, findings,
 * and what it is.
 */
@Singleton
class ModelWorkbook implements WorkbookWriter, WorkbookReader {
  @Override
  public byte[] write(PublishedModel published, @Nullable String scenario) {
    var layout = new Layout(published, scenario);
    List<Sheet> sheets = new ArrayList<>(List.of(about(layout)));
    sheets.addAll(computed(layout));
    sheets.add(findings(published));
    String names = new ScenarioSheets(layout).across(Layout.SCENARIO_NAMES);
    var choice = new XlsxFile.Choice(Layout.SCENARIOS, "B2", names);
    return new XlsxFile(sheets, layout.definedNames(), List.of(choice)).bytes();
  }

  /** The sheets that are the model; the others tell about it. */
  static List<Sheet> computed(Layout layout) {
    var scenarios = new ScenarioSheets(layout);
    return List.of(
        new VariableSheet(layout).sheet(),
        new ParameterSheet(layout).sheet(),
        scenarios.scenarios(),
        scenarios.overrides(),
        correlations(layout));
  }

  @Override
  public OpenWorkbook open(byte[] file) {
    return new ReadWorkbook(XlsxContent.of(file));
  }

  private static Sheet about(Layout layout) {
    PublishedModel published = layout.published();
    var sheet = new Sheet(Layout.ABOUT, 24, 110);
    row(sheet, "Model", published.version().id());
    row(sheet, "Version", published.version().version());
    row(sheet, "Published", published.version().publishedAt().toString());
    row(sheet, "Title", layout.model().title());
    row(sheet, "Licence", layout.model().licence());
    row(sheet, "Scenario when written", layout.scenario());
    row(
        sheet,
        "Another scenario",
        "Choose it in cell B2 of the sheet Scenarios; everything is computed anew.");
    row(
        sheet,
        "Another value",
        "Change a yellow cell: a stated value, an override, or which value flows on.");
    row(
        sheet,
        "Recalculate",
        "Programs do so when the file is opened or a cell changes; else Ctrl+Alt+F9 in Excel,"
            + " Ctrl+Shift+F9 in LibreOffice. Until then the numbers are the service's own.");
    row(
        sheet,
        "Formulas",
        "Names stand for the values that flow on, in their own unit; a factor behind a name makes"
            + " it a coherent unit, and the divisor at the end gives the result in the variable's.");
    row(
        sheet,
        "Arithmetic",
        "Floating point, as mode double of the service. Exact and interval evaluation,"
            + " distributions and correlations are described here and computed only there.");
    return sheet;
  }

  private static void row(Sheet sheet, String what, String text) {
    sheet.row(Cell.heading(what), Cell.wrapped(text));
  }

  private static Sheet correlations(Layout layout) {
    var sheet = new Sheet("Correlations", 36, 36, 14, 100);
    sheet.head("First", "Second", "Of ranks", "Rationale");
    for (RankCorrelation correlation : layout.model().correlations()) {
      sheet.row(
          Cell.text(correlation.first()),
          Cell.text(correlation.second()),
          Cell.number(correlation.coefficient()),
          Cell.wrapped(correlation.rationale()));
    }
    return sheet;
  }

  private static Sheet findings(PublishedModel published) {
    var sheet = new Sheet("Findings", 11, 24, 36, 110, 70);
    sheet.head("Severity", "Rule", "About", "What is so", "What to do");
    for (Finding finding : ModelFindings.find(published)) {
      sheet.row(
          Cell.text(finding.severity().name()),
          Cell.text(finding.rule()),
          Cell.text(finding.subject()),
          Cell.wrapped(finding.message()),
          Cell.wrapped(finding.remedy()));
    }
    return sheet;
  }
}
