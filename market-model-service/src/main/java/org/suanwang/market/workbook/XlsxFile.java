package org.suanwang.market.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes sheets as an Office Open XML workbook (ECMA-376). The same sheets give the same bytes: no
 * clock is looked at.
 */
final class XlsxFile {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** The earliest that a zip file can say. */
  private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final List<Sheet> sheets;
  private final Map<String, String> definedNames;
  private final List<Choice> choices;
  private final Styles styles = new Styles();

  /**
   * The file.
   *
   * @param definedNames name to address
   */
  XlsxFile(List<Sheet> sheets, Map<String, String> definedNames, List<Choice> choices) {
    this.sheets = List.copyOf(sheets);
    this.definedNames = definedNames;
    this.choices = List.copyOf(choices);
  }

  /** A cell that takes one of the texts in a range. */
  record Choice(String sheet, String cell, String range) {}

  /** Writes one part of the file. */
  interface Part {
    void write(XMLStreamWriter to) throws XMLStreamException;
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      part(zip, "[Content_Types].xml", this::contentTypes);
      part(zip, "_rels/.rels", XlsxFile::relations);
      part(zip, "xl/workbook.xml", this::workbook);
      part(zip, "xl/_rels/workbook.xml.rels", this::workbookRelations);
      for (int i = 0; i < sheets.size(); i++) {
        Sheet sheet = sheets.get(i);
        List<Choice> own = choices.stream().filter(c -> c.sheet().equals(sheet.name())).toList();
        part(zip, "xl/worksheets/sheet" + (i + 1) + ".xml", new SheetPart(sheet, own, styles));
      }
      // Last: it lists the styles that the sheets asked for.
      part(zip, "xl/styles.xml", styles);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, Part part)
      throws IOException, XMLStreamException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(WRITTEN);
    zip.putNextEntry(entry);
    XMLStreamWriter to = XML.createXMLStreamWriter(zip, StandardCharsets.UTF_8.name());
    to.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    part.write(to);
    to.writeEndDocument();
    to.flush();
    zip.closeEntry();
  }

  private void contentTypes(XMLStreamWriter to) throws XMLStreamException {
    to.writeStartElement("Types");
    to.writeDefaultNamespace(PACKAGE + "content-types");
    empty(to, "Default", "Extension", "xml", "ContentType", "application/xml");
    String relations = "application/vnd.openxmlformats-package.relationships+xml";
    empty(to, "Default", "Extension", "rels", "ContentType", relations);
    String workbook = TYPE + "sheet.main+xml";
    empty(to, "Override", "PartName", "/xl/workbook.xml", "ContentType", workbook);
    String style = TYPE + "styles+xml";
    empty(to, "Override", "PartName", "/xl/styles.xml", "ContentType", style);
    for (int i = 1; i <= sheets.size(); i++) {
      String name = "/xl/worksheets/sheet" + i + ".xml";
      empty(to, "Override", "PartName", name, "ContentType", TYPE + "worksheet+xml");
    }
    to.writeEndElement();
  }

  private static void relations(XMLStreamWriter to) throws XMLStreamException {
    to.writeStartElement("Relationships");
    to.writeDefaultNamespace(PACKAGE + "relationships");
    relation(to, "rId1", "officeDocument", "xl/workbook.xml");
    to.writeEndElement();
  }

  private void workbookRelations(XMLStreamWriter to) throws XMLStreamException {
    to.writeStartElement("Relationships");
    to.writeDefaultNamespace(PACKAGE + "relationships");
    for (int i = 1; i <= sheets.size(); i++) {
      relation(to, "rId" + i, "worksheet", "worksheets/sheet" + i + ".xml");
    }
    relation(to, "rId" + (sheets.size() + 1), "styles", "styles.xml");
    to.writeEndElement();
  }

  private static void relation(XMLStreamWriter to, String id, String type, String target)
      throws XMLStreamException {
    empty(to, "Relationship", "Id", id, "Type", OFFICE + "/" + type, "Target", target);
  }

  private void workbook(XMLStreamWriter to) throws XMLStreamException {
    to.writeStartElement("workbook");
    to.writeDefaultNamespace(MAIN);
    to.writeNamespace("r", OFFICE);
    to.writeStartElement("bookViews");
    to.writeEmptyElement("workbookView");
    to.writeEndElement();
    to.writeStartElement("sheets");
    for (int i = 1; i <= sheets.size(); i++) {
      to.writeEmptyElement("sheet");
      to.writeAttribute("name", sheets.get(i - 1).name());
      to.writeAttribute("sheetId", String.valueOf(i));
      to.writeAttribute("r", OFFICE, "id", "rId" + i);
    }
    to.writeEndElement();
    to.writeStartElement("definedNames");
    for (Map.Entry<String, String> name : definedNames.entrySet()) {
      to.writeStartElement("definedName");
      to.writeAttribute("name", name.getKey());
      to.writeCharacters(name.getValue());
      to.writeEndElement();
    }
    to.writeEndElement();
    empty(to, "calcPr", "fullCalcOnLoad", "1");
    to.writeEndElement();
  }

  /** An element that holds nothing but attributes, given as name, value, name, value … */
  static void empty(XMLStreamWriter to, String name, String... attributes)
      throws XMLStreamException {
    to.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      to.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
