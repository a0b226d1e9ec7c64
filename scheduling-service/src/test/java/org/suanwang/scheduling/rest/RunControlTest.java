package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.RunDesk;

/** Queue, progress, cancel and repeat. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class RunControlTest {
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":50,"
          + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";

  private static final String PRICED =
      FLEET.replace(
          "\"devicesPerNode\":8",
          "\"devicesPerNode\":8,\"price\":{\"value\":9.5,\"unit\":\"CNY/(device.h)\","
              + "\"rationale\":\"test\"}");

  @Inject AgroalDataSource dataSource;
  @Inject RunDesk desk;

  /** Half a million jobs: long enough to be met while running. */
  private static String longWorkload() {
    return Calls.created(
        "/v1/workloads",
        "{\"name\":\"long\",\"background\":{\"seed\":1,\"jobs\":500000,\"days\":2000}}");
  }

  private static String shortWorkload() {
    return Calls.created(
        "/v1/workloads", "{\"name\":\"short\",\"background\":{\"seed\":1,\"jobs\":50,\"days\":1}}");
  }

  @Test
  void cancelledRuns_stayCancelledWhetherQueuedOrRunning() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = longWorkload();
    List<String> ids =
        List.of(
            Calls.simulation(fleet, workload, "fifo-best-fit", ""),
            Calls.simulation(fleet, workload, "fifo-best-fit", ""),
            Calls.simulation(fleet, workload, "fifo-best-fit", ""),
            Calls.simulation(fleet, workload, "fifo-best-fit", ""));
    for (String id : ids) {
      given()
          .when()
          .post("/v1/simulations/" + id + "/cancel")
          .then()
          .statusCode(200)
          .body("state", equalTo("CANCELLED"));
    }
    String after = Calls.simulation(fleet, shortWorkload(), "fifo-best-fit", "");
    Calls.completed(after);
    for (String id : ids) {
      Calls.get("/v1/simulations/" + id).body("state", equalTo("CANCELLED"));
      Calls.get("/v1/simulations/" + id + "/jobs").statusCode(409);
    }
    given().when().post("/v1/simulations/" + after + "/cancel").then().statusCode(409);
  }

  @Test
  void progressStream_endsWithTheFinalState() {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String id = Calls.simulation(fleet, shortWorkload(), "fifo-first-fit", "");
    String stream =
        given()
            .accept("text/event-stream")
            .when()
            .get("/v1/simulations/" + id + "/progress")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    List<String> events = stream.lines().filter(line -> line.startsWith("data:")).toList();
    assertThat(events.getLast()).contains("\"state\":\"COMPLETED\"").contains("\"fraction\":1.0");
  }

  @Test
  void eventLimit_failsTheRunWithItsReason() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String id = Calls.simulation(fleet, shortWorkload(), "fifo-first-fit", ",\"eventsMax\":10");
    JsonPath body = Calls.finished(id);
    assertThat(body.getString("state")).isEqualTo("FAILED");
    assertThat(body.getString("failure")).contains("more than 10 events", "eventsMax");
    assertThat(body.getInt("progress.events")).isEqualTo(10);
    assertThat(body.getString("progress.simulatedTime")).isGreaterThan("1970-01-01T00:00:00Z");
  }

  @Test
  void progressOfACancelledRun_isWhatItsWorkerCameTo() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String id = Calls.simulation(fleet, longWorkload(), "fifo-best-fit", "");
    given().when().post("/v1/simulations/" + id + "/cancel").then().statusCode(200);
    desk.settleCancelled(id, new Progress(0.5, 86_400, 700, 1000));
    Calls.get("/v1/simulations/" + id)
        .body("state", equalTo("CANCELLED"))
        .body("progress.events", greaterThanOrEqualTo(700));

    String done = Calls.simulation(fleet, shortWorkload(), "fifo-best-fit", "");
    Calls.completed(done);
    desk.settleCancelled(done, new Progress(0.5, 86_400, 7, 1000));
    Calls.get("/v1/simulations/" + done).body("progress.fraction", equalTo(1.0F));
  }

  @Test
  void replayOtherThanTheKeptRun_isToldWithBothHashes() throws InterruptedException, SQLException {
    String fleet = Calls.created("/v1/fleets", PRICED);
    String id = Calls.simulation(fleet, shortWorkload(), "fifo-best-fit", "");
    String kept = Calls.completed(id).getString("result.eventLogHash");
    String altered = "0".repeat(64);
    replaceInResult(id, kept, altered);
    for (String detail : List.of("/jobs", "/events?limit=1", "/ledger")) {
      Calls.get("/v1/simulations/" + id + detail)
          .statusCode(409)
          .contentType("application/problem+json")
          .body("detail", containsString(kept))
          .body("detail", containsString(altered))
          .body("detail", containsString("simulate the same fleet and workload again"));
    }
  }

  @Test
  void ledgerOtherThanTheKeptOne_isToldWithBothHashes() throws InterruptedException, SQLException {
    String fleet = Calls.created("/v1/fleets", PRICED);
    String id = Calls.simulation(fleet, shortWorkload(), "fifo-best-fit", "");
    String kept = Calls.completed(id).getString("result.settlement.ledgerHash");
    replaceInResult(id, kept, "0".repeat(64));
    Calls.get("/v1/simulations/" + id + "/jobs").statusCode(200);
    Calls.get("/v1/simulations/" + id + "/ledger?limit=1")
        .statusCode(409)
        .body("detail", containsString(kept));
  }

  private void replaceInResult(String id, String from, String to) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      int rows =
          statement.executeUpdate(
              "update simulation set result = replace(result, '%s', '%s') where id = '%s'"
                  .formatted(from, to, id));
      assertThat(rows).isEqualTo(1);
    }
  }

  @Test
  void horizon_leavesJobsWaitingWithReasons() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET.replace("\"nodes\":50", "\"nodes\":1"));
    String workload =
        Calls.created(
            "/v1/workloads",
            "{\"name\":\"w\",\"jobs\":["
                + "{\"id\":\"a\",\"device\":\"d\",\"devices\":8,\"durationHours\":48},"
                + "{\"id\":\"b\",\"device\":\"d\",\"devices\":8,\"durationHours\":48},"
                + "{\"id\":\"c\",\"device\":\"d\",\"devices\":1,\"durationHours\":1}]}");
    String id = Calls.simulation(fleet, workload, "fifo-best-fit", ",\"horizonDays\":1");
    JsonPath body = Calls.completed(id);
    assertThat(body.getInt("result.metrics.jobsWaiting")).isEqualTo(2);
    assertThat(body.getInt("result.metrics.jobsRunning")).isEqualTo(1);
    assertThat(body.getDouble("result.metrics.allocation")).isEqualTo(1.0);
    assertThat(body.getInt("result.waitReasons.INSUFFICIENT_DEVICES.jobsAtEnd")).isEqualTo(1);
    assertThat(body.getInt("result.waitReasons.WAITING_BEHIND_HEAD.jobsAtEnd")).isEqualTo(1);
    Calls.get("/v1/simulations/" + id + "/jobs")
        .body("items[1].waitReason.reason", equalTo("INSUFFICIENT_DEVICES"))
        .body("items[1].waitReason.shortTasks", equalTo(8))
        .body("items[2].waitReason.reason", equalTo("WAITING_BEHIND_HEAD"));
  }

  @Test
  void repeatedRequestWithItsKey_makesNothingNew() {
    String key = "test-" + UUID.randomUUID();
    var first = keyed(key, FLEET).statusCode(201).extract();
    var again = keyed(key, FLEET).statusCode(201).extract();
    assertThat(again.<String>path("id")).isEqualTo(first.<String>path("id"));
    keyed(key, FLEET.replace("\"f\"", "\"g\"")).statusCode(409);
    keyed("x".repeat(201), FLEET).statusCode(400);
  }

  private static ValidatableResponse keyed(String key, String body) {
    return given()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .when()
        .post("/v1/fleets")
        .then();
  }

  @Test
  void lists_arePagedNewestFirst() {
    String older = Calls.created("/v1/fleets", FLEET);
    String newer = Calls.created("/v1/fleets", FLEET);
    JsonPath page = Calls.get("/v1/fleets?limit=1").extract().jsonPath();
    assertThat(page.getString("items[0].id")).isEqualTo(newer);
    Calls.get("/v1/fleets?limit=1&cursor=" + page.getString("nextCursor"))
        .body("items[0].id", equalTo(older));
    Calls.get("/v1/workloads").statusCode(200);
    Calls.get("/v1/simulations?state=CANCELLED").statusCode(200);
    Calls.get("/v1/policies").body("items.size()", greaterThanOrEqualTo(2));
  }

  @Test
  void metricsAndReadiness_areThere() {
    String metrics = Calls.get("/q/metrics").statusCode(200).extract().asString();
    for (String name :
        List.of(
            "scheduling_simulations{state=\"QUEUED\"}",
            "scheduling_simulation_seconds_count{policy=\"fifo-best-fit\"}",
            "scheduling_simulated_jobs_total{policy=\"fifo-first-fit\"}",
            "scheduling_events_total{policy=\"fifo-first-fit\"}",
            "scheduling_utilisation_ratio{policy=\"fifo-best-fit\"}",
            "scheduling_wait_seconds_mean{policy=\"fifo-best-fit\"}",
            "scheduling_queue_depth")) {
      assertThat(metrics).contains(name);
    }
    Calls.get("/q/health/ready").statusCode(200).body("status", equalTo("UP"));
  }
}
