package org.suanwang.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A recording or alert rule of {@code rules/*.yml}. */
record Rule(Path file, String kind, String name, String query, JsonNode tree) {

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    for (Path file : Texts.files("rules", ".yml")) {
      for (JsonNode group : Texts.yaml(file).get("groups")) {
        group.get("rules").forEach(rule -> rules.add(of(file, rule)));
      }
    }
    return rules;
  }

  static List<Rule> alerts() {
    return all().stream().filter(r -> r.kind().equals("alert")).toList();
  }

  private static Rule of(Path file, JsonNode tree) {
    String kind = tree.has("alert") ? "alert" : "record";
    return new Rule(file, kind, tree.get(kind).asText(), tree.get("expr").asText(), tree);
  }

  String annotation(String annotation) {
    return tree.path("annotations").path(annotation).asText();
  }
}
