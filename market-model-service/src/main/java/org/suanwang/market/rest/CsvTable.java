package org.suanwang.market.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.PlainText;

/** An answer as a table: names of columns, and lines as long as they are. */
final class CsvTable {
  static final String TEXT_CSV = "text/csv";

  private final List<String> header;
  private final List<List<String>> lines = new ArrayList<>();

  CsvTable(String... header) {
    this.header = List.of(header);
  }

  /** An answer that is also told as a table. */
  interface Source {
    CsvTable table();
  }

  List<String> header() {
    return header;
  }

  List<List<String>> lines() {
    return lines;
  }

  /** One line; what is not there is an empty cell. */
  void add(@Nullable Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(cells.length + " cells under " + header);
    }
    List<String> line = new ArrayList<>();
    for (Object cell : cells) {
      line.add(text(cell));
    }
    lines.add(line);
  }

  /** A text that begins like a formula would be run by a spreadsheet; a number is one. */
  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Words words when PlainText.looksLikeFormula(words.text()) -> "'" + words.text();
      case Words words -> words.text();
      default -> cell.toString();
    };
  }

  /** A text in words that somebody wrote, such as a label, and not a number. */
  static Words words(@Nullable String text) {
    return new Words(text == null ? "" : text);
  }

  /** A text that is not the service's own. */
  record Words(String text) {}
}
