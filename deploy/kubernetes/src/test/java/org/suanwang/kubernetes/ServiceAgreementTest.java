package org.suanwang.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EnvVar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.rule.EnvironmentRules;
import org.suanwang.kubernetes.rule.Finding;
import org.suanwang.kubernetes.rule.LifecycleRules;
import org.suanwang.kubernetes.rule.ServiceSource;

/** The manifests and the services' own sources agree. */
class ServiceAgreementTest {

  private static final Path ROOT = Path.of("../..");
  private static final ServiceSource MARKET =
      new ServiceSource(
          "market-model-service",
          8082,
          10,
          Set.of(
              "QUARKUS_HTTP_HOST",
              "QUARKUS_DATASOURCE_USERNAME",
              "QUARKUS_DATASOURCE_JDBC_URL",
              "SUANWANG_CATALOG_URL"),
          Set.of("SUANWANG_CATALOG_URL"));

  static List<String> services() {
    return Rendered.SERVICES;
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyVariableOfThePod_isReadByTheService(String service) {
    assertThat(
            EnvironmentRules.variablesAreReadByTheService(
                Rendered.overlay(), ServiceSource.load(ROOT, service)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyVariableToUncomment_isReadByTheService(String service) throws IOException {
    List<String> examples =
        Files.readAllLines(Path.of("base", service, "configuration.env")).stream()
            .filter(line -> line.matches("# [A-Z][A-Z0-9_]*=.*"))
            .map(line -> line.substring(2, line.indexOf('=')))
            .toList();
    Manifests manifests = Rendered.overlay();
    examples.forEach(name -> set(manifests, service, name));

    assertThat(examples).contains("QUARKUS_OIDC_TENANT_ENABLED");
    assertThat(
            EnvironmentRules.variablesAreReadByTheService(
                manifests, ServiceSource.load(ROOT, service)))
        .isEmpty();
  }

  private static void set(Manifests manifests, String service, String variable) {
    manifests
        .require(V1Deployment.class, service)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .addEnvItem(new V1EnvVar().name(variable).value("x"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyVariableTheServiceNeeds_isSet(String service) {
    assertThat(
            EnvironmentRules.neededVariablesAreSet(
                Rendered.overlay(), ServiceSource.load(ROOT, service)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void portOfThePod_isTheServicesOwn(String service) {
    assertThat(
            EnvironmentRules.portIsTheServicesOwn(
                Rendered.overlay(), ServiceSource.load(ROOT, service)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void graceOfThePod_isLongerThanTheServicesShutdown(String service) {
    long shutdownSeconds = ServiceSource.load(ROOT, service).shutdownSeconds();

    assertThat(LifecycleRules.podsMayEndInPeace(Rendered.overlay(), shutdownSeconds)).isEmpty();
  }

  @Test
  void graceShorterThanShutdownAndPreStop_isFound() {
    Manifests manifests = Rendered.overlay();
    manifests
        .require(V1Deployment.class, MARKET.name())
        .getSpec()
        .getTemplate()
        .getSpec()
        .setTerminationGracePeriodSeconds(15L);

    assertThat(LifecycleRules.podsMayEndInPeace(manifests, 10))
        .extracting(Finding::message)
        .containsExactly("is killed after 15 s, but preStop and shutdown take 15 s");
  }

  @Test
  void misspeltVariable_isFound() {
    Manifests manifests = Rendered.overlay();
    set(manifests, MARKET.name(), "SUANWANG_CATALOGUE_URL");

    assertThat(EnvironmentRules.variablesAreReadByTheService(manifests, MARKET))
        .extracting(Finding::message)
        .containsExactly("SUANWANG_CATALOGUE_URL is read by nobody");
  }

  @Test
  void forgottenAddressAndLoopback_areFound() {
    Manifests manifests = Rendered.overlay();
    V1ConfigMap map =
        manifests.all(V1ConfigMap.class).stream()
            .filter(c -> c.getMetadata().getName().startsWith(MARKET.name()))
            .findFirst()
            .orElseThrow();
    map.getData().remove("SUANWANG_CATALOG_URL");
    map.putDataItem("QUARKUS_HTTP_HOST", "127.0.0.1");

    assertThat(EnvironmentRules.neededVariablesAreSet(manifests, MARKET))
        .extracting(Finding::message)
        .containsExactly(
            "SUANWANG_CATALOG_URL is not set", "listens on loopback, where no probe reaches it");
  }

  @Test
  void otherPortThanServed_isFound() {
    ServiceSource moved =
        new ServiceSource(MARKET.name(), 9999, 10, MARKET.variables(), MARKET.addresses());

    assertThat(EnvironmentRules.portIsTheServicesOwn(Rendered.overlay(), moved)).hasSize(1);
  }
}
