package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Outages over REST, and what is said about wrong ones. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class OutageRequestTest {
  private static final String FLEET =
      """
      {"name":"two","hubs":[{"id":"h","pools":[{"deviceType":"a","nodes":2,"devicesPerNode":1}]}],
       "deviceTypes":[{"id":"a"}]}""";

  private static final String JOBS =
      """
      {"name":"w","epoch":"2025-01-01T00:00:00Z","jobs":[
       {"id":"j","device":"a","devices":2,"durationSeconds":100,"submitSeconds":0}]}""";

  private String fleet = "";
  private String workload = "";

  @BeforeEach
  void keep() {
    fleet = Calls.created("/v1/fleets", FLEET);
    workload = Calls.created("/v1/workloads", JOBS);
  }

  private ValidatableResponse post(String policy, String outages) {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"%s\",\"outages\":%s}"
            .formatted(fleet, workload, policy, outages);
    return Calls.post("/v1/simulations", body);
  }

  private JsonPath run(String outages) throws InterruptedException {
    String id = post("fifo-first-fit", outages).statusCode(202).extract().path("id");
    return Calls.completed(id);
  }

  /** The gang is interrupted at 10 and waits until the node is back at 40. */
  @Test
  void maintenanceByInstantsOrSeconds_isTheSame() throws InterruptedException {
    JsonPath seconds =
        run("{\"maintenance\":[{\"hub\":\"h\",\"nodes\":1,\"fromSeconds\":10,\"toSeconds\":40}]}");
    JsonPath instants =
        run(
            "{\"maintenance\":[{\"hub\":\"h\",\"nodes\":1,\"from\":\"2025-01-01T00:00:10Z\","
                + "\"to\":\"2025-01-01T00:00:40Z\"}]}");
    assertThat(seconds.getInt("result.metrics.makespanSeconds")).isEqualTo(130);
    assertThat(seconds.getInt("result.metrics.preemptions")).isEqualTo(1);
    assertThat(seconds.getFloat("result.metrics.downDeviceHours.value")).isEqualTo(30 / 3600f);
    assertThat(instants.getString("result.eventLogHash"))
        .isEqualTo(seconds.getString("result.eventLogHash"));
  }

  @Test
  void jobThatFailsTooOften_isFailed() throws InterruptedException {
    workload = Calls.created("/v1/workloads", JOBS.replace("100,", "1000000,"));
    JsonPath body =
        run(
            "{\"reliability\":[{\"level\":\"NODE\",\"mtbfHours\":1,\"mttrHours\":0.1}],"
                + "\"retriesMax\":1}");
    assertThat(body.getInt("result.metrics.jobsFailed")).isEqualTo(1);
    assertThat(body.getInt("result.metrics.jobFailures")).isEqualTo(2);
    assertThat(body.getString("result.bounds.withheldBecause"))
        .contains("had not come to the end of their work");
    String run = "/v1/simulations/" + body.getString("id");
    Calls.get(run + "/jobs").statusCode(200).body("items[0].failures", equalTo(2));
    Calls.get(run + "/jobs").statusCode(200).body("items[0].state", equalTo("FAILED"));
    Calls.get(run + "/events").statusCode(200).body("items.kind", hasItems("FAILED", "GAVE_UP"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"retriesMax\":-1};outages.retriesMax",
        "{\"retriesMax\":1001};outages.retriesMax",
        "{\"reliability\":[{\"level\":\"RACK\",\"mtbfHours\":1,\"mttrHours\":1}]};outages.reliability[0].level",
        "{\"reliability\":[{\"level\":\"NODE\",\"mtbfHours\":-1,\"mttrHours\":1}]};outages.reliability[0].mtbfHours",
        "{\"reliability\":[{\"level\":\"NODE\",\"mtbfHours\":\"NaN\",\"mttrHours\":1}]};outages.reliability[0].mtbfHours",
        "{\"reliability\":[{\"level\":\"NODE\",\"mtbfHours\":1}]};outages.reliability[0].mttrHours",
        "{\"reliability\":[{\"level\":\"HUB\",\"deviceType\":\"a\",\"mtbfHours\":1,\"mttrHours\":1}]};outages.reliability[0].deviceType",
        "{\"reliability\":[{\"level\":\"NODE\",\"deviceType\":\"b\",\"mtbfHours\":1,\"mttrHours\":1}]};outages.reliability[0].deviceType",
        "{\"maintenance\":[{\"hub\":\"x\",\"fromSeconds\":1,\"toSeconds\":2}]};outages.maintenance[0].hub",
        "{\"maintenance\":[{\"hub\":\"h\",\"deviceType\":\"b\",\"fromSeconds\":1,\"toSeconds\":2}]};outages.maintenance[0].deviceType",
        "{\"maintenance\":[{\"hub\":\"h\",\"nodes\":3,\"fromSeconds\":1,\"toSeconds\":2}]};outages.maintenance[0].nodes",
        "{\"maintenance\":[{\"hub\":\"h\",\"fromSeconds\":2,\"toSeconds\":2}]};outages.maintenance[0].toSeconds",
        "{\"maintenance\":[{\"hub\":\"h\",\"from\":\"2024-01-01T00:00:00Z\",\"to\":\"2025-02-01T00:00:00Z\"}]};outages.maintenance[0].from",
        "{\"maintenance\":[{\"hub\":\"h\",\"from\":\"noon\",\"to\":\"2025-02-01T00:00:00Z\"}]};outages.maintenance[0].from",
        "{\"maintenance\":[null]};outages.maintenance[0]"
      })
  void wrongOutage_isToldWithItsField(String outages, String field) {
    post("fifo-first-fit", outages).statusCode(400).body("violations[0].field", equalTo(field));
  }

  @Test
  void tooManyEntries_areRefused() {
    String one = "{\"level\":\"NODE\",\"mtbfHours\":1,\"mttrHours\":1}";
    post("fifo-first-fit", "{\"reliability\":[" + (one + ",").repeat(100) + one + "]}")
        .statusCode(400)
        .body("violations[0].field", equalTo("outages.reliability"));
  }

  /** A hundred pools, of all of which 2,001 plans are. */
  @Test
  void plansOfTooManyPools_areRefused() {
    String pool = "{\"deviceType\":\"a\",\"nodes\":1,\"devicesPerNode\":1}";
    fleet =
        Calls.created(
            "/v1/fleets",
            "{\"name\":\"many\",\"hubs\":[{\"id\":\"h\",\"pools\":["
                + (pool + ",").repeat(99)
                + pool
                + "]}],\"deviceTypes\":[{\"id\":\"a\"}]}");
    String plan =
        "{\"hub\":\"h\",\"from\":\"2025-01-02T00:00:00Z\",\"to\":\"2025-01-03T00:00:00Z\"}";
    post("fifo-first-fit", "{\"maintenance\":[" + (plan + ",").repeat(2000) + plan + "]}")
        .statusCode(400)
        .body("violations[0].field", equalTo("outages.maintenance[2000].hub"))
        .body("violations[0].rule", containsString("at most 200000"));
  }

  /** The gang of 100 s does not begin before the node is out from 10 to 40. */
  @Test
  void policyThatReservesAhead_waitsForTheEndOfAPlan() throws InterruptedException {
    String id =
        post(
                "fifo-easy-first-fit",
                "{\"maintenance\":[{\"hub\":\"h\",\"nodes\":1,\"fromSeconds\":10,"
                    + "\"toSeconds\":40}]}")
            .statusCode(202)
            .extract()
            .path("id");
    JsonPath body = Calls.completed(id);
    assertThat(body.getInt("result.metrics.preemptions")).isZero();
    assertThat(body.getInt("result.metrics.makespanSeconds")).isEqualTo(140);
    assertThat(body.getInt("result.waitReasons.DRAINING.jobs")).isEqualTo(1);
  }
}
