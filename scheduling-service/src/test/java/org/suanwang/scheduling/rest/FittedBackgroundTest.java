package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Generated jobs like those of a published cluster, asked for over REST. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class FittedBackgroundTest {
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":64,"
          + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";

  private static String workload(String more) {
    return "{\"name\":\"w\",\"epoch\":\"2025-01-01T00:00:00Z\",\"background\":{" + more + "}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"philly", "helios", "acme-seren", "acme-kalos", "pai"})
  void everyCluster_isRunToTheEnd(String like) throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload =
        Calls.created(
            "/v1/workloads",
            workload("\"like\":\"" + like + "\",\"seed\":7,\"jobs\":500,\"days\":30"));
    String id = Calls.simulation(fleet, workload, "fifo-best-fit", "");
    JsonPath run = Calls.completed(id);

    assertThat(run.getInt("result.metrics.jobs")).isEqualTo(500);
    assertThat(run.getInt("result.metrics.jobsWaiting")).isZero();
    // Kept and drawn again, they are the same jobs.
    JsonPath jobs = Calls.get("/v1/simulations/" + id + "/jobs?limit=1000").extract().jsonPath();
    List<String> states = jobs.getList("items.state");
    assertThat(states).hasSize(500);
    if (like.equals("pai")) {
      assertThat(states).containsOnly("COMPLETED");
    } else {
      assertThat(Set.copyOf(states)).containsExactlyInAnyOrder("COMPLETED", "CRASHED", "STOPPED");
    }
  }

  @Test
  void clusterThatIsUnknown_isToldWithTheKnownOnes() {
    Calls.post("/v1/workloads", workload("\"like\":\"phily\",\"jobs\":1,\"days\":1"))
        .statusCode(400)
        .body("violations[0].field", equalTo("background.like"))
        .body("violations[0].remedy", containsString("did you mean philly?"));
  }

  @Test
  void lawsBesideACluster_areRefused() {
    Calls.post(
            "/v1/workloads",
            workload(
                "\"like\":\"pai\",\"jobs\":1,\"days\":1,\"fractionalShare\":0.1,"
                    + "\"duration\":{\"law\":\"gavel\"}"))
        .statusCode(400)
        .body("violations.field", hasItems("background.fractionalShare", "background.duration"));
  }
}
