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

/** Answers that are tables, as CSV (RFC 4180). */
@Provider
@Produces(CsvTable.TEXT_CSV)
public final class CsvAnswer implements MessageBodyWriter<CsvTable.Source> {
  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return CsvTable.Source.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      CsvTable.Source answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    CsvTable table = answer.table();
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(table.header());
    table.lines().forEach(csv::writeRecord);
    // The stream is the server's to close.
    csv.flush();
  }
}
