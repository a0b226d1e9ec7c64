package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** A trace of Gavel, its throughputs and a fleet, sent as they are; worked out by hand. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class GavelRequestTest {
  private static final String FLEET =
      """
      {"name":"two","hubs":[{"id":"h","pools":[
        {"deviceType":"v100","nodes":1,"devicesPerNode":1,"nodeNames":["n0"]},
        {"deviceType":"k80","nodes":1,"devicesPerNode":1,"nodeNames":["n1"]}]}],
       "deviceTypes":[{"id":"v100"},{"id":"k80"}]}""";

  private static final String TRACE =
      """
      A (batch size 1)\tpython3 a\tdir\t-n\t1\t1000\t1\t1\t-1.000000\t0
      B\tpython3 b\tdir\t-n\t1\t100\t1\t1\t-1.000000\t0
      """;

  private static final String THROUGHPUTS =
      """
      {"v100": {"('A (batch size 1)', 1)": {"null": 10.0, "('B', 1)": [6.0, 1.0]},
                "('B', 1)": {"null": 2.0, "('A (batch size 1)', 1)": [1.0, 6.0]}},
       "k80": {"('A (batch size 1)', 1)": {"null": 5.0, "('B', 1)": [0.0, 0.0]},
               "('B', 1)": {"null": 0.5, "('A (batch size 1)', 1)": [0.0, 0.0]}}}""";

  private static String workload(String options) {
    return RestAssured.given()
        .contentType("text/plain")
        .body(TRACE)
        .post("/v1/workloads?format=gavel" + options)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String submitted(String simulation) {
    return Calls.post("/v1/simulations", simulation).statusCode(202).extract().path("id");
  }

  private static String simulation(String policy, String throughput) {
    return """
      {"fleet":"%s","workload":"%s","policy":"%s","throughput":{%s}}"""
        .formatted(Calls.created("/v1/fleets", FLEET), workload("&work=steps"), policy, throughput);
  }

  /** The first does 1000 steps at 10/s on the V100, the second 100 at 0.5/s on the K80. */
  @Test
  void stepsOfATrace_areDoneAtTheThroughputsOfTheFile() throws InterruptedException {
    String id = submitted(simulation("fifo-first-fit", "\"gavel\":" + THROUGHPUTS));
    Calls.completed(id);
    JsonPath jobs = Calls.get("/v1/simulations/" + id + "/jobs").extract().jsonPath();
    assertThat(jobs.getList("items.endSeconds", Integer.class)).containsExactly(100, 200);
    Calls.get("/v1/simulations/" + id)
        .body("result.rates[0].basis", equalTo("MEASURED"))
        .body("result.rates[0].source", equalTo("throughput.gavel of the request"));
  }

  @Test
  void whatIsWrong_isToldWithItsField() {
    Calls.post("/v1/simulations", simulation("fifo-first-fit", "\"gavel\":{\"v100\":{\"B\":{}}}"))
        .statusCode(400)
        .body(containsString("throughput.gavel.v100.B"));
    RestAssured.given()
        .contentType("text/plain")
        .body(TRACE)
        .post("/v1/workloads?format=gavel&work=steps&stepsPerSecond=2")
        .then()
        .statusCode(400)
        .body(containsString("steps without stepsPerSecond"));
  }

  /** The K80 comes second in the fleet; the job names its node, and is there whatever first fit. */
  @Test
  void jobThatNamesItsNode_startsThereOrIsRefusedByName() throws InterruptedException {
    String job =
        """
        {"name":"w","epoch":"2025-01-01T00:00:00Z","jobs":[
         {"id":"j","devices":1,"durationSeconds":100,"submitSeconds":0,"startNodes":["%s"]}]}""";
    String fleet = Calls.created("/v1/fleets", FLEET);
    String run = "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\"}";
    String there = Calls.created("/v1/workloads", job.formatted("n1"));
    String id = submitted(run.formatted(fleet, there));
    Calls.completed(id);
    Calls.get("/v1/simulations/" + id + "/decisions?job=j")
        .body("decisions.items[0].start.deviceType", equalTo("k80"))
        .body("decisions.items[0].start.chosen[0].name", equalTo("n1"));
    String nowhere = Calls.created("/v1/workloads", job.formatted("n9"));
    Calls.post("/v1/simulations", run.formatted(fleet, nowhere))
        .statusCode(400)
        .body(containsString("no node of the fleet is called n9"));
  }
}
