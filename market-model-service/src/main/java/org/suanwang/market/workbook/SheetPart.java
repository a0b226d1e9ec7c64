package org.suanwang.market.workbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.suanwang.market.check.PlainText;

/** Writes one sheet of a file. */
final class SheetPart implements XlsxFile.Part {
  private static final int TEXT_MAX = 32_767;

  /** Read back as the character it names, unless its underscore is written this way itself. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final Sheet sheet;
  private final List<XlsxFile.Choice> choices;
  private final Styles styles;

  SheetPart(Sheet sheet, List<XlsxFile.Choice> choices, Styles styles) {
    this.sheet = sheet;
    this.choices = choices;
    this.styles = styles;
  }

  @Override
  public void write(XMLStreamWriter to) throws XMLStreamException {
    to.writeStartElement("worksheet");
    to.writeDefaultNamespace(XlsxFile.MAIN);
    writeView(to);
    to.writeStartElement("cols");
    for (int i = 1; i <= sheet.widths().size(); i++) {
      String at = String.valueOf(i);
      String width = String.valueOf(sheet.widths().get(i - 1));
      XlsxFile.empty(to, "col", "min", at, "max", at, "width", width, "customWidth", "1");
    }
    to.writeEndElement();
    to.writeStartElement("sheetData");
    for (int i = 1; i <= sheet.rows().size(); i++) {
      writeRow(to, i, sheet.rows().get(i - 1));
    }
    to.writeEndElement();
    writeChoices(to);
    to.writeEndElement();
  }

  private void writeView(XMLStreamWriter to) throws XMLStreamException {
    if (sheet.rowsFrozen() == 0) {
      return;
    }
    to.writeStartElement("sheetViews");
    to.writeStartElement("sheetView");
    to.writeAttribute("workbookViewId", "0");
    String top = "A" + (sheet.rowsFrozen() + 1);
    String split = String.valueOf(sheet.rowsFrozen());
    XlsxFile.empty(
        to,
        "pane",
        "ySplit",
        split,
        "topLeftCell",
        top,
        "activePane",
        "bottomLeft",
        "state",
        "frozen");
    to.writeEndElement();
    to.writeEndElement();
  }

  private void writeRow(XMLStreamWriter to, int row, List<Cell> cells) throws XMLStreamException {
    to.writeStartElement("row");
    to.writeAttribute("r", String.valueOf(row));
    for (int i = 1; i <= cells.size(); i++) {
      writeCell(to, Sheet.letters(i) + row, cells.get(i - 1));
    }
    to.writeEndElement();
  }

  private void writeCell(XMLStreamWriter to, String at, Cell cell) throws XMLStreamException {
    switch (cell) {
      case Cell.Empty _ -> {}
      case Cell.Text text -> writeText(to, at, text);
      case Cell.Numeric number -> {
        begin(to, at, styles.of(number.style(), false), "n");
        element(to, "v", NumberText.of(number.value()));
        to.writeEndElement();
      }
      case Cell.Formula formula -> {
        int style = styles.of(formula.style(), false);
        boolean isText = formula.result() instanceof Cell.Result.OfText;
        begin(to, at, style, isText ? "str" : "n");
        element(to, "f", formula.expression());
        element(to, "v", shown(formula.result()));
        to.writeEndElement();
      }
    }
  }

  private static String shown(Cell.Result result) {
    return switch (result) {
      case Cell.Result.OfNumber number -> NumberText.of(number.value());
      case Cell.Result.OfText text -> text.text();
    };
  }

  private void writeText(XMLStreamWriter to, String at, Cell.Text text) throws XMLStreamException {
    boolean quoted = PlainText.looksLikeFormula(text.text());
    begin(to, at, styles.of(text.style(), quoted), "inlineStr");
    to.writeStartElement("is");
    to.writeStartElement("t");
    to.writeAttribute("xml:space", "preserve");
    to.writeCharacters(written(text.text()));
    to.writeEndElement();
    to.writeEndElement();
    to.writeEndElement();
  }

  /** What XML cannot hold is replaced, what a cell cannot hold is cut. */
  static String written(String text) {
    var plain = new StringBuilder();
    text.codePoints().map(c -> isXml(c) ? c : 0xFFFD).forEach(plain::appendCodePoint);
    return ESCAPE.matcher(cut(plain.toString())).replaceAll(Matcher.quoteReplacement("_x005F_"));
  }

  private static String cut(String text) {
    if (text.length() <= TEXT_MAX) {
      return text;
    }
    int end = TEXT_MAX - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static boolean isXml(int c) {
    boolean spacing = c == '\t' || c == '\n' || c == '\r';
    boolean half = c >= 0xD800 && c <= 0xDFFF;
    return spacing || (c >= ' ' && !half && c != 0xFFFE && c != 0xFFFF);
  }

  private static void begin(XMLStreamWriter to, String at, int style, String type)
      throws XMLStreamException {
    to.writeStartElement("c");
    to.writeAttribute("r", at);
    to.writeAttribute("s", String.valueOf(style));
    to.writeAttribute("t", type);
  }

  private static void element(XMLStreamWriter to, String name, String text)
      throws XMLStreamException {
    to.writeStartElement(name);
    to.writeCharacters(text);
    to.writeEndElement();
  }

  private void writeChoices(XMLStreamWriter to) throws XMLStreamException {
    if (choices.isEmpty()) {
      return;
    }
    to.writeStartElement("dataValidations");
    to.writeAttribute("count", String.valueOf(choices.size()));
    for (XlsxFile.Choice choice : choices) {
      to.writeStartElement("dataValidation");
      to.writeAttribute("type", "list");
      to.writeAttribute("allowBlank", "0");
      to.writeAttribute("showErrorMessage", "1");
      to.writeAttribute("sqref", choice.cell());
      element(to, "formula1", choice.range());
      to.writeEndElement();
    }
    to.writeEndElement();
  }
}
