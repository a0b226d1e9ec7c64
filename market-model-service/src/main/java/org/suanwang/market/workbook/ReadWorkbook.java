package org.suanwang.market.workbook;

import java.util.Map;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.evaluation.WorkbookChanges;
import org.suanwang.market.evaluation.WorkbookReader.OpenWorkbook;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.workbook.XlsxContent.ReadCell;

/** A workbook that was written from a model, and read back. */
final class ReadWorkbook implements OpenWorkbook {
  private static final String REMEDY = "send the file of GET /v1/models/{id}/workbook, changed";

  private final XlsxContent content;

  ReadWorkbook(XlsxContent content) {
    this.content = content;
  }

  @Override
  public String model() {
    return text(Layout.ABOUT, "B1");
  }

  @Override
  public String version() {
    return text(Layout.ABOUT, "B2");
  }

  @Override
  public WorkbookChanges changes(PublishedModel published) {
    String chosen = text(Layout.SCENARIOS, "B2");
    boolean isKnown =
        chosen.equals(PublishedModel.BASE) || published.findScenario(chosen).isPresent();
    if (!isKnown) {
      throw new InvalidInputException(
          Layout.SCENARIOS + "!B2",
          chosen,
          "must name a scenario of the model",
          "choose one of the list in that cell");
    }
    return new WorkbookComparison(content, new Layout(published, chosen)).changes();
  }

  private String text(String sheet, String at) {
    Map<String, ReadCell> cells = content.sheet(sheet);
    ReadCell cell = cells == null ? null : cells.get(at);
    if (cell == null) {
      throw new InvalidInputException(sheet + "!" + at, "", "must be there", REMEDY);
    }
    return cell.text();
  }
}
