package org.suanwang.scheduling.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Gangs over several device types over REST: kept, run, and told wherever a device type is. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class MixedGangCallTest {
  private static final String FLEET =
      """
      {"name":"two","hubs":[{"id":"h","pools":[
        {"deviceType":"a","nodes":2,"devicesPerNode":2,
         "price":{"value":9,"unit":"CNY/(device.h)","rationale":"example"}},
        {"deviceType":"b","nodes":2,"devicesPerNode":2,
         "price":{"value":3,"unit":"CNY/(device.h)","rationale":"example"}}]}],
       "deviceTypes":[{"id":"a","fp16DenseTflops":100},{"id":"b","fp16DenseTflops":50}]}""";

  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"wide","deviceTypes":["a","b"],"referenceDevice":"a","devices":6,%s
        "durationSeconds":1800},
       {"id":"next","device":"b","devices":3,"durationSeconds":10}]}""";

  private static ValidatableResponse simulate(String mixed, String policy) {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"%s\"}"
            .formatted(
                Calls.created("/v1/fleets", FLEET),
                Calls.created("/v1/workloads", JOBS.formatted(mixed)),
                policy);
    return Calls.post("/v1/simulations", body);
  }

  /** 3,600 s at the pace of b; 4 devices for 9 yuan and 2 for 3, with 3 more for 10 s. */
  @Test
  void mixedGang_runsOverBothTypes_andIsToldSo() throws InterruptedException {
    String id = simulate("\"mixed\":true,", "fifo-best-fit").statusCode(202).extract().path("id");
    String path = "/v1/simulations/" + id;
    Calls.completed(id);
    Calls.get(path).body("result.settlement.settledAmount.value", equalTo(42.025f));
    Calls.get(path + "/jobs")
        .body("items[0].deviceType", equalTo("a+b"))
        .body("items[0].hub", equalTo("h"))
        .body("items[0].endSeconds", equalTo(3600))
        .body("items[1].startSeconds", equalTo(3600))
        .body("items[1].deviceType", equalTo("b"));
    Calls.get(path + "/events").body("items.deviceType", hasItem("a+b"));
    Calls.get(path + "/decisions?job=wide")
        .body("decisions.items[0].start.deviceType", equalTo("a+b"))
        .body("decisions.items[0].start.devices", equalTo(6))
        .body("decisions.items[0].start.chosen.deviceType", hasItem("b"))
        .body("decisions.items[0].start.chosen.deviceType", hasItem("a"));
    Calls.get(path + "/decisions?job=next")
        .body("decisions.items[0].waiting.holders[0].job", equalTo("wide"))
        .body("decisions.items[0].waiting.holders[0].expectedEndSeconds", equalTo(3600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo-first-fit", "gavel-fifo-rounds-first-fit"})
  void gangThatNoSingleTypeHolds_isRefusedWhereItMayNotBeMixed(String policy) {
    String mixed = policy.equals("fifo-first-fit") ? "\"mixed\":false," : "\"mixed\":true,";
    simulate(mixed, policy)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("jobs[id=wide]"))
        .body("violations[0].rule", containsString("short of 2 of its 6 tasks"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yes\"", "1", "{}"})
  void mixedThatIsNoBoolean_isRefusedByName(String value) {
    Calls.post("/v1/workloads", JOBS.formatted("\"mixed\":" + value + ","))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("jobs[0].mixed"))
        .body("violations[0].rule", containsString("true or false"));
  }
}
