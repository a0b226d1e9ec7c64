package org.suanwang.scheduling.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.suanwang.scheduling.check.Findings;

/**
 * Reads a table with a header, one line in memory at a time, and collects what is wrong with line
 * and column. After the findings are full it stops reading.
 */
final class CsvTable {
  private static final int FIELD_CHARS_MAX = 1 << 16;

  private final Findings findings = new Findings();
  private final Map<String, Integer> columns = new HashMap<>();
  private long line;
  private List<String> fields = List.of();

  /**
   * Hands over each line.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException with every bad line
   */
  void read(Reader from, List<String> required, Consumer<CsvTable> row) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .detectBomHeader(true)
            .maxBufferSize(FIELD_CHARS_MAX)
            .ofCsvRecord(from)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (readHeader(records, required)) {
        readRows(records, row);
      }
    } catch (CsvParseException | UncheckedIOException e) {
      findings.add("after line " + line, "", "must be CSV: " + e.getMessage(), "mend the line");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    findings.throwIfAny();
  }

  private boolean readHeader(Iterator<CsvRecord> records, List<String> required) {
    if (!records.hasNext()) {
      findings.add("line 1", "", "must be a header", "send a table with columns " + required);
      return false;
    }
    CsvRecord header = records.next();
    line = header.getStartingLineNumber();
    List<String> names = header.getFields();
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(names.get(i).strip(), i);
    }
    for (String name : required) {
      findings.require(
          columns.containsKey(name),
          "line " + line,
          names,
          "the header must have the column " + name,
          "add the column");
    }
    return findings.isEmpty();
  }

  private void readRows(Iterator<CsvRecord> records, Consumer<CsvTable> row) {
    int width = columns.size();
    while (records.hasNext() && !findings.isFull()) {
      CsvRecord next = records.next();
      line = next.getStartingLineNumber();
      fields = next.getFields();
      boolean rightWidth =
          findings.require(
              fields.size() == width,
              "line " + line,
              fields.size() + " fields",
              "must have as many fields as the header, " + width,
              "mend the line");
      if (rightWidth) {
        row.accept(this);
      }
    }
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** The text of a column of this line; empty when there is no such column. */
  String text(String column) {
    Integer index = columns.get(column);
    return index == null ? "" : fields.get(index).strip();
  }

  /** A whole number; a finding and the least when it is none or out of range. */
  long whole(String column, long min, long max) {
    String text = text(column);
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words as a value out of range
    }
    refuse(column, text, "must be a whole number from " + min + " to " + max);
    return min;
  }

  void refuse(String column, String value, String rule) {
    findings.add("line " + line + ", column " + column, value, rule, "mend the line");
  }

  long line() {
    return line;
  }
}
