package org.suanwang.scheduling.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer as a table, RFC 4180, written as it is worked out; what is not known is empty. */
final class CsvAnswer {
  private static final int BUFFER_CHARS = 1 << 15;

  /** A text that a spreadsheet would take for a formula begins with one of these. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvAnswer() {}

  /** Hands over every line of a table, one after the other. */
  @FunctionalInterface
  interface Lines {
    void forEach(Consumer<List<@Nullable Object>> reader);
  }

  /**
   * A text that is not the service's own.
   *
   * @param text as it was given
   */
  record Words(@Nullable String text) {
    @Override
    public String toString() {
      String shown = text == null ? "" : text;
      boolean looksLikeFormula = !shown.isEmpty() && FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0;
      return looksLikeFormula ? "'" + shown : shown;
    }
  }

  /**
   * The answer.
   *
   * @param name of the file that a browser keeps it as, without ending
   * @param head names of the columns
   */
  static Response of(String name, List<String> head, Lines lines) {
    StreamingOutput body =
        out -> {
          var text =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARS);
          CsvWriter csv = CsvWriter.builder().build(text);
          csv.writeRecord(head);
          lines.forEach(line -> csv.writeRecord(cells(line)));
          csv.flush();
        };
    return Response.ok(body)
        .type(TableChoice.CSV + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  private static List<String> cells(List<@Nullable Object> line) {
    List<String> cells = new ArrayList<>(line.size());
    for (Object cell : line) {
      cells.add(cell == null ? "" : cell.toString());
    }
    return cells;
  }
}
