package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** A cluster with slices of devices, from one list to the end of its simulation. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class KubernetesSlicesServiceTest {
  private static String pod(String name, String resource, int amount, String where) {
    return """
        {"kind": "Pod", "metadata": {"name": "%s", "namespace": "team",
          "creationTimestamp": "2026-01-05T08:00:00Z"},
         "spec": {%s "containers": [{"resources": {"limits": {"%s": %d}}}]},
         "status": {"phase": "%s", "startTime": "2026-01-05T09:00:00Z"}}"""
        .formatted(name, where, resource, amount, where.isEmpty() ? "Pending" : "Running");
  }

  private static ValidatableResponse sent(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).when().post(path).then();
  }

  /**
   * Two devices, one of them cut in seven. One pod has the whole one, another a slice of the other;
   * the pod of fourteen slices waits for both, and ends after twice the run time. What asks for a
   * slice that nobody has is left out, and does not refuse the simulation.
   */
  @Test
  void listWithSlices_isFleetAndWorkload() throws InterruptedException {
    String node =
        """
        {"kind": "Node", "metadata": {"name": "n",
           "labels": {"nvidia.com/gpu.product": "NVIDIA-A100-SXM4-40GB"}},
         "status": {"allocatable": {"cpu": "64", "memory": "256Gi", "nvidia.com/gpu": "1",
           "nvidia.com/mig-1g.5gb": "7"}}}""";
    String on = "\"nodeName\": \"n\",";
    String list =
        "{\"kind\": \"List\", \"items\": [%s]}"
            .formatted(
                String.join(
                    ",",
                    node,
                    pod("whole", "nvidia.com/gpu", 1, on),
                    pod("slice", "nvidia.com/mig-1g.5gb", 1, on),
                    pod("many", "nvidia.com/mig-1g.5gb", 14, ""),
                    pod("none", "nvidia.com/mig-3g.20gb", 1, "")));
    String fleet =
        sent("/v1/fleets?format=kubernetes", list)
            .statusCode(201)
            .body("devices", equalTo(2))
            .body("deviceTypes[0].memoryMib", equalTo(40_960))
            .body("deviceTypes[0].templates.size()", equalTo(5))
            .extract()
            .path("id");
    String workload =
        sent("/v1/workloads?format=kubernetes&runSeconds=100&at=2026-01-05T09:00:00Z", list)
            .statusCode(201)
            .body("jobs", equalTo(3))
            .body("jobsLeftOut", equalTo(1))
            .extract()
            .path("id");
    JsonPath body = Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", ""));
    assertThat(body.getInt("result.metrics.jobsCompleted")).isEqualTo(3);
    assertThat(body.getInt("result.metrics.makespanSeconds")).isEqualTo(200);
    assertThat(body.getInt("result.metrics.waitSecondsMax")).isEqualTo(99);
  }
}
