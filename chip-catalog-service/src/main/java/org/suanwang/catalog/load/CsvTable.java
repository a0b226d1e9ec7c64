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

  /**
   * The table that a text holds; what is wrong with it is noted line by line. A row with too few or
   * too many cells is left out, so that the mistakes of the others can be told as well; nothing is
   * returned where no further row can be trusted.
   */
  static Optional<CsvTable> read(String file, String text, List<Violation> violations) {
    boolean isWhole = true;
    List<Row> rows = new ArrayList<>();
    List<String> columns = List.of();
    long line = 1;
    try (CsvReader<CsvRecord> reader = open(text)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (records.hasNext()) {
        columns = records.next().getFields().stream().map(String::strip).toList();
        isWhole = requireDistinct(file, columns, violations);
      }
      while (records.hasNext() && rows.size() < ROWS_MAX) {
        CsvRecord next = records.next();
        line = next.getStartingLineNumber();
        row(file, next, columns.size(), violations).ifPresent(rows::add);
      }
      if (records.hasNext()) {
        violations.add(tooLong(file, line));
        isWhole = false;
      }
    } catch (CsvParseException e) {
      isWhole = false;
      violations.add(
          new Violation(
              file + ":" + (line + 1),
              "",
              syntax(e),
              "mend the row that begins there; what follows it could not be read"));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    return isWhole ? Optional.of(new CsvTable(columns, rows)) : Optional.empty();
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

  private static Optional<Row> row(
      String file, CsvRecord next, int width, List<Violation> violations) {
    long line = next.getStartingLineNumber();
    if (next.getFieldCount() != width) {
      violations.add(
          new Violation(
              file + ":" + line,
              next.getFieldCount() + " cells",
              "a row must have as many cells as the header, " + width,
              "mend the row; cells with commas or line ends stand in quotation marks"));
      return Optional.empty();
    }
    List<String> cells =
        next.getFields().stream()
            .map(cell -> cell.replace("\r\n", "\n").replace('\r', '\n'))
            .toList();
    return Optional.of(new Row(line, cells));
  }

  private static boolean requireDistinct(
      String file, List<String> columns, List<Violation> violations) {
    int before = violations.size();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        violations.add(
            new Violation(
                file + ":1 " + column, column, "a column must be named once", "rename one"));
      }
    }
    return violations.size() == before;
  }

  private static Violation tooLong(String file, long line) {
    return new Violation(
        file + ":" + line,
        "",
        "must have at most " + ROWS_MAX + " rows",
        "send the table in several parts");
  }
}
