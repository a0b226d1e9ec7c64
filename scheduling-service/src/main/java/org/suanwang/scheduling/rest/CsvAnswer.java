package org.suanwang.scheduling.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.rest.arrow.Column;

/** Writes tables as RFC 4180 has them; what is not known is empty. */
final class CsvAnswer {
  private static final int BUFFER_CHARS = 1 << 15;

  /** A text that a spreadsheet would take for a formula begins with one of these. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvAnswer() {}

  static void write(Table table, OutputStream out) throws IOException {
    var text =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARS);
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(table.columns().stream().map(Column::name).toList());
    table.lines().forEach(line -> csv.writeRecord(cells(line)));
    csv.flush();
  }

  private static List<String> cells(List<@Nullable Object> line) {
    List<String> cells = new ArrayList<>(line.size());
    for (Object cell : line) {
      cells.add(cell == null ? "" : shown(cell));
    }
    return cells;
  }

  private static String shown(Object cell) {
    if (!(cell instanceof Table.Words words)) {
      return cell.toString();
    }
    String text = words.text() == null ? "" : words.text();
    boolean looksLikeFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return looksLikeFormula ? "'" + text : text;
  }
}
