package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Links of fleets, and what jobs say of hubs, over REST. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class NetworkRequestTest {
  private static final String LINK =
      "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":20,\"gigabitsPerSecond\":8,"
          + "\"price\":{\"value\":0.5,\"unit\":\"CNY/GB\",\"rationale\":\"test\"}}";

  private static String fleet(String links) {
    return """
      {"name":"two","hubs":[
        {"id":"east","pools":[{"deviceType":"a","nodes":1,"devicesPerNode":2}]},
        {"id":"west","pools":[{"deviceType":"a","nodes":1,"devicesPerNode":8}]}],
       "deviceTypes":[{"id":"a"}],"links":[%s]}"""
        .formatted(links);
  }

  private static String jobs(String more) {
    return """
      {"name":"w","epoch":"2025-01-01T00:00:00Z","jobs":[
       {"id":"j","device":"a","devices":1,"durationSeconds":100,"submitSeconds":0%s}]}"""
        .formatted(more);
  }

  @Test
  void links_areShownWithTheFleet_andKept() {
    String id = Calls.created("/v1/fleets", fleet(LINK));
    Calls.get("/v1/fleets/" + id)
        .statusCode(200)
        .body("links.size()", equalTo(1))
        .body("links[0].from", equalTo("east"))
        .body("links[0].to", equalTo("west"))
        .body("links[0].roundTripMillis", equalTo(20f))
        .body("links[0].gigabitsPerSecond", equalTo(8f))
        .body("links[0].price.value", equalTo(0.5f))
        .body("links[0].price.unit", equalTo("CNY/GB"));
    Calls.get("/v1/fleets/" + Calls.created("/v1/fleets", fleet("")))
        .body("links.size()", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "null; links[0]; must be a link",
        "{\"from\":\"east\",\"to\":\"east\",\"roundTripMillis\":1,\"gigabitsPerSecond\":1};"
            + "links[0].to; must be another hub",
        "{\"from\":\"east\",\"to\":\"wset\",\"roundTripMillis\":1,\"gigabitsPerSecond\":1};"
            + "links[0].to; must be a hub of the fleet",
        "{\"to\":\"west\",\"roundTripMillis\":1,\"gigabitsPerSecond\":1}; links[0].from; must be a name",
        "{\"from\":\"east\",\"to\":\"west\",\"gigabitsPerSecond\":1};"
            + "links[0].roundTripMillis; is required",
        "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":-1,\"gigabitsPerSecond\":1};"
            + "links[0].roundTripMillis; must be a number from 0",
        "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":10001,\"gigabitsPerSecond\":1};"
            + "links[0].roundTripMillis; must be a number from 0",
        "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":1};"
            + "links[0].gigabitsPerSecond; must be a number from 0.01 to 100000",
        "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":1,\"gigabitsPerSecond\":0};"
            + "links[0].gigabitsPerSecond; in steps of 0.001",
        "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":1,\"gigabitsPerSecond\":0.0125};"
            + "links[0].gigabitsPerSecond; in steps of 0.001",
        "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":1,\"gigabitsPerSecond\":1e300};"
            + "links[0].gigabitsPerSecond; in steps of 0.001",
        "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":1,\"gigabitsPerSecond\":1,"
            + "\"price\":{\"value\":1,\"unit\":\"CNY\"}}; links[0].price.unit; must be CNY/GB",
        "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":1,\"gigabitsPerSecond\":1,"
            + "\"price\":{\"value\":-1,\"unit\":\"CNY/GB\",\"rationale\":\"r\"}};"
            + "links[0].price.value; must be a number from 0",
        "{\"from\":\"east\",\"to\":\"west\",\"roundTripMillis\":1,\"gigabitsPerSecond\":1},"
            + "{\"from\":\"west\",\"to\":\"east\",\"roundTripMillis\":2,\"gigabitsPerSecond\":2};"
            + "links[1]; a pair of hubs has one link",
      })
  void wrongLinks_areNamed(String links, String field, String rule) {
    Calls.post("/v1/fleets", fleet(links))
        .statusCode(400)
        .body("violations.field", hasItem(field))
        .body("violations.find { it.field == '" + field + "' }.rule", containsString(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"latency\":{\"from\":\"east\"}; jobs[0].latency.roundTripMillisMax; is required",
        "\"latency\":{\"roundTripMillisMax\":1}; jobs[0].latency.from; must be a name",
        "\"latency\":{\"from\":\"east\",\"roundTripMillisMax\":-0.1};"
            + "jobs[0].latency.roundTripMillisMax; must be a number from 0",
        "\"data\":{\"hub\":\"east\",\"gigabytes\":1}; jobs[0].data.id; must be a name",
        "\"data\":{\"id\":\"d\",\"gigabytes\":1}; jobs[0].data.hub; must be a name",
        "\"data\":{\"id\":\"d\",\"hub\":\"east\"}; jobs[0].data.gigabytes; in steps of 0.001",
        "\"data\":{\"id\":\"d\",\"hub\":\"east\",\"gigabytes\":0}; jobs[0].data.gigabytes; in steps",
        "\"data\":{\"id\":\"d\",\"hub\":\"east\",\"gigabytes\":10000001};"
            + "jobs[0].data.gigabytes; to 10000000",
        "\"data\":{\"id\":\"d\",\"hub\":\"east\",\"gigabytes\":1,\"residency\":[null]};"
            + "jobs[0].data.residency[0]; must be a name",
      })
  void wrongTermsOfJobs_areNamed(String more, String field, String rule) {
    Calls.post("/v1/workloads", jobs("," + more))
        .statusCode(400)
        .body("violations.field", hasItem(field))
        .body("violations.find { it.field == '" + field + "' }.rule", containsString(rule));
  }

  @Test
  void sameDataOfAnotherSize_isAFinding() {
    String two =
        """
        {"name":"w","jobs":[
         {"id":"j","device":"a","devices":1,"durationSeconds":1,"submitSeconds":0,
          "data":{"id":"d","hub":"east","gigabytes":1}},
         {"id":"k","device":"a","devices":1,"durationSeconds":1,"submitSeconds":0,
          "data":{"id":"d","hub":"east","gigabytes":2}}]}""";
    Calls.post("/v1/workloads", two)
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[1].data"))
        .body("violations[0].rule", containsString("must say the same"));
  }

  private static String near(int millis, int devices) {
    return jobs(",\"latency\":{\"from\":\"east\",\"roundTripMillisMax\":" + millis + "}")
        .replace("\"devices\":1", "\"devices\":" + devices);
  }

  @Test
  void latency_isAFindingOrASkippedJob_whereNoHubIsNear() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", fleet(LINK));
    String workload = Calls.created("/v1/workloads", near(19, 8));
    String body = "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\"%s}";
    Calls.post("/v1/simulations", body.formatted(fleet, workload, ""))
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[id=j].latency"))
        .body("violations[0].value", equalTo("19.0 ms from east"))
        .body("violations[0].rule", containsString("LATENCY_TOO_HIGH"))
        .body("violations[0].rule", containsString("to west it takes 20.0 ms"));
    String skipped = body.formatted(fleet, workload, ",\"onNeverFits\":\"SKIP\"");
    JsonPath result =
        Calls.completed(
            Calls.post("/v1/simulations", skipped).statusCode(202).extract().path("id"));
    assertThat(result.getInt("result.waitReasons.LATENCY_TOO_HIGH.jobs")).isEqualTo(1);
    String fitting = body.formatted(fleet, Calls.created("/v1/workloads", near(20, 8)), "");
    result =
        Calls.completed(
            Calls.post("/v1/simulations", fitting).statusCode(202).extract().path("id"));
    assertThat(result.getInt("result.metrics.jobsCompleted")).isEqualTo(1);
  }

  private static final String GRAVITY =
      """
      {"name":"w","epoch":"2025-01-01T00:00:00Z","jobs":[
       {"id":"one","device":"a","devices":8,"durationSeconds":100,"submitSeconds":0,
        "data":{"id":"d","hub":"west","gigabytes":10}},
       {"id":"two","device":"a","devices":2,"durationSeconds":50,"submitSeconds":5,
        "data":{"id":"d","hub":"west","gigabytes":10}}]}""";

  /** The worked example of docs/network.md: 10 GB over 8 Gbit/s from 5 on, at 0.5 CNY/GB. */
  @Test
  void transfers_areToldWithTheResult_theJobsAndTheDecisions() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", fleet(LINK));
    String workload = Calls.created("/v1/workloads", GRAVITY);
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    JsonPath result = Calls.completed(id);
    assertThat(result.getInt("result.metrics.makespanSeconds")).isEqualTo(100);
    assertThat(result.getInt("result.network.transfers")).isEqualTo(1);
    assertThat(result.getInt("result.network.transfersUnderWay")).isZero();
    assertThat(result.getFloat("result.network.dataTransferred.value")).isEqualTo(10);
    assertThat(result.getFloat("result.network.dataCost.value")).isEqualTo(5);
    assertThat(result.getFloat("result.settlement.dataCost.value")).isEqualTo(5);
    Calls.get("/v1/simulations/" + id + "/ledger")
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].metered.unit", equalTo("GB"))
        .body("items[0].metered.value", equalTo(10f))
        .body("items[0].postings[1].account", equalTo("carrier/east/west"))
        .body("items[0].postings[1].amount.value", equalTo(-5));
    assertThat(result.getString("result.network.links[0].from")).isEqualTo("west");
    assertThat(result.getString("result.network.links[0].to")).isEqualTo("east");
    assertThat(result.getInt("result.waitReasons.DATA_ELSEWHERE.seconds")).isEqualTo(10);
    Calls.get("/v1/simulations/" + id + "/jobs")
        .statusCode(200)
        .body("items[0].dataSentTo.size()", equalTo(0))
        .body("items[1].dataSentTo[0]", equalTo("east"))
        .body("items[1].stagingSeconds", equalTo(10))
        .body("items[1].startSeconds", equalTo(15));
    Calls.get("/v1/simulations/" + id + "/decisions?job=two")
        .statusCode(200)
        .body(containsString("DATA_ELSEWHERE"));
  }

  @Test
  void runsWithoutData_tellNothingOfTheNetwork() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", fleet(LINK));
    String workload = Calls.created("/v1/workloads", jobs(""));
    JsonPath result = Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", ""));
    assertThat(result.<Object>get("result.network")).isNull();
  }

  @Test
  void policiesInRounds_takeNoJobsWithData() {
    String fleet = Calls.created("/v1/fleets", fleet(LINK));
    String workload = Calls.created("/v1/workloads", GRAVITY);
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"gavel-las-rounds-first-fit\"}"
            .formatted(fleet, workload);
    Calls.post("/v1/simulations", body)
        .statusCode(400)
        .body("violations[0].rule", containsString("know nothing of where data is"));
  }
}
