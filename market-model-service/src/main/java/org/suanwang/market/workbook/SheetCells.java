package org.suanwang.market.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.workbook.XlsxContent.ReadCell;

/** Reads the cells of one sheet that hold something. */
final class SheetCells {
  private static final int CELLS_MAX = 1_000_000;
  private static final String INLINE = "inlineStr";
  private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}");
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final List<String> shared;
  private final Map<String, ReadCell> cells = new LinkedHashMap<>();

  /**
   * The cells of a sheet.
   *
   * @param shared the texts that cells of the file name by number
   */
  SheetCells(List<String> shared) {
    this.shared = shared;
  }

  Map<String, ReadCell> cells() {
    return cells;
  }

  void read(XMLStreamReader xml) throws XMLStreamException {
    while (XlsxContent.isNext(xml)) {
      if (XlsxContent.begins(xml, "c")) {
        cell(xml, XlsxContent.attribute(xml, "r"), XlsxContent.attribute(xml, "t"));
      }
    }
  }

  private void cell(XMLStreamReader xml, String address, String type) throws XMLStreamException {
    String value = "";
    String formula = null;
    while (XlsxContent.isNext(xml) && !(xml.isEndElement() && xml.getLocalName().equals("c"))) {
      // A program may leave behind what a cell held before; the type says which of them counts.
      if (XlsxContent.begins(xml, "v") && !type.equals(INLINE)) {
        value = xml.getElementText();
      } else if (XlsxContent.begins(xml, "f")) {
        formula = xml.getElementText();
      } else if (XlsxContent.begins(xml, "is") && type.equals(INLINE)) {
        value = XlsxContent.texts(xml, "is");
      }
    }
    keep(address, type.isEmpty() ? "n" : type, value, formula);
  }

  private void keep(String address, String type, String value, @Nullable String formula) {
    if (value.isEmpty() && formula == null) {
      return;
    }
    if (!ADDRESS.matcher(address).matches()) {
      throw XlsxArchive.unreadable("a cell has no address");
    }
    String text = type.equals("s") ? sharedText(value) : value;
    cells.put(address, new ReadCell(type, unescaped(text), formula));
    if (cells.size() > CELLS_MAX) {
      throw new InvalidInputException(
          "(file)",
          "more than " + CELLS_MAX + " cells",
          "a sheet has at most " + CELLS_MAX + " cells that hold something",
          "send the workbook without what was added to it");
    }
  }

  private String sharedText(String index) {
    if (index.matches("\\d{1,8}") && Integer.parseInt(index) < shared.size()) {
      return shared.get(Integer.parseInt(index));
    }
    throw XlsxArchive.unreadable("a cell names a text that is not there");
  }

  /** What a file writes as {@code _x000D_} is the character of that number. */
  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }
}
