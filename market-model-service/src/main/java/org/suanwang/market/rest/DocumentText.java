package org.suanwang.market.rest;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.suanwang.market.rest.DocumentText.Answer;
import org.suanwang.market.scenario.ModelLibrary;

/** A model's document in the form that is asked for. */
@Provider
@Produces({DocumentText.YAML, MediaType.APPLICATION_JSON})
public final class DocumentText implements MessageBodyWriter<Answer> {
  static final String YAML = "application/yaml";

  /** The document, which is written only when its form is known. */
  public record Answer(ModelLibrary.Document document) {}

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
    boolean isJson = mediaType.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    String text = isJson ? answer.document().json() : answer.document().yaml();
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
