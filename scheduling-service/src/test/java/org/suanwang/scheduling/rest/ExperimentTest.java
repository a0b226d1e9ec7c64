package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Experiments over REST: two workers share their runs, and none is lost or double. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ExperimentTest {
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":2,"
          + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String DRAWN = "{\"name\":\"w\",\"background\":{\"jobs\":%d,\"days\":%d}}";
  private static final String NAMED =
      "{\"name\":\"n\",\"jobs\":[{\"id\":\"a\",\"device\":\"d\",\"devices\":%d,"
          + "\"durationHours\":1}]}";

  private static String body(String fleet, String workloads, String policies, String more) {
    return "{\"name\":\"e\",\"fleets\":[\"%s\"],\"workloads\":[%s],\"policies\":[%s]%s}"
        .formatted(fleet, workloads, policies, more);
  }

  private static String quoted(String id) {
    return "\"" + id + "\"";
  }

  private static JsonPath finished(String id) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(90));
    while (Instant.now().isBefore(end)) {
      JsonPath body = Calls.get("/v1/experiments/" + id).statusCode(200).extract().jsonPath();
      if (body.getString("finishedAt") != null) {
        return body;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("experiment " + id + " did not finish");
  }

  @Test
  void sweepSharedByTwoWorkers_losesAndDoublesNothing() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String drawn = Calls.created("/v1/workloads", DRAWN.formatted(200, 2));
    String policies = "\"fifo-first-fit\",{\"discipline\":\"easy\",\"depth\":50}";
    String request =
        body(fleet, quoted(drawn), policies, ",\"seedRange\":{\"first\":1,\"count\":6}");
    String id = Calls.post("/v1/experiments", request).statusCode(202).extract().path("id");
    JsonPath body = finished(id);
    assertThat(body.getString("state")).isEqualTo("COMPLETED");
    assertThat(body.getInt("runs")).isEqualTo(12);
    assertThat(body.getInt("progress.states.COMPLETED")).isEqualTo(12);
    JsonPath results =
        Calls.get("/v1/experiments/" + id + "/results").statusCode(200).extract().jsonPath();
    List<String> simulations = results.getList("runs.items.simulation");
    assertThat(new HashSet<>(simulations)).hasSize(12);
    assertThat(results.getList("runs.items.seed", Integer.class))
        .containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
    assertThat(results.getInt("comparisons[0].pairs")).isEqualTo(6);
    String wait = "comparisons[0].differences.waitSecondsMean.difference.";
    double difference = results.getDouble(wait + "mean");
    assertThat(results.getDouble(wait + "low")).isLessThan(difference);
    assertThat(results.getDouble("policies[1].means.waitSecondsMean.mean"))
        .isCloseTo(
            results.getDouble("policies[0].means.waitSecondsMean.mean") + difference,
            org.assertj.core.api.Assertions.withinPercentage(1e-4)); // read as single precision
    // What is in the table is what the simulation itself says.
    String one = simulations.get(5);
    assertThat(results.getString("runs.items[5].eventLogHash"))
        .isEqualTo(Calls.completed(one).getString("result.eventLogHash"));
    String csv =
        given()
            .accept("text/csv")
            .get("/v1/experiments/" + id + "/results")
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .extract()
            .asString();
    assertThat(csv.lines()).hasSize(13);
    assertThat(csv).startsWith("number,simulation,workload").contains(one);
    Calls.get("/v1/experiments/" + id + "/results?baseline=nobody").statusCode(400);
    given().post("/v1/experiments/" + id + "/cancel").then().statusCode(409);
    Calls.get("/v1/experiments?limit=1").body("items[0].runs", equalTo(12));
    String stream =
        given()
            .accept("text/event-stream")
            .get("/v1/experiments/" + id + "/progress")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(stream).contains("\"state\":\"COMPLETED\"").contains("\"fraction\":1.0");
  }

  @Test
  void workloadWithNothingDrawn_saysThatSeedsChangeNothing() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String named = Calls.created("/v1/workloads", NAMED.formatted(1));
    String request =
        body(fleet, quoted(named), "\"fifo-first-fit\",\"fifo-best-fit\"", ",\"seeds\":[1,2]");
    String id = Calls.post("/v1/experiments", request).statusCode(202).extract().path("id");
    finished(id);
    Calls.get("/v1/experiments/" + id + "/results")
        .body("notes", hasItem(containsString("the seeds change nothing on " + named)))
        .body(
            "comparisons[0].differences.makespanSeconds.difference.withheldBecause",
            containsString("the seeds change nothing"));
  }

  /** Everything is told at once, each with its own field. */
  @Test
  void outagesThatDoNotFit_areToldOnceEach() {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String named = Calls.created("/v1/workloads", NAMED.formatted(1));
    String outages =
        ",\"settings\":{\"outages\":{\"maintenance\":"
            + "[{\"hub\":\"nowhere\",\"fromSeconds\":1,\"toSeconds\":2}]}}";
    String request =
        body(
            fleet,
            quoted(named),
            "\"lifo\",\"fifo-easy-first-fit\",\"fifo-skip-first-fit\"",
            outages);
    Calls.post("/v1/experiments", request)
        .statusCode(400)
        .body(
            "violations.field",
            contains("policies[0]", "workloads[0] on fleets[0]: outages.maintenance[0].hub"));
  }

  @Test
  void cancelledExperiment_stopsWhatHasNotEnded() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET.replace("\"nodes\":2", "\"nodes\":50"));
    String drawn = Calls.created("/v1/workloads", DRAWN.formatted(300_000, 1200));
    String request =
        body(fleet, quoted(drawn), "\"fifo-best-fit\"", ",\"seedRange\":{\"count\":8}");
    String id = Calls.post("/v1/experiments", request).statusCode(202).extract().path("id");
    JsonPath cancelled =
        given()
            .post("/v1/experiments/" + id + "/cancel")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(cancelled.getString("state")).isEqualTo("CANCELLED");
    given().post("/v1/experiments/" + id + "/cancel").then().statusCode(200);
    // Whoever comes next is served at once: the workers are free again.
    String named = Calls.created("/v1/workloads", NAMED.formatted(1));
    Calls.completed(Calls.simulation(fleet, named, "fifo-first-fit", ""));
    assertThat(finished(id).getInt("progress.states.RUNNING")).isZero();
    Calls.get("/v1/experiments/" + id + "/results")
        .statusCode(200)
        .body("runs.items.state", hasItem("CANCELLED"));
  }

  @Test
  void repeatedRequestWithItsKey_makesNothingNew() {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String named = Calls.created("/v1/workloads", NAMED.formatted(1));
    String request = body(fleet, quoted(named), "\"fifo-first-fit\"", "");
    String key = "test-" + java.util.UUID.randomUUID();
    String first = keyed(key, request, 202);
    assertThat(keyed(key, request, 202)).isEqualTo(first);
    keyed(key, request.replace("\"e\"", "\"g\""), 409);
  }

  private static String keyed(String key, String body, int status) {
    return given()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/v1/experiments")
        .then()
        .statusCode(status)
        .extract()
        .path("id");
  }

  @Test
  void everythingThatIsWrong_isNamedAndNothingIsQueued() {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String tooLarge = Calls.created("/v1/workloads", NAMED.formatted(17));
    Calls.post(
            "/v1/experiments",
            body(fleet, quoted(tooLarge) + ",\"none\"", "\"fifo-first-fit\",\"nonsense\"", ""))
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "violations.field",
            hasItems("policies[1]", "workloads[1]", "workloads[0] on fleets[0]: jobs[id=a]"));
    Calls.post(
            "/v1/experiments",
            body(
                fleet,
                quoted(tooLarge),
                "\"fifo-first-fit\",\"fifo-first-fit\"",
                ",\"seeds\":[1,1],\"seedRange\":{\"count\":0},"
                    + "\"settings\":{\"seed\":3,\"commissionRate\":2}"))
        .statusCode(400)
        .body(
            "violations.field",
            hasItems(
                "policies[1]",
                "seedRange",
                "seedRange.count",
                "settings.seed",
                "settings.commissionRate"));
    Calls.post(
            "/v1/experiments",
            body(
                fleet,
                quoted(tooLarge),
                "\"fifo-first-fit\",\"fifo-best-fit\"",
                ",\"seedRange\":{\"count\":2000}"))
        .statusCode(400)
        .body("violations[0].value", equalTo("4000"))
        .body("violations[0].rule", containsString("at most 2000"));
    Calls.post("/v1/experiments", "{}")
        .statusCode(400)
        .body("violations.field", hasItems("name", "policies", "workloads", "fleets"));
    Calls.get("/v1/experiments/none").statusCode(404);
    Calls.get("/v1/experiments/none/results").statusCode(404);
  }
}
