package org.suanwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardTest {

  private static final Set<String> CONTRACT = Texts.contract();

  private final Dashboard dashboard = Dashboard.overview();

  @Test
  void overview_keepsEveryRule() {
    assertThat(DashboardRules.all(dashboard, CONTRACT)).isEmpty();
  }

  @Test
  void overview_goesThroughTheLoopRowByRow() {
    assertThat(dashboard.rows())
        .containsExactly(
            "Loop health", "Catalogue", "Market", "Scheduling", "HTTP", "JVM and native memory");
  }

  @Test
  void overview_showsEveryMetricOfTheContract() {
    Set<String> shown = new TreeSet<>();
    dashboard.queries().forEach(q -> shown.addAll(PromQl.metrics(q.expression())));

    assertThat(shown).isEqualTo(CONTRACT);
  }

  @Test
  void overview_namesTheSchemaOfGrafana11AndItsDataSourceVariable() {
    assertThat(dashboard.tree().path("schemaVersion").asInt()).isEqualTo(39);
    assertThat(dashboard.tree().path("uid").asText()).isEqualTo("suanwang-overview");
    assertThat(variables()).containsExactly("datasource:datasource", "job:query", "policy:query");
  }

  private List<String> variables() {
    return Stream.iterate(0, i -> i + 1)
        .map(i -> dashboard.tree().at("/templating/list/" + i))
        .takeWhile(v -> !v.isMissingNode())
        .map(v -> v.path("name").asText() + ":" + v.path("type").asText())
        .toList();
  }

  @Test
  void everyQuery_isAcceptedByPromtool(@TempDir Path folder) throws IOException {
    Promtool.Answer answer = check(folder, dashboard.queries());

    assertThat(answer.accepted()).as(answer.output()).isTrue();
    assertThat(answer.output()).contains(dashboard.queries().size() + " rules found");
  }

  @Test
  void brokenQuery_isRefusedByPromtool(@TempDir Path folder) throws IOException {
    var broken = new Dashboard.Query("p", "A", "sum by job (up)");

    assertThat(check(folder, List.of(broken)).accepted()).isFalse();
  }

  /** Each query becomes a recording rule: that is what promtool parses. */
  private static Promtool.Answer check(Path folder, List<Dashboard.Query> queries)
      throws IOException {
    StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
    for (int i = 0; i < queries.size(); i++) {
      rules
          .append("      - record: query:" + i + "\n        expr: |\n          ")
          .append(PromQl.substitute(queries.get(i).expression()))
          .append('\n');
    }
    Path file = folder.resolve("dashboard.yml");
    Files.writeString(file, rules);
    return new Promtool().run("check", "rules", file.toString());
  }

  /** The scheduling service answers these metrics itself, so they are not scraped. */
  private static final Set<String> OF_SIMULATIONS =
      Set.of(
          "suanwang_simulation_allocation_ratio",
          "suanwang_simulation_devices_allocated",
          "suanwang_simulation_jobs_running",
          "suanwang_simulation_jobs_waiting",
          "suanwang_simulation_power_kilowatts",
          "suanwang_simulation_energy_cost_cny_per_hour",
          "suanwang_simulation_fragment_devices",
          "suanwang_simulation_fragment_of_free_ratio");

  @Test
  void simulation_keepsEveryRuleAndShowsEverySeries(@TempDir Path folder) throws IOException {
    Dashboard simulation = Dashboard.simulation();
    Set<String> shown = new TreeSet<>();
    simulation.queries().forEach(q -> shown.addAll(PromQl.metrics(q.expression())));

    assertThat(DashboardRules.all(simulation, OF_SIMULATIONS)).isEmpty();
    assertThat(shown).isEqualTo(OF_SIMULATIONS);
    assertThat(check(folder, simulation.queries()).accepted()).isTrue();
  }

  /** The service understands a metric with its simulations, and nothing else. */
  @Test
  void simulation_asksForNothingButSeries() {
    assertThat(Dashboard.simulation().queries())
        .extracting(Dashboard.Query::expression)
        .allMatch(
            q ->
                q.matches("suanwang_simulation_[a-z_]+\\{simulation=~\"\\$\\{simulation:pipe}\"}"));
  }

  /** Each dashboard chooses among the data sources that have what it shows. */
  @Test
  void dashboards_offerTheirOwnDataSources() {
    assertThat(dashboard.tree().at("/templating/list/0/regex").asText())
        .isEqualTo("/^(?!Suanwang simulations$)/");
    assertThat(Dashboard.simulation().tree().at("/templating/list/0/regex").asText())
        .isEqualTo("/^Suanwang simulations$/");
  }

  static Stream<Arguments> spoiltDashboards() {
    return Stream.of(
        spoilt("its id is taken", p -> p.put("id", 1)),
        spoilt("its title is taken", p -> p.put("title", "HTTP")),
        spoilt("overlaps", p -> ((ObjectNode) p.get("gridPos")).put("y", 0)),
        spoilt("does not fit", p -> ((ObjectNode) p.get("gridPos")).put("w", 25)),
        spoilt("no description", p -> p.put("description", "")),
        spoilt("no unit", p -> ((ObjectNode) p.at("/fieldConfig/defaults")).remove("unit")),
        spoilt("no query", p -> p.remove("targets")),
        spoilt("a fixed data source", p -> ((ObjectNode) p.get("datasource")).put("uid", "abc")),
        spoilt("a fixed data source", p -> ((ObjectNode) p.at("/targets/0")).remove("datasource")),
        spoilt("has no legend", p -> ((ObjectNode) p.at("/targets/0")).remove("legendFormat")),
        spoilt("is not in metrics.json", p -> query(p, "sum(market_model)")),
        spoilt("an unknown variable", p -> query(p, "up{job=~\"$service\"}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoiltDashboards")
  void spoiltPanel_isFound(String finding, Consumer<ObjectNode> spoil) {
    List<JsonNode> panels = dashboard.panels();
    spoil.accept((ObjectNode) panels.getLast());

    assertThat(DashboardRules.all(dashboard, CONTRACT)).anyMatch(f -> f.contains(finding));
  }

  private static Arguments spoilt(String finding, Consumer<ObjectNode> spoil) {
    return Arguments.arguments(finding, spoil);
  }

  private static void query(ObjectNode panel, String expression) {
    ((ObjectNode) panel.at("/targets/0")).put("expr", expression);
  }
}
