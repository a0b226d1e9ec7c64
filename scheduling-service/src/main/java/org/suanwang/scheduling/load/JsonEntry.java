package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.suanwang.scheduling.check.Findings;

/** One object of a JSON text. Fields inside fields are named by dots. */
final class JsonEntry extends TraceEntry {
  private final JsonNode node;
  private final Findings findings;
  private final String where;

  JsonEntry(JsonNode node, Findings findings, String where) {
    this.node = node;
    this.findings = findings;
    this.where = where;
  }

  /** What is in a field; a missing node when there is none. */
  JsonNode at(String field) {
    JsonNode found = node;
    for (String part : field.split("\\.", -1)) {
      found = found.path(part);
    }
    return found;
  }

  /** An object inside this one, with the place of this one. */
  JsonEntry inside(JsonNode part) {
    return new JsonEntry(part, findings, where);
  }

  /** An entry that only knows its place, and takes no memory for the rest. */
  JsonEntry placeOnly() {
    return new JsonEntry(MissingNode.getInstance(), findings, where);
  }

  @Override
  boolean has(String field) {
    return !at(field).isMissingNode();
  }

  @Override
  String text(String field) {
    JsonNode value = at(field);
    return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
  }

  @Override
  void refuse(String field, String value, String rule) {
    findings.add(where + ", " + field, value, rule, "mend the entry");
  }

  @Override
  String name(String field, int lengthMax) {
    return findings.name(where + ", " + field, text(field), lengthMax);
  }

  @Override
  String where() {
    return where;
  }
}
