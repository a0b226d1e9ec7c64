package org.suanwang.scheduling.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;

/**
 * Reads a table with a header, one line in memory at a time, and collects what is wrong with line
 * and column. After the findings are full it stops reading.
 */
final class CsvTable extends TraceEntry {
  private static final int FIELD_CHARS_MAX = 1 << 16;
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final Findings findings = new Findings();
  private final Map<String, Integer> columns = new HashMap<>();
  private int width;
  private long line;
  private List<String> fields = List.of();

  /**
   * Hands over each line.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException with every bad line
   */
  void read(Reader from, List<String> required, Consumer<CsvTable> row) {
    read(from, required, List.of(), row);
  }

  /**
   * Hands over each line of a table that may be published without its header.
   *
   * @param published the columns in order, where the first line is no header
   * @throws org.suanwang.scheduling.check.InvalidInputException with every bad line
   */
  void read(Reader from, List<String> required, List<String> published, Consumer<CsvTable> row) {
    try (CsvReader<CsvRecord> reader = open(new BufferedReader(from))) {
      Iterator<CsvRecord> records = reader.iterator();
      if (readHeader(records, required, published, row)) {
        readRows(records, row);
      }
    } catch (CsvParseException e) {
      findings.add("after line " + line, "", syntax(e), "mend the line");
    } catch (UncheckedIOException | IOException e) {
      UnreadableTextException.note(e, "after line " + line, findings);
    }
    findings.throwIfAny();
  }

  private static CsvReader<CsvRecord> open(BufferedReader from) throws IOException {
    from.mark(1);
    if (from.read() != BYTE_ORDER_MARK) {
      from.reset();
    }
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(FIELD_CHARS_MAX)
        .ofCsvRecord(from);
  }

  /** The reader's sentence, but for the one that speaks of its own buffer. */
  private static String syntax(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("The maximum buffer")
        ? "a field must have at most %d characters; is a quotation mark never closed?"
            .formatted(FIELD_CHARS_MAX)
        : "must be CSV: " + message;
  }

  private boolean readHeader(
      Iterator<CsvRecord> records,
      List<String> required,
      List<String> published,
      Consumer<CsvTable> row) {
    if (!records.hasNext()) {
      findings.add("line 1", "", "must be a header", "send a table with columns " + required);
      return false;
    }
    CsvRecord first = records.next();
    line = first.getStartingLineNumber();
    boolean isHeaderless =
        first.getFieldCount() == published.size() && !first.getFields().contains(published.get(0));
    nameColumns(isHeaderless ? published : first.getFields(), required);
    if (isHeaderless) {
      readRow(first, row);
    }
    return findings.isEmpty();
  }

  private void nameColumns(List<String> names, List<String> required) {
    width = names.size();
    String separator = otherSeparator(names);
    if (separator != null && !required.isEmpty()) {
      findings.add(
          "line " + line,
          names.getFirst(),
          "columns must stand between commas, not between " + separator,
          "save the table with commas");
      return;
    }
    for (int i = 0; i < width; i++) {
      String name = names.get(i).strip();
      findings.require(
          columns.putIfAbsent(name, i) == null,
          "line " + line,
          name,
          "the header must name each column once",
          "rename or remove the column");
    }
    for (String name : required) {
      findings.require(
          columns.containsKey(name),
          "line " + line,
          names,
          "the header must have the column " + name,
          "add the column");
    }
  }

  /** Tables that are written with another separator are one long column. */
  private static @Nullable String otherSeparator(List<String> names) {
    String only = names.size() == 1 ? names.getFirst() : "";
    return only.contains(";") ? "semicolons" : only.contains("\t") ? "tabs" : null;
  }

  private void readRows(Iterator<CsvRecord> records, Consumer<CsvTable> row) {
    while (records.hasNext() && !findings.isFull()) {
      readRow(records.next(), row);
    }
  }

  private void readRow(CsvRecord next, Consumer<CsvTable> row) {
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

  /** The columns of the header. */
  Set<String> columns() {
    return new TreeSet<>(columns.keySet());
  }

  @Override
  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** The text of a column of this line; empty when there is no such column. */
  @Override
  String text(String column) {
    Integer index = columns.get(column);
    return index == null ? "" : fields.get(index).strip();
  }

  @Override
  String name(String column, int lengthMax) {
    return findings.name("line " + line + ", column " + column, text(column), lengthMax);
  }

  @Override
  void refuse(String column, String value, String rule) {
    findings.add("line " + line + ", column " + column, value, rule, "mend the line");
  }

  @Override
  String where() {
    return "line " + line;
  }
}
