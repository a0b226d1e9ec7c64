package org.suanwang.catalog.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suanwang.catalog.check.Violation;

/**
 * A table with a header, as RFC 4180 writes it; line ends may be CRLF, LF or CR, also within quoted
 * cells, where they are read as LF.
 *
 * @param columns the names in the header, without the spaces around them
 */
record CsvTable(List<String> columns, List<Row> rows) {
  private static final int FIELD_LENGTH_MAX = 100_000;
  private static final int ROWS_MAX = 200_000;

  /**
   * A row.
   *
   * @param line where it begins, counted from 1
   * @param cells as many as there are columns
   */
  record Row(long line, List<String> cells) {}

  /** The table that a text holds; when anything is wrong with it, that is noted line by line. */
  static Optional<CsvTable> read(String file, String text, List<Violation> violations) {
    int before = violations.size();
    List<Row> rows = new ArrayList<>();
    List<String> columns = List.of();
    long line = 1;
    try (CsvReader<CsvRecord> reader = open(text)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (records.hasNext()) {
        columns = records.next().getFields().stream().map(String::strip).toList();
        requireDistinct(file, columns, violations);
      }
      while (records.hasNext() && rows.size() < ROWS_MAX) {
        CsvRecord next = records.next();
        line = next.getStartingLineNumber();
        rows.add(row(file, next, columns.size(), violations));
      }
      if (records.hasNext()) {
        violations.add(tooLong(file, line));
      }
    } catch (CsvParseException e) {
      violations.add(
          new Violation(file + ":" + (line + 1), "", syntax(e), "mend the row that begins there"));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    return violations.size() > before ? Optional.empty() : Optional.of(new CsvTable(columns, rows));
  }

  private static CsvReader<CsvRecord> open(String text) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(FIELD_LENGTH_MAX)
        .ofCsvRecord(text);
  }

  /** The reader's sentence, but for the one that speaks of its own buffer. */
  private static String syntax(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("The maximum buffer")
        ? "a cell must have at most %d characters; is a quotation mark never closed?"
            .formatted(FIELD_LENGTH_MAX)
        : "must be CSV: " + message;
  }

  private static Row row(String file, CsvRecord next, int width, List<Violation> violations) {
    long line = next.getStartingLineNumber();
    if (next.getFieldCount() != width) {
      violations.add(
          new Violation(
              file + ":" + line,
              next.getFieldCount() + " cells",
              "a row must have as many cells as the header, " + width,
              "mend the row; cells with commas or line ends stand in quotation marks"));
    }
    List<String> cells =
        next.getFields().stream()
            .map(cell -> cell.replace("\r\n", "\n").replace('\r', '\n'))
            .toList();
    return new Row(line, cells);
  }

  private static void requireDistinct(
      String file, List<String> columns, List<Violation> violations) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        violations.add(
            new Violation(
                file + ":1 " + column, column, "a column must be named once", "rename one"));
      }
    }
  }

  private static Violation tooLong(String file, long line) {
    return new Violation(
        file + ":" + line,
        "",
        "must have at most " + ROWS_MAX + " rows",
        "send the table in several parts");
  }
}
