package org.suanwang.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.rule.HouseRules;

/** What kubectl renders from each folder keeps every rule of the house. */
class RenderingTest {

  static Stream<Arguments> renderingsAndRules() {
    return Rendered.FOLDERS.stream()
        .flatMap(folder -> rules(folder).stream().map(rule -> arguments(folder, rule)));
  }

  private static List<HouseRules.Rule> rules(String folder) {
    return folder.equals(Rendered.OVERLAY)
        ? HouseRules.ofAWholeOverlay()
        : HouseRules.ofEveryRendering();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("renderingsAndRules")
  void renderedFolder_keepsTheRule(String folder, HouseRules.Rule rule) {
    assertThat(rule.check().apply(Rendered.of(folder))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bases")
  void base_holdsEveryKindAServiceNeeds(String folder) {
    assertThat(kinds(Rendered.of(folder)))
        .containsExactlyInAnyOrder(
            "ServiceAccount",
            "ConfigMap",
            "Service",
            "Deployment",
            "PodDisruptionBudget",
            "NetworkPolicy");
  }

  static List<String> bases() {
    return Rendered.FOLDERS.stream().filter(f -> f.startsWith("base/")).toList();
  }

  @Test
  void overlay_holdsTheThreeServicesAndTheirDatabase() {
    Manifests manifests = Rendered.overlay();

    assertThat(manifests.all(V1Deployment.class))
        .extracting(d -> d.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(Rendered.SERVICES);
    assertThat(manifests.all(V1StatefulSet.class))
        .extracting(d -> d.getMetadata().getName())
        .containsExactly("postgresql");
    assertThat(kinds(manifests)).contains("Namespace", "Secret");
  }

  @Test
  void overlay_holdsPlaceholdersInsteadOfPasswords() {
    assertThat(Rendered.overlay().all(V1Secret.class))
        .hasSize(4)
        .allSatisfy(
            secret ->
                assertThat(new String(secret.getData().get("password"), StandardCharsets.UTF_8))
                    .startsWith("example-"));
  }

  private static List<String> kinds(Manifests manifests) {
    return manifests.objects().stream().map(KubernetesObject::getKind).toList();
  }
}
