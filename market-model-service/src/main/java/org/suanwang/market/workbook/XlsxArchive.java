package org.suanwang.market.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.suanwang.market.check.InvalidInputException;

/** The XML parts of an xlsx file, unpacked within limits whatever the file says of its sizes. */
final class XlsxArchive {
  private static final int ENTRIES_MAX = 500;
  private static final long UNPACKED_MAX = 64L << 20;
  private static final int BUFFER = 8192;

  private final Map<String, byte[]> parts = new HashMap<>();
  private long unpacked;

  private XlsxArchive() {}

  /**
   * Unpacks a file.
   *
   * @throws InvalidInputException when it is no zip file, or too much is in it
   */
  static XlsxArchive of(byte[] file) {
    var archive = new XlsxArchive();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        if (entries > ENTRIES_MAX) {
          throw tooLarge(entries + " parts", "a workbook has at most " + ENTRIES_MAX + " parts");
        }
        archive.take(entry.getName(), zip);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable("the zip file is damaged: " + e.getMessage());
    }
    if (archive.parts.isEmpty()) {
      throw unreadable("it is no zip file");
    }
    return archive;
  }

  private void take(String name, ZipInputStream zip) throws IOException {
    boolean wanted = name.startsWith("xl/") && (name.endsWith(".xml") || name.endsWith(".rels"));
    var bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      unpacked += n;
      if (unpacked > UNPACKED_MAX) {
        throw tooLarge(
            "more than " + UNPACKED_MAX + " bytes",
            "a workbook has at most " + UNPACKED_MAX + " bytes when it is unpacked");
      }
      if (wanted) {
        bytes.write(buffer, 0, n);
      }
    }
    if (parts.putIfAbsent(wanted ? name : "", bytes.toByteArray()) != null && wanted) {
      throw unreadable("the part " + name + " is there twice");
    }
  }

  /** A part that must be there. */
  byte[] require(String name) {
    byte[] part = parts.get(name);
    if (part == null) {
      throw unreadable("the part " + name + " is missing");
    }
    return part;
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  static InvalidInputException unreadable(String why) {
    return new InvalidInputException(
        "(file)",
        "",
        "must be an xlsx workbook: " + why,
        "save the file of GET /v1/models/{id}/workbook as xlsx");
  }

  private static InvalidInputException tooLarge(String value, String rule) {
    return new InvalidInputException(
        "(file)", value, rule, "send the workbook without what was added to it");
  }
}
