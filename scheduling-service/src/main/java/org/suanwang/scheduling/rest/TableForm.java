package org.suanwang.scheduling.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;

/** How an answer is given: by the parameter {@code format}, else by Accept. */
enum TableForm {
  /** In pages. */
  JSON("json", ".json", MediaType.APPLICATION_JSON, ""),
  /** As text. */
  CSV("csv", ".csv", TableForm.CSV_TYPE, ";charset=UTF-8"),
  /** With typed columns. */
  ARROW("arrow", ".arrows", TableForm.ARROW_TYPE, "");

  static final String CSV_TYPE = "text/csv";
  static final String ARROW_TYPE = "application/vnd.apache.arrow.stream";

  /** What the parameter is, in the description of the API. */
  static final String PARAMETER = "json, csv or arrow; left out, Accept decides";

  private static final List<Variant> VARIANTS =
      Arrays.stream(values())
          .map(f -> new Variant(MediaType.valueOf(f.type), (String) null, null))
          .toList();

  private final String id;
  private final String ending;
  private final String type;
  private final String charset;

  TableForm(String id, String ending, String type, String charset) {
    this.id = id;
    this.ending = ending;
    this.type = type;
    this.charset = charset;
  }

  /**
   * The form asked for.
   *
   * @throws InvalidInputException when the format is none
   */
  static TableForm choose(Request request, @Nullable String format) {
    if (format == null) {
      Variant variant = request.selectVariant(VARIANTS);
      return Arrays.stream(values())
          .filter(f -> variant != null && variant.getMediaType().toString().equals(f.type))
          .findFirst()
          .orElse(JSON);
    }
    return Arrays.stream(values())
        .filter(f -> f.id.equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "format",
                    format,
                    "must be json, csv or arrow",
                    "leave it out to let Accept decide"));
  }

  boolean isTable() {
    return this != JSON;
  }

  /** The answer that is written while it is worked out. */
  Response answer(Table table) {
    StreamingOutput body = out -> write(table, out);
    return Response.ok(body)
        .type(type + charset)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + table.name() + ending + "\"")
        .build();
  }

  private void write(Table table, OutputStream out) throws IOException {
    switch (this) {
      case JSON -> throw new IllegalStateException("JSON comes in pages");
      case CSV -> CsvAnswer.write(table, out);
      case ARROW -> ArrowAnswer.write(table, out);
    }
  }
}
