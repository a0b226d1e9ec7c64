package org.suanwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scrape configurations and what Grafana is provisioned with. */
class ConfigurationTest {

  private static final Path LOCAL = Path.of("prometheus.yml");
  private static final Path KUBERNETES = Path.of("prometheus-kubernetes.yml");

  @Test
  void configurationForOneMachine_isAcceptedByPromtool() {
    Promtool.Answer answer = new Promtool().run("check", "config", LOCAL.toString());

    assertThat(answer.accepted()).as(answer.output()).isTrue();
  }

  /** Debian builds Prometheus without Kubernetes discovery, so that part is left out here. */
  @Test
  void configurationForKubernetes_isAcceptedByPromtoolApartFromTheDiscovery(@TempDir Path folder)
      throws IOException {
    JsonNode tree = Texts.yaml(KUBERNETES);
    JsonNode discovery =
        ((ObjectNode) tree.at("/scrape_configs/0")).remove("kubernetes_sd_configs");
    ((ObjectNode) tree).remove("rule_files");
    Path copy = folder.resolve("prometheus.yml");
    Texts.writeJson(copy, tree);

    Promtool.Answer answer = new Promtool().run("check", "config", copy.toString());

    assertThat(answer.accepted()).as(answer.output()).isTrue();
    assertThat(discovery.at("/0/role").asText()).isEqualTo("pod");
    assertThat(discovery.at("/0/namespaces/names/0").asText()).isEqualTo("suanwang");
  }

  @Test
  void everyService_isScrapedWhereItListens() throws IOException {
    Map<String, String> scraped = new TreeMap<>();
    for (JsonNode job : Texts.yaml(LOCAL).get("scrape_configs")) {
      scraped.put(job.get("job_name").asText(), job.at("/static_configs/0/targets/0").asText());
      assertThat(job.get("metrics_path").asText()).isEqualTo("/q/metrics");
    }

    Map<String, String> listening = new TreeMap<>();
    for (String service :
        List.of("chip-catalog-service", "market-model-service", "scheduling-service")) {
      listening.put(service, "127.0.0.1:" + port(service));
    }
    assertThat(scraped).isEqualTo(listening);
  }

  private static String port(String service) throws IOException {
    Properties properties = new Properties();
    Path file = Path.of("../..", service, "src/main/resources/application.properties");
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties.getProperty("quarkus.http.port");
  }

  @Test
  void podsOnKubernetes_keepTheJobNamesTheRulesAskFor() {
    List<String> relabelled = new ArrayList<>();
    for (JsonNode rule : Texts.yaml(KUBERNETES).at("/scrape_configs/0/relabel_configs")) {
      relabelled.add(
          rule.at("/source_labels/0").asText() + " -> " + rule.path("target_label").asText());
    }

    assertThat(relabelled)
        .contains(
            "__meta_kubernetes_pod_annotation_prometheus_io_scrape -> ",
            "__meta_kubernetes_pod_annotation_prometheus_io_path -> __metrics_path__",
            "__meta_kubernetes_pod_label_app_kubernetes_io_name -> job");
  }

  @Test
  void bothConfigurations_loadTheRules() {
    for (Path file : List.of(LOCAL, KUBERNETES)) {
      assertThat(Texts.yaml(file).at("/rule_files/0").asText()).isEqualTo("rules/*.yml");
    }
  }

  @Test
  void grafana_isProvisionedWithThisPrometheusAndThisFolder() {
    JsonNode source =
        Texts.yaml(Path.of("grafana/provisioning/datasources/prometheus.yml")).at("/datasources/0");
    JsonNode provider =
        Texts.yaml(Path.of("grafana/provisioning/dashboards/suanwang.yml")).at("/providers/0");

    assertThat(source.get("type").asText()).isEqualTo("prometheus");
    assertThat(source.at("/jsonData/timeInterval").asText())
        .isEqualTo(Texts.yaml(LOCAL).at("/global/scrape_interval").asText());
    assertThat(provider.get("type").asText()).isEqualTo("file");
    assertThat(provider.at("/options/path").asText()).isEqualTo("${SUANWANG_DASHBOARDS}");
  }

  /**
   * Grafana's own data source asks by POST unless told otherwise, and simulations answer to GET.
   */
  @Test
  void grafana_isProvisionedWithTheTimeSeriesOfSimulations() {
    JsonNode source =
        Texts.yaml(Path.of("grafana/provisioning/datasources/simulations.yml"))
            .at("/datasources/0");

    assertThat(source.get("type").asText()).isEqualTo("prometheus");
    assertThat(source.get("url").asText()).isEqualTo("${SUANWANG_SIMULATIONS_URL}");
    assertThat(source.get("isDefault").asBoolean()).isFalse();
    assertThat(source.at("/jsonData/httpMethod").asText()).isEqualTo("GET");
  }
}
