package org.suanwang.market.workbook;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;

/**
 * The cells of an xlsx file by sheet and address, as any program that saves such files writes them.
 * No document type is read, so that no entity is.
 */
final class XlsxContent {
  private static final XMLInputFactory XML = factory();

  private final Map<String, Map<String, ReadCell>> sheets = new LinkedHashMap<>();

  private XlsxContent() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /**
   * What a cell holds.
   *
   * @param type as the file names it: {@code n}, {@code s}, {@code str}, {@code b}, {@code e} …
   * @param formula null when it has none
   */
  record ReadCell(String type, String text, @Nullable String formula) {}

  /** Reads one part of the file. */
  private interface Part {
    void read(XMLStreamReader from) throws XMLStreamException;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInputException when it is no xlsx file
   */
  static XlsxContent of(byte[] file) {
    XlsxArchive archive = XlsxArchive.of(file);
    Map<String, String> targets = new HashMap<>();
    read(archive, "xl/_rels/workbook.xml.rels", xml -> relations(xml, targets));
    Map<String, String> parts = new LinkedHashMap<>();
    read(archive, "xl/workbook.xml", xml -> sheets(xml, targets, parts));
    List<String> shared = new ArrayList<>();
    if (archive.has("xl/sharedStrings.xml")) {
      read(archive, "xl/sharedStrings.xml", xml -> shared(xml, shared));
    }
    var content = new XlsxContent();
    parts.forEach(
        (sheet, part) -> {
          var cells = new SheetCells(shared);
          read(archive, part, cells::read);
          content.sheets.put(sheet, cells.cells());
        });
    return content;
  }

  private static void read(XlsxArchive archive, String name, Part part) {
    try {
      part.read(XML.createXMLStreamReader(new ByteArrayInputStream(archive.require(name))));
    } catch (XMLStreamException | MissingResourceException e) {
      throw XlsxArchive.unreadable("the part " + name + " is no XML");
    }
  }

  private static void relations(XMLStreamReader xml, Map<String, String> targets)
      throws XMLStreamException {
    while (isNext(xml)) {
      if (begins(xml, "Relationship")) {
        String target = attribute(xml, "Target");
        targets.put(
            attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
  }

  private static void sheets(
      XMLStreamReader xml, Map<String, String> targets, Map<String, String> parts)
      throws XMLStreamException {
    while (isNext(xml)) {
      if (begins(xml, "sheet")) {
        String part = targets.get(attribute(xml, "id"));
        if (part != null) {
          parts.put(attribute(xml, "name"), part);
        }
      }
    }
  }

  private static void shared(XMLStreamReader xml, List<String> shared) throws XMLStreamException {
    while (isNext(xml)) {
      if (begins(xml, "si")) {
        shared.add(texts(xml, "si"));
      }
    }
  }

  /** All runs of a text up to the end of an element, without what tells how to pronounce it. */
  static String texts(XMLStreamReader xml, String end) throws XMLStreamException {
    var text = new StringBuilder();
    boolean isSound = false;
    while (isNext(xml) && !(xml.isEndElement() && xml.getLocalName().equals(end))) {
      if (xml.isStartElement() && xml.getLocalName().equals("rPh")) {
        isSound = true;
      } else if (xml.isEndElement() && xml.getLocalName().equals("rPh")) {
        isSound = false;
      } else if (begins(xml, "t") && !isSound) {
        text.append(xml.getElementText());
      }
    }
    return text.toString();
  }

  /** Goes on, and refuses a document type, which no such file has. */
  static boolean isNext(XMLStreamReader xml) throws XMLStreamException {
    if (!xml.hasNext()) {
      return false;
    }
    if (xml.next() == XMLStreamConstants.DTD) {
      throw new XMLStreamException("a document type");
    }
    return true;
  }

  static boolean begins(XMLStreamReader xml, String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  /** By its name without a prefix; empty when it is not there. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return Objects.requireNonNullElse(xml.getAttributeValue(i), "");
      }
    }
    return "";
  }

  /** A sheet's cells by address; null when there is no such sheet. */
  @Nullable Map<String, ReadCell> sheet(String name) {
    return sheets.get(name);
  }
}
