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
import org.suanwang.market.rest.SeriesBody.SeriesPart;

/** Quantities by year as CSV (RFC 4180), one line a number. */
@Provider
@Produces(EvaluationCsv.TEXT_CSV)
public final class SeriesCsv implements MessageBodyWriter<SeriesBody> {
  static final String EXAMPLE =
      """
      model,version,scenario,mode,family,label,year,variable,value,exact,low,high,printed,unit
      dongwu-2024,1f0c5a9be214,neutral,exact,iaas,IaaS market of China,2022,iaas_2022,3413.0,3413,,,3413,1e8 CNY
      dongwu-2024,1f0c5a9be214,neutral,exact,iaas,IaaS market of China,2025,iaas_2025,4778.2,4778.2,,,4778,1e8 CNY
      """;

  private static final List<String> HEADER =
      List.of(
          "model",
          "version",
          "scenario",
          "mode",
          "family",
          "label",
          "year",
          "variable",
          "value",
          "exact",
          "low",
          "high",
          "printed",
          "unit");

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == SeriesBody.class;
  }

  @Override
  public void writeTo(
      SeriesBody answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(HEADER);
    for (SeriesPart series : answer.series()) {
      for (int i = 0; i < series.years().size(); i++) {
        csv.writeRecord(line(answer, series, i));
      }
    }
    // The stream is the server's to close.
    csv.flush();
  }

  private static List<String> line(SeriesBody answer, SeriesPart series, int i) {
    return List.of(
        answer.model().id(),
        answer.model().version(),
        answer.scenario(),
        answer.mode(),
        series.family(),
        EvaluationCsv.text(series.label()),
        String.valueOf(series.years().get(i)),
        series.variables().get(i),
        String.valueOf(series.values().get(i)),
        at(series.exact(), i),
        at(series.low(), i),
        at(series.high(), i),
        series.printed().get(i),
        EvaluationCsv.text(series.unit()));
  }

  private static String at(List<String> column, int i) {
    return column.isEmpty() ? "" : column.get(i);
  }
}
