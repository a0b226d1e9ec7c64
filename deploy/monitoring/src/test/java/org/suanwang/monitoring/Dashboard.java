package org.suanwang.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Grafana dashboard: its panels and their queries. */
record Dashboard(JsonNode tree) {

  /** One query of one panel. */
  record Query(String panel, String refId, String expression) {}

  static Dashboard overview() {
    return new Dashboard(Texts.json(Texts.DASHBOARD));
  }

  static Dashboard simulation() {
    return new Dashboard(Texts.json(Path.of("dashboards/simulation.json")));
  }

  List<JsonNode> everything() {
    List<JsonNode> panels = new ArrayList<>();
    tree.get("panels").forEach(panels::add);
    return panels;
  }

  /** The panels that show something: everything but row headings. */
  List<JsonNode> panels() {
    return everything().stream().filter(p -> !p.path("type").asText().equals("row")).toList();
  }

  List<String> rows() {
    return everything().stream()
        .filter(p -> p.path("type").asText().equals("row"))
        .map(p -> p.path("title").asText())
        .toList();
  }

  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (JsonNode panel : panels()) {
      for (JsonNode target : panel.path("targets")) {
        queries.add(
            new Query(
                panel.path("title").asText(),
                target.path("refId").asText(),
                target.path("expr").asText()));
      }
    }
    return queries;
  }
}
