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
import org.jspecify.annotations.Nullable;
import org.suanwang.market.rest.ExplanationBody.Node;

/**
 * Explanations as text that a person reads: each number with its formula in names, the same in
 * numbers, the result, reasons and source, and below it, further to the right, what it is made of.
 */
@Provider
@Produces(MediaType.TEXT_PLAIN)
public final class ExplanationText implements MessageBodyWriter<ExplanationBody> {
  static final String EXAMPLE =
      """
      dongwu-2024@1f0c5a9be214, scenario base, mode exact

      growth_2023_2025: Growth of compute from 2023 to 2025
        = compute_capacity@2025 / compute_capacity@2023
        = 300 [EFLOP/s] / 220 [EFLOP/s]
        = 1.36363636364…; printed 1.4, which flows on
        rounding: printed with 1 decimals, up; the printed value flows on
        meaning: The planned capacity of 2025 as a multiple of that of 2023.
      """;

  private static final String STEP = "  ";

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == ExplanationBody.class;
  }

  @Override
  public void writeTo(
      ExplanationBody answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(text(answer).getBytes(StandardCharsets.UTF_8));
  }

  static String text(ExplanationBody answer) {
    var text = new StringBuilder();
    text.append(answer.model().id()).append('@').append(answer.model().version());
    text.append(", scenario ").append(answer.scenario());
    text.append(", mode ").append(answer.mode()).append('\n');
    for (Node node : answer.explanations()) {
      text.append('\n');
      write(text, node, "");
    }
    return text.toString();
  }

  private static void write(StringBuilder text, Node node, String indent) {
    line(text, indent, node.name() + ": ", node.label());
    String inner = indent + STEP;
    line(text, inner, "= ", node.formula());
    line(text, inner, "= ", node.computation());
    line(text, inner, "= ", result(node));
    line(text, inner, "rounding: ", node.rounding());
    line(text, inner, "meaning: ", node.meaning());
    line(
        text, inner, node.kind().equals("override") ? "overridden by " : "why: ", node.rationale());
    line(text, inner, "source: ", node.source());
    line(text, inner, "bound: ", bound(node));
    node.remarks().forEach(remark -> line(text, inner, "note: ", remark));
    if (node.inputsLeftOut() != null) {
      line(text, inner, "", "made of what stands elsewhere here, or ask for it alone");
    }
    node.inputs().forEach(input -> write(text, input, inner + STEP));
  }

  /** Whatever flows on is said where it is not the value itself. */
  private static String result(Node node) {
    String unit = node.unit().equals("1") ? "" : " [" + node.unit() + "]";
    String value = node.value() + unit;
    if (!node.flowing().equals(node.value())) {
      return value + "; printed " + node.printed() + ", which flows on";
    }
    return node.printed().equals(node.value()) ? value : value + "; printed " + node.printed();
  }

  private static @Nullable String bound(Node node) {
    return node.bound() == null
        ? null
        : node.bound() + ", as it rests on " + String.join(", ", node.boundedBy());
  }

  /** On one line whatever it holds; nothing when it says nothing. */
  private static void line(StringBuilder text, String indent, String what, @Nullable String said) {
    if (said != null && !said.isBlank()) {
      text.append(indent).append(what).append(said.strip().replaceAll("\\s+", " ")).append('\n');
    }
  }
}
