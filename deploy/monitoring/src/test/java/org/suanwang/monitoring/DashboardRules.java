package org.suanwang.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of a readable dashboard as pure functions: a dashboard in, findings out. */
final class DashboardRules {

  private static final int COLUMNS = 24;

  private DashboardRules() {}

  static List<String> all(Dashboard dashboard, Set<String> contract) {
    List<String> findings = new ArrayList<>();
    findings.addAll(idsAndTitlesAreUnique(dashboard));
    findings.addAll(panelsDoNotOverlap(dashboard));
    findings.addAll(panelsExplainThemselves(dashboard));
    findings.addAll(panelsUseTheChosenDataSource(dashboard));
    findings.addAll(queriesHaveLegends(dashboard));
    findings.addAll(metricsAreInTheContract(dashboard, contract));
    findings.addAll(variablesAreDeclared(dashboard));
    return findings;
  }

  static List<String> idsAndTitlesAreUnique(Dashboard dashboard) {
    List<String> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode panel : dashboard.everything()) {
      if (!seen.add("id " + panel.path("id").asInt())) {
        findings.add(title(panel) + ": its id is taken");
      }
      if (!seen.add(title(panel))) {
        findings.add(title(panel) + ": its title is taken");
      }
    }
    return findings;
  }

  static List<String> panelsDoNotOverlap(Dashboard dashboard) {
    List<String> findings = new ArrayList<>();
    List<JsonNode> panels = dashboard.everything();
    for (int i = 0; i < panels.size(); i++) {
      Place place = Place.of(panels.get(i));
      if (!place.fits()) {
        findings.add(title(panels.get(i)) + ": does not fit into " + COLUMNS + " columns");
      }
      for (JsonNode later : panels.subList(i + 1, panels.size())) {
        if (place.overlaps(Place.of(later))) {
          findings.add(title(panels.get(i)) + ": overlaps " + title(later));
        }
      }
    }
    return findings;
  }

  private record Place(int x, int y, int w, int h) {

    static Place of(JsonNode panel) {
      JsonNode place = panel.path("gridPos");
      return new Place(
          place.path("x").asInt(-1),
          place.path("y").asInt(-1),
          place.path("w").asInt(),
          place.path("h").asInt());
    }

    boolean fits() {
      return x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= COLUMNS;
    }

    boolean overlaps(Place other) {
      return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
    }
  }

  static List<String> panelsExplainThemselves(Dashboard dashboard) {
    List<String> findings = new ArrayList<>();
    for (JsonNode panel : dashboard.panels()) {
      if (panel.path("description").asText().length() < 20) {
        findings.add(title(panel) + ": no description");
      }
      if (panel.at("/fieldConfig/defaults/unit").asText().isEmpty()) {
        findings.add(title(panel) + ": no unit");
      }
      if (panel.path("targets").isEmpty()) {
        findings.add(title(panel) + ": no query");
      }
    }
    return findings;
  }

  static List<String> panelsUseTheChosenDataSource(Dashboard dashboard) {
    List<String> findings = new ArrayList<>();
    for (JsonNode panel : dashboard.panels()) {
      List<JsonNode> users = new ArrayList<>(List.of(panel));
      panel.path("targets").forEach(users::add);
      for (JsonNode user : users) {
        if (!user.at("/datasource/uid").asText().equals("${datasource}")) {
          findings.add(title(panel) + ": a fixed data source");
        }
      }
    }
    return findings;
  }

  static List<String> queriesHaveLegends(Dashboard dashboard) {
    List<String> findings = new ArrayList<>();
    for (JsonNode panel : dashboard.panels()) {
      for (JsonNode target : panel.path("targets")) {
        if (target.path("legendFormat").asText().isBlank()) {
          findings.add(
              title(panel) + ": query " + target.path("refId").asText() + " has no legend");
        }
      }
    }
    return findings;
  }

  static List<String> metricsAreInTheContract(Dashboard dashboard, Set<String> contract) {
    List<String> findings = new ArrayList<>();
    for (Dashboard.Query query : dashboard.queries()) {
      for (String metric : PromQl.metrics(query.expression())) {
        if (!contract.contains(metric)) {
          findings.add(query.panel() + ": " + metric + " is not in metrics.json");
        }
      }
    }
    return findings;
  }

  static List<String> variablesAreDeclared(Dashboard dashboard) {
    List<String> findings = new ArrayList<>();
    for (Dashboard.Query query : dashboard.queries()) {
      // A backslash would be doubled where prove.sh reads the query.
      String filled = PromQl.substitute(query.expression());
      if (filled.contains("$") || filled.contains("\\")) {
        findings.add(query.panel() + ": an unknown variable or a backslash in " + filled);
      }
    }
    return findings;
  }

  private static String title(JsonNode panel) {
    return panel.path("title").asText();
  }
}
