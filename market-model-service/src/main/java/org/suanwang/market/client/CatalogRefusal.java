package org.suanwang.market.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Why the catalogue does not answer a question, in its own words as far as it says them.
 *
 * @param reason the rule that the question breaks
 * @param remedy what the catalogue says to do, such as the nearest id; empty when it says nothing
 */
record CatalogRefusal(String reason, String remedy) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TEXT_MAX = 500;

  /** Reads a problem document; of any other body only the status is told. */
  static CatalogRefusal of(int status, String body) {
    JsonNode problem = read(body);
    JsonNode violation = problem.at("/violations/0");
    String rule = text(violation, "rule");
    String detail = text(problem, "detail");
    if (!rule.isEmpty()) {
      String value = text(violation, "value");
      return new CatalogRefusal(
          (value.isEmpty() ? "" : value + " ") + rule, text(violation, "remedy"));
    }
    return new CatalogRefusal(detail.isEmpty() ? "it answers " + status : detail, "");
  }

  /** What it says to do, or else what this service knows. */
  String remedyOr(String other) {
    return remedy.isEmpty() ? other : remedy;
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.nullNode();
    }
  }

  private static String text(JsonNode node, String field) {
    String text = node.path(field).asText("");
    return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…";
  }
}
