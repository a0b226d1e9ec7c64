package org.suanwang.market.rest;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.PlainText;

/** An evaluation as CSV (RFC 4180), one line a number; without the findings. */
@Provider
@Produces(EvaluationCsv.TEXT_CSV)
public final class EvaluationCsv implements MessageBodyWriter<EvaluationBody> {
  static final String TEXT_CSV = "text/csv";

  static final String EXAMPLE =
      """
      model,version,scenario,mode,variable,label,value,exact,approximate,low,high,printed,flowing,unit
      dongwu-2024,1f0c5a9be214,neutral,exact,scheduling_fee_2025,"Scheduling fees, 2025",709.84,709.84,,,,710,,1e8 CNY
      """;

  private static final List<String> HEADER =
      List.of(
          "model",
          "version",
          "scenario",
          "mode",
          "variable",
          "label",
          "value",
          "exact",
          "approximate",
          "low",
          "high",
          "printed",
          "flowing",
          "unit");

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == EvaluationBody.class;
  }

  @Override
  public void writeTo(
      EvaluationBody answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(HEADER);
    for (FigureBody figure : answer.values()) {
      csv.writeRecord(line(answer, figure));
    }
    // The stream is the server's to close.
    csv.flush();
  }

  private static List<String> line(EvaluationBody answer, FigureBody figure) {
    return List.of(
        answer.model().id(),
        answer.model().version(),
        answer.scenario(),
        answer.mode(),
        figure.variable(),
        text(figure.label()),
        String.valueOf(figure.value()),
        orNothing(figure.exact()),
        figure.approximate() == null ? "" : String.valueOf(figure.approximate()),
        orNothing(figure.low()),
        orNothing(figure.high()),
        figure.printed(),
        orNothing(figure.flowing()),
        text(figure.unit()));
  }

  private static String orNothing(@Nullable String number) {
    return number == null ? "" : number;
  }

  /** A text that begins like a formula would be run by a spreadsheet. */
  static String text(String text) {
    return PlainText.looksLikeFormula(text) ? "'" + text : text;
  }
}
