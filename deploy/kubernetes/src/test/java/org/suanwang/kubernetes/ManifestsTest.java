package org.suanwang.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.openapi.models.V1Service;
import org.junit.jupiter.api.Test;
import org.suanwang.kubernetes.manifest.Manifests;

/** The parser is strict: what the API server would drop or refuse is refused here. */
class ManifestsTest {

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: good
      spec:
        selector:
          app: good
        ports:
          - name: http
            port: 80
      """;

  @Test
  void goodManifest_isParsedWithItsType() {
    Manifests manifests = Manifests.parse(GOOD);

    assertThat(manifests.require(V1Service.class, "good").getSpec().getSelector())
        .containsEntry("app", "good");
  }

  @Test
  void unknownField_isRefused() {
    assertRefused(GOOD.replace("selector:", "selektor:"));
  }

  @Test
  void unknownFieldDeepInside_isRefused() {
    assertRefused(GOOD.replace("port: 80", "port: 80\n      prot: TCP"));
  }

  @Test
  void apiVersionOfAnotherKind_isRefused() {
    assertRefused(GOOD.replace("apiVersion: v1", "apiVersion: apps/v1"));
  }

  @Test
  void retiredApiVersion_isRefused() {
    assertRefused(
        """
        apiVersion: policy/v1beta1
        kind: PodDisruptionBudget
        metadata:
          name: old
        """);
  }

  @Test
  void unknownKind_isRefused() {
    assertRefused(GOOD.replace("kind: Service", "kind: Servise"));
  }

  @Test
  void wordInPlaceOfANumber_isRefused() {
    assertRefused(GOOD.replace("port: 80", "port: eighty"));
  }

  @Test
  void missingRequiredField_isRefused() {
    assertRefused(GOOD.replace("      port: 80\n", ""));
  }

  @Test
  void deploymentWithoutSelector_isRefused() {
    assertRefused(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: incomplete
        spec:
          template:
            spec:
              containers: []
        """);
  }

  @Test
  void containerWithoutName_isRefused() {
    String unnamed = Rendered.text(Rendered.OVERLAY).replace("\n        name: service\n", "\n");

    assertRefused(unnamed);
  }

  private static void assertRefused(String yaml) {
    assertThatThrownBy(() -> Manifests.parse(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Refused by the strict parser");
  }
}
