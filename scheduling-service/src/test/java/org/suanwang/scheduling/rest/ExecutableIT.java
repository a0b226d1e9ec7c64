package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.client.FakeCatalog;

/**
 * What is shipped works: the built artifact, native executable or jar, runs against a real
 * PostgreSQL and the catalogue's recorded answer, and is called over HTTP. It catches what only the
 * build can break: migrations that are not found, types that cannot be written as JSON or read from
 * it, a queue that cannot start.
 */
@QuarkusIntegrationTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalog.class, scope = TestResourceScope.GLOBAL)
class ExecutableIT {
  private static final String PROBLEM = "application/problem+json";
  private static final String HASH = "[0-9a-f]{64}";
  private static final String COMMISSION = ",\"commissionRate\":0.08";

  @Test
  void readiness_isUpAndNamesTheRules() {
    String check = "checks.find{it.name=='data is loaded and checked'}";
    Calls.get("/q/health/ready")
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(check + ".status", equalTo("UP"))
        .body(check + ".data.rulesVersion", equalTo("suanwang-simulation-8"))
        .body(check + ".data.policies", containsString("fifo-best-fit"));
  }

  @Test
  void policies_areListed() {
    Calls.get("/v1/policies")
        .statusCode(200)
        .body("items.name", hasItem("fifo-first-fit"))
        .body("items.description", hasItem(notNullValue()));
  }

  @Test
  void example_runsToItsResult() throws InterruptedException {
    JsonPath body = Calls.completed(exampleRun());

    assertThat(body.getInt("result.metrics.jobsCompleted")).isEqualTo(2001);
    assertThat(body.getDouble("result.metrics.allocation")).isBetween(0.1, 1.0);
    assertThat(body.getDouble("result.metrics.energy.energy.value")).isPositive();
    assertThat(body.getList("result.metrics.hubs")).hasSize(2);
    assertThat(body.getLong("result.bounds.makespanSecondsMin")).isPositive();
    assertThat(body.getString("result.eventLogHash")).matches(HASH);
    assertThat(body.getString("result.settlement.ledgerHash")).matches(HASH);
    assertThat(body.getDouble("result.settlement.fee.value")).isPositive();
    assertThat(body.getList("result.settlement.balances")).isNotEmpty();
    assertThat(body.getDouble("progress.fraction")).isEqualTo(1.0);
    assertThat(body.getString("progress.simulatedTime")).startsWith("2025-");
  }

  @Test
  void details_areServedInPages() throws InterruptedException {
    String base = "/v1/simulations/" + exampleRun();
    Calls.completed(base.substring(base.lastIndexOf('/') + 1));

    Calls.get(base + "/jobs?limit=5")
        .statusCode(200)
        .body("items", hasSize(5))
        .body("items[0].state", equalTo("COMPLETED"))
        .body("nextCursor", notNullValue());
    Calls.get(base + "/events?limit=3")
        .statusCode(200)
        .body("items.kind", hasItem("STARTED"))
        .body("items[0].job", notNullValue());
    Calls.get(base + "/ledger?limit=2")
        .statusCode(200)
        .body("items[0].postings[0].amount.unit", equalTo("CNY"))
        .body("items[1].hash", matchesPattern(HASH));
    Calls.get(base + "/time-series").statusCode(200).body("points", hasSize(240));
    Calls.get("/v1/simulations?limit=1").statusCode(200).body("items[0].result", nullValue());
  }

  @Test
  void tablesAndSeries_areServed() throws InterruptedException {
    String id = exampleRun();
    Calls.completed(id);
    String base = "/v1/simulations/" + id;

    for (String detail : List.of("jobs", "events", "ledger", "time-series", "queues")) {
      byte[] arrow =
          given()
              .get(base + "/" + detail + "?format=arrow")
              .then()
              .statusCode(200)
              .contentType("application/vnd.apache.arrow.stream")
              .extract()
              .asByteArray();
      // A message begins with this mark, and the stream ends with it and no message.
      assertThat(arrow).startsWith(255, 255, 255, 255).endsWith(255, 255, 255, 255, 0, 0, 0, 0);
      given()
          .accept("text/csv")
          .get(base + "/" + detail)
          .then()
          .statusCode(200)
          .contentType("text/csv")
          .body(containsString(","));
    }
    Calls.get(base + "/time-series?step=86400")
        .statusCode(200)
        .body("points[1].fromSeconds", equalTo(86_400));
    given()
        .queryParam("query", "suanwang_simulation_jobs_running{simulation=\"" + id + "\"}")
        .queryParam("time", "2025-01-01T00:00:00Z")
        .get("/v1/prometheus/api/v1/query")
        .then()
        .statusCode(200)
        .body("data.result[0].metric.simulation", equalTo(id))
        .body("data.result[0].value", hasSize(2));
  }

  @Test
  void explanations_areServed() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", Examples.FLEET);
    String workload = Calls.created("/v1/workloads", Examples.WORKLOAD);
    String base = Calls.simulation(fleet, workload, "fifo-best-fit", "");
    String other = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    Calls.completed(base);
    Calls.completed(other);

    Calls.get("/v1/simulations/" + base + "/diff?with=" + other)
        .statusCode(200)
        .body("base.eventLogHash", matchesPattern(HASH))
        .body("metrics.makespanSeconds.unit", equalTo("s"))
        .body("firstDivergence.base.kind", notNullValue());
    Calls.get("/v1/simulations/" + base + "/decisions?job=company-01-training")
        .statusCode(200)
        .body("decisions.items[0].start.chosen[0].parts", hasSize(2))
        .body("decisions.items[0].start.chosen", hasSize(20))
        .body("decisions.items[0].nodes.filters", hasItem("fits-node"));
  }

  @Test
  void waitingJobs_areToldWithTheirReasons() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", Examples.FLEET);
    String job = "{\"id\":\"%s\",\"device\":\"huawei-ascend-910\",\"devices\":3200,";
    String workload =
        Calls.created(
            "/v1/workloads",
            "{\"name\":\"two\",\"jobs\":["
                + job.formatted("a")
                + "\"durationHours\":48},"
                + job.formatted("b")
                + "\"durationHours\":48}]}");
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", ",\"horizonDays\":1");
    JsonPath body = Calls.completed(id);

    assertThat(body.getInt("result.waitReasons.INSUFFICIENT_DEVICES.jobsAtEnd")).isEqualTo(1);
    Calls.get("/v1/simulations/" + id + "/jobs")
        .body("items[1].waitReason.reason", equalTo("INSUFFICIENT_DEVICES"))
        .body("items[1].waitReason.meaning", notNullValue());
  }

  @Test
  void progress_isStreamedToTheFinalState() {
    String stream =
        given()
            .accept("text/event-stream")
            .get("/v1/simulations/" + exampleRun() + "/progress")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(stream.lines().filter(line -> line.startsWith("data:")).toList().getLast())
        .contains("\"state\":\"COMPLETED\"");
  }

  @Test
  void recordedTrace_isSimulated() throws InterruptedException {
    String fleet =
        csv("/v1/fleets?format=openb", Examples.OPENB_NODES)
            .body("devices", equalTo(10))
            .extract()
            .path("id");
    String workload =
        csv("/v1/workloads?format=openb", Examples.OPENB_PODS)
            .body("jobs", equalTo(2))
            .extract()
            .path("id");
    JsonPath body = Calls.completed(Calls.simulation(fleet, workload, "fifo-best-fit", ""));

    assertThat(body.getInt("result.metrics.jobsCompleted")).isEqualTo(2);
  }

  @Test
  void typeOfTheCatalogue_isReadFromItsAnswer() {
    String fleet = Examples.FLEET.substring(0, Examples.FLEET.indexOf(",\n \"deviceTypes\"")) + "}";
    Calls.post("/v1/fleets", fleet)
        .statusCode(201)
        .body("deviceTypes[0].source", equalTo("catalogue"))
        .body("catalogVersion.id", notNullValue());
    Calls.get("/q/health/ready")
        .body("checks.data.lastKnownCatalogVersion", hasItem(notNullValue()));
  }

  @Test
  void cancelledRun_staysCancelled() {
    String fleet = Calls.created("/v1/fleets", Examples.FLEET);
    String workload =
        Calls.created(
            "/v1/workloads",
            "{\"name\":\"long\",\"background\":{\"seed\":1,\"jobs\":500000,\"days\":2000}}");
    String path = "/v1/simulations/" + Calls.simulation(fleet, workload, "fifo-best-fit", "");

    given().post(path + "/cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));
    Calls.get(path).body("state", equalTo("CANCELLED")).body("result", nullValue());
    Calls.get(path + "/jobs").statusCode(409).contentType(PROBLEM);
  }

  @Test
  void repeatedKey_makesNothingNew() {
    assertThat(keyed()).isEqualTo(keyed());
  }

  private static String keyed() {
    return given()
        .header("Idempotency-Key", "executable-it")
        .contentType("application/json")
        .body(Examples.WORKLOAD)
        .post("/v1/workloads")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void badBodies_areProblemsWithTheirViolations() {
    Calls.post("/v1/fleets", "{\"name\":\"f\",\"surprise\":1}")
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", equalTo("surprise"))
        .body("violations[0].rule", equalTo("is not a field of this body"))
        .body("violations[0].remedy", containsString("hubs"));
    Calls.post("/v1/fleets", Examples.FLEET.replace("\"nodes\":400", "\"nodes\":-1"))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", equalTo("hubs[0].pools[0].nodes"))
        .body("violations[0].value", equalTo("-1"));
    Calls.post("/v1/workloads", "null").statusCode(400).contentType(PROBLEM);
    Calls.get("/v1/simulations/none").statusCode(404).contentType(PROBLEM);
    Calls.get("/v1/nothing").statusCode(404).contentType(PROBLEM);
    Calls.get("/v1/fleets?limt=5")
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].remedy", equalTo("use one of: cursor, limit"));
  }

  @Test
  void metricsAndContract_areServed() {
    Calls.get("/q/metrics")
        .statusCode(200)
        .body(containsString("scheduling_simulations{state=\"COMPLETED\"}"))
        .body(containsString("scheduling_queue_depth"));
    Calls.get("/q/openapi").statusCode(200).body(containsString("/v1/simulations/{id}/ledger"));
    Calls.get("/v1/fleets").statusCode(200).body("items.size()", greaterThanOrEqualTo(0));
  }

  private static String exampleRun() {
    return Calls.simulation(
        Calls.created("/v1/fleets", Examples.FLEET),
        Calls.created("/v1/workloads", Examples.WORKLOAD),
        "fifo-best-fit",
        COMMISSION);
  }

  private static ValidatableResponse csv(String path, String body) {
    return given().contentType("text/csv").body(body).post(path).then().statusCode(201);
  }
}
