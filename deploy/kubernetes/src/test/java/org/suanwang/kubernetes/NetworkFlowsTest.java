package org.suanwang.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;
import org.suanwang.kubernetes.rule.NetworkFlows;
import org.suanwang.kubernetes.rule.NetworkFlows.Flow;
import org.suanwang.kubernetes.rule.NetworkFlows.Pod;

/** The policies let the documented flows through, and nothing else. */
class NetworkFlowsTest {

  private static final Pod DNS = pod("kube-system", Map.of(), Map.of("k8s-app", "kube-dns"));
  private static final Pod PROMETHEUS =
      pod("monitoring", Map.of(), Map.of("app.kubernetes.io/name", "prometheus"));
  private static final Pod CLIENT =
      pod("portal", Map.of("suanwang.org/client", "true"), Map.of("app", "portal"));
  private static final Pod STRANGER = pod("elsewhere", Map.of(), Map.of("app", "x"));
  private static final Pod NEIGHBOUR = pod("suanwang", Map.of(), Map.of("app", "x"));

  private final Manifests manifests = Rendered.overlay();

  static List<String> services() {
    return Rendered.SERVICES;
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyService_reachesItsDatabaseAndTheNames(String service) {
    assertThat(allowed(ours(service), ours("postgresql"), 5432)).isTrue();
    assertThat(allowed(ours(service), DNS, 53)).isTrue();
    assertThat(NetworkFlows.allows(manifests, new Flow(ours(service), DNS, "UDP", 53))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"chip-catalog-service,8081", "market-model-service,8082", "scheduling-service,8083"})
  void everyService_isReachedByPrometheusAndLabelledClientsOnly(String service, int port) {
    assertThat(allowed(PROMETHEUS, ours(service), port)).isTrue();
    assertThat(allowed(CLIENT, ours(service), port)).isTrue();
    assertThat(allowed(STRANGER, ours(service), port)).isFalse();
    assertThat(allowed(NEIGHBOUR, ours(service), port)).isFalse();
    assertThat(allowed(CLIENT, ours(service), 5005)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"market-model-service", "scheduling-service"})
  void catalogue_isReachedByTheOtherServices(String service) {
    assertThat(allowed(ours(service), ours("chip-catalog-service"), 8081)).isTrue();
    assertThat(allowed(ours("chip-catalog-service"), ours(service), 8082)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("services")
  void noService_reachesTheInternet(String service) {
    assertThat(allowed(ours(service), STRANGER, 443)).isFalse();
  }

  @Test
  void database_isReachedByTheServicesOnly_andReachesNobody() {
    assertThat(allowed(CLIENT, ours("postgresql"), 5432)).isFalse();
    assertThat(allowed(PROMETHEUS, ours("postgresql"), 5432)).isFalse();
    assertThat(allowed(NEIGHBOUR, ours("postgresql"), 5432)).isFalse();
    assertThat(allowed(ours("postgresql"), DNS, 53)).isFalse();
    assertThat(allowed(ours("postgresql"), ours("chip-catalog-service"), 8081)).isFalse();
  }

  @Test
  void podNoPolicyNames_isCutOffByTheDefault() {
    assertThat(allowed(NEIGHBOUR, STRANGER, 443)).isFalse();
    assertThat(allowed(STRANGER, NEIGHBOUR, 443)).isFalse();
  }

  @Test
  void withoutTheServicesHalf_theDatabaseIsNotReached() {
    Manifests less =
        manifests.without(manifests.require(V1NetworkPolicy.class, "services-to-postgresql"));

    Flow flow = new Flow(ours("scheduling-service"), ours("postgresql"), "TCP", 5432);
    assertThat(NetworkFlows.allows(less, flow)).isFalse();
  }

  @Test
  void withoutAnyPolicy_everythingFlows() {
    Flow flow = new Flow(STRANGER, ours("postgresql"), "TCP", 5432);

    assertThat(NetworkFlows.allows(new Manifests(List.of()), flow)).isTrue();
  }

  private boolean allowed(Pod from, Pod to, int port) {
    return NetworkFlows.allows(manifests, new Flow(from, to, "TCP", port));
  }

  private Pod ours(String name) {
    Workload workload =
        manifests.workloads().stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
    Map<String, Integer> ports =
        Map.of(
            "http", workload.findPort("http").orElse(0),
            "postgresql", workload.findPort("postgresql").orElse(0));
    return new Pod(
        "suanwang", Map.of("kubernetes.io/metadata.name", "suanwang"), workload.podLabels(), ports);
  }

  private static Pod pod(String namespace, Map<String, String> labels, Map<String, String> own) {
    Map<String, String> all = new HashMap<>(labels);
    all.put("kubernetes.io/metadata.name", namespace);
    return new Pod(namespace, all, own, Map.of());
  }
}
