package org.suanwang.market.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The style sheet of a file: a number for each style that a cell asked for. */
final class Styles implements XlsxFile.Part {
  /** Numbers below are formats that every program brings along. */
  private static final int OWN_FORMATS = 164;

  private final Map<Format, Integer> numbers = new LinkedHashMap<>();
  private final Map<Integer, Integer> formats = new LinkedHashMap<>();

  /**
   * A style with the mark that keeps a text a text when its cell is edited.
   *
   * @param quoted the mark
   */
  private record Format(Style style, boolean quoted) {}

  Styles() {
    of(Style.PLAIN, false);
  }

  int of(Style style, boolean quoted) {
    if (style.decimals() >= 0) {
      formats.putIfAbsent(style.decimals(), OWN_FORMATS + formats.size());
    }
    return numbers.computeIfAbsent(new Format(style, quoted), _ -> numbers.size());
  }

  @Override
  public void write(XMLStreamWriter to) throws XMLStreamException {
    to.writeStartElement("styleSheet");
    to.writeDefaultNamespace(XlsxFile.MAIN);
    writeFormats(to);
    writeLooks(to);
    to.writeStartElement("cellXfs");
    to.writeAttribute("count", String.valueOf(numbers.size()));
    for (Format format : numbers.keySet()) {
      writeCellFormat(to, format);
    }
    to.writeEndElement();
    to.writeEndElement();
  }

  private void writeFormats(XMLStreamWriter to) throws XMLStreamException {
    if (formats.isEmpty()) {
      return;
    }
    to.writeStartElement("numFmts");
    to.writeAttribute("count", String.valueOf(formats.size()));
    for (Map.Entry<Integer, Integer> format : formats.entrySet()) {
      String code = format.getKey() == 0 ? "0" : "0." + "0".repeat(format.getKey());
      String id = String.valueOf(format.getValue());
      XlsxFile.empty(to, "numFmt", "numFmtId", id, "formatCode", code);
    }
    to.writeEndElement();
  }

  /** Fonts, fills and borders: the plain one, a bold font, a light yellow for input. */
  private static void writeLooks(XMLStreamWriter to) throws XMLStreamException {
    to.writeStartElement("fonts");
    to.writeAttribute("count", "2");
    for (int i = 0; i < 2; i++) {
      to.writeStartElement("font");
      if (i == 1) {
        to.writeEmptyElement("b");
      }
      XlsxFile.empty(to, "sz", "val", "11");
      XlsxFile.empty(to, "name", "val", "Calibri");
      to.writeEndElement();
    }
    to.writeEndElement();
    to.writeStartElement("fills");
    to.writeAttribute("count", "3");
    for (String pattern : new String[] {"none", "gray125", "solid"}) {
      to.writeStartElement("fill");
      to.writeStartElement("patternFill");
      to.writeAttribute("patternType", pattern);
      if (pattern.equals("solid")) {
        XlsxFile.empty(to, "fgColor", "rgb", "FFFFF2CC");
      }
      to.writeEndElement();
      to.writeEndElement();
    }
    to.writeEndElement();
    to.writeStartElement("borders");
    to.writeAttribute("count", "1");
    to.writeStartElement("border");
    for (String side : new String[] {"left", "right", "top", "bottom", "diagonal"}) {
      to.writeEmptyElement(side);
    }
    to.writeEndElement();
    to.writeEndElement();
    to.writeStartElement("cellStyleXfs");
    to.writeAttribute("count", "1");
    XlsxFile.empty(to, "xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0");
    to.writeEndElement();
  }

  private void writeCellFormat(XMLStreamWriter to, Format format) throws XMLStreamException {
    Style style = format.style();
    int number = formats.getOrDefault(style.decimals(), 0);
    boolean heading = style.look() == Style.Look.HEADING;
    to.writeStartElement("xf");
    to.writeAttribute("numFmtId", String.valueOf(number));
    to.writeAttribute("fontId", heading ? "1" : "0");
    to.writeAttribute("fillId", style.look() == Style.Look.INPUT ? "2" : "0");
    to.writeAttribute("borderId", "0");
    to.writeAttribute("xfId", "0");
    to.writeAttribute("applyNumberFormat", number == 0 ? "0" : "1");
    to.writeAttribute("applyFont", heading ? "1" : "0");
    to.writeAttribute("applyFill", style.look() == Style.Look.INPUT ? "1" : "0");
    to.writeAttribute("applyAlignment", "1");
    if (format.quoted()) {
      to.writeAttribute("quotePrefix", "1");
    }
    boolean wraps = style.look() == Style.Look.WRAPPED;
    XlsxFile.empty(to, "alignment", "vertical", "top", "wrapText", wraps ? "1" : "0");
    to.writeEndElement();
  }
}
