package org.suanwang.catalog.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.rest.ComparisonViews.Answer;
import org.suanwang.catalog.rest.ComparisonViews.Cell;
import org.suanwang.catalog.rest.ComparisonViews.Row;

/** A comparison as CSV (RFC 4180), one line a cell, for spreadsheets. */
@Provider
@Produces(ComparisonCsv.TEXT_CSV)
public final class ComparisonCsv implements MessageBodyWriter<Answer> {
  static final String TEXT_CSV = "text/csv";

  private static final List<String> HEADER =
      List.of(
          "catalogVersion",
          "section",
          "attribute",
          "rowLikeness",
          "accelerator",
          "of",
          "value",
          "low",
          "high",
          "unit",
          "text",
          "likeness",
          "reference",
          "ratio",
          "ratioLow",
          "ratioHigh",
          "best",
          "claimIds");

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Answer.class;
  }

  @Override
  public void writeTo(
      Answer answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(HEADER);
    for (Row row : answer.rows()) {
      for (Cell cell : row.cells()) {
        csv.writeRecord(line(answer, row, cell));
      }
    }
    // The stream is the server's to close.
    csv.flush();
  }

  private static List<String> line(Answer answer, Row row, Cell cell) {
    var resolved = cell.resolved() == null ? cell.sparseOnly() : cell.resolved();
    var ratio = cell.ratio();
    return List.of(
        answer.catalogVersion().id(),
        row.section(),
        row.key(),
        row.likeness(),
        cell.accelerator(),
        text(cell.of()),
        resolved == null ? "" : number(resolved.value()),
        resolved == null ? "" : number(resolved.low()),
        resolved == null ? "" : number(resolved.high()),
        resolved == null ? "" : resolved.unit(),
        text(cell.text()),
        cell.likeness(),
        answer.reference(),
        ratio == null ? "" : number(ratio.value()),
        ratio == null ? "" : number(ratio.low()),
        ratio == null ? "" : number(ratio.high()),
        String.valueOf(cell.best()),
        resolved == null ? "" : String.join(" ", resolved.claimIds()));
  }

  private static String number(BigDecimal number) {
    return number.toPlainString();
  }

  /** A text that begins like a formula would be run by a spreadsheet. */
  private static String text(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
