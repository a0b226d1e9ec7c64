package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.boot.RunRetention;

/** What may be deleted, what others need, and what is gone afterwards. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class DeletionTest {
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":2,"
          + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String JOBS =
      "{\"name\":\"w\",\"jobs\":[{\"id\":\"a\",\"device\":\"d\",\"devices\":8,\"durationHours\":1}]}";
  private static final String LONG =
      "{\"name\":\"long\",\"background\":{\"seed\":1,\"jobs\":1000000,\"days\":4000}}";

  @Inject RunRetention retention;

  private String fleet = "";
  private String workload = "";

  @BeforeEach
  void keep() {
    fleet = Calls.created("/v1/fleets", FLEET);
    workload = Calls.created("/v1/workloads", JOBS);
  }

  private static ValidatableResponse delete(String path) {
    return given().delete(path).then();
  }

  /** It is deleted, and then it is as if it had never been. */
  private static void deleted(String path) {
    delete(path).statusCode(204).body(equalTo(""));
    Calls.get(path).statusCode(404).contentType(Problem.MEDIA_TYPE);
    delete(path).statusCode(404).contentType(Problem.MEDIA_TYPE);
  }

  private static ValidatableResponse refused(String path) {
    return delete(path)
        .statusCode(409)
        .contentType(Problem.MEDIA_TYPE)
        .body("title", equalTo("Conflict"));
  }

  private static String cancelled(String path) {
    given().post(path + "/cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));
    return path;
  }

  private String experiment(String ofWorkload) {
    return Calls.post(
            "/v1/experiments",
            ("{\"name\":\"e\",\"fleets\":[\"%s\"],\"workloads\":[\"%s\"],"
                    + "\"policies\":[\"fifo-first-fit\"],\"seeds\":[1,2,3,4]}")
                .formatted(fleet, ofWorkload))
        .statusCode(202)
        .extract()
        .path("id");
  }

  @Test
  void whatNobodyNeeds_isDeleted() {
    deleted("/v1/fleets/" + fleet);
    deleted("/v1/workloads/" + workload);
    Calls.get("/v1/fleets?limit=1000").body("items.id", not(containsString(fleet)));
    deleted("/v1/policies/" + Calls.created("/v1/policies", policy("x" + UUID.randomUUID())));
  }

  private static String policy(String name) {
    return "{\"name\":\"%s\",\"parts\":{\"discipline\":\"skip\"}}".formatted(name);
  }

  @Test
  void fleetAndWorkload_areKeptForTheDetailsOfTheirSimulation() throws InterruptedException {
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    Calls.completed(id);
    for (String needed : new String[] {"/v1/fleets/" + fleet, "/v1/workloads/" + workload}) {
      refused(needed)
          .body("detail", containsString("needed by 1 simulation: " + id + " (COMPLETED)"))
          .body("detail", containsString("DELETE them first"));
      Calls.get(needed).statusCode(200);
    }
    String path = "/v1/simulations/" + id;
    String other = Calls.simulation(fleet, workload, "fifo-best-fit", "");
    Calls.completed(other);
    // What is remembered for pages to come goes too.
    Calls.get(path + "/jobs").statusCode(200);
    Calls.get(path + "/diff?with=" + other).statusCode(200);
    deleted(path);
    Calls.get(path + "/jobs").statusCode(404);
    Calls.get(path + "/events?format=csv").statusCode(404);
    Calls.get(path + "/diff?with=" + other).statusCode(404);
    Calls.get("/v1/simulations/" + other + "/jobs").statusCode(200);
    deleted("/v1/simulations/" + other);
    deleted("/v1/workloads/" + workload);
    deleted("/v1/fleets/" + fleet);
  }

  @Test
  void simulationThatRuns_isCancelledAndKept() throws InterruptedException {
    String drawn = Calls.created("/v1/workloads", LONG);
    String id = Calls.simulation(fleet, drawn, "fifo-first-fit", "");
    String path = "/v1/simulations/" + id;
    refused("/v1/fleets/" + fleet).body("detail", containsString(id));
    delete(path).statusCode(200).body("state", equalTo("CANCELLED"));
    Calls.get(path).statusCode(200).body("state", equalTo("CANCELLED"));
    deleted(path);
    deleted("/v1/workloads/" + drawn);
    deleted("/v1/fleets/" + fleet);
    given().post(path + "/cancel").then().statusCode(404);
  }

  @Test
  void failedSimulation_isDeleted() throws InterruptedException {
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", ",\"eventsMax\":1");
    assertThat(Calls.finished(id).getString("state")).isEqualTo("FAILED");
    deleted("/v1/simulations/" + id);
  }

  @Test
  void experiment_goesWithAllOfItsRunsOrNotAtAll() {
    String drawn = Calls.created("/v1/workloads", LONG);
    String id = experiment(drawn);
    String path = "/v1/experiments/" + id;
    String run = Calls.get(path + "/results").extract().path("runs.items[1].simulation");
    delete(path).statusCode(200).body("state", equalTo("CANCELLED"));
    refused("/v1/simulations/" + run)
        .body("detail", containsString("needed by " + id))
        .body("detail", containsString("DELETE " + path));
    refused("/v1/workloads/" + drawn)
        .body("detail", containsString("needed by 4 simulations"))
        .body("detail", containsString("(CANCELLED, of " + id + ")"))
        .body("detail", containsString("and others"));
    deleted(path);
    Calls.get(path + "/results").statusCode(404);
    Calls.get("/v1/simulations/" + run).statusCode(404);
    deleted("/v1/workloads/" + drawn);
  }

  @Test
  void policyThatRunsWereAskedForBy_isDeletedAndItsNameIsFree() throws InterruptedException {
    String name = "n" + UUID.randomUUID();
    String kept = Calls.created("/v1/policies", policy(name));
    String id = Calls.simulation(fleet, workload, name, "");
    Calls.completed(id);
    deleted("/v1/policies/" + name);
    Calls.get("/v1/policies/" + kept).statusCode(404);
    Calls.get("/v1/simulations/" + id + "/jobs").statusCode(200);
    Calls.created("/v1/policies", policy(name));
    refused("/v1/policies/fifo-first-fit").body("detail", containsString("always there"));
  }

  @Test
  void lateRepetitionOfARequest_doesNotBringBackWhatWasDeleted() {
    String key = "k" + UUID.randomUUID();
    String made = keyed(key).statusCode(201).extract().path("id");
    deleted("/v1/fleets/" + made);
    keyed(key).statusCode(409).body("detail", containsString("deleted since; use a new key"));
  }

  private static ValidatableResponse keyed(String key) {
    return given()
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(FLEET)
        .post("/v1/fleets")
        .then();
  }

  @Test
  void retention_deletesWhatEndedBeforeAndNothingElse() throws InterruptedException {
    String old = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    Calls.completed(old);
    String experiment = experiment(workload);
    cancelled("/v1/experiments/" + experiment);
    Instant end = Instant.now();
    String young = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    Calls.completed(young);
    String drawn = Calls.created("/v1/workloads", LONG);
    String running = experiment(drawn);

    retention.removeFinishedBefore(end);

    Calls.get("/v1/simulations/" + old).statusCode(404);
    Calls.get("/v1/experiments/" + experiment).statusCode(404);
    Calls.get("/v1/simulations/" + young).statusCode(200);
    Calls.get("/v1/experiments/" + running).statusCode(200);
    deleted(cancelled("/v1/experiments/" + running));
  }
}
