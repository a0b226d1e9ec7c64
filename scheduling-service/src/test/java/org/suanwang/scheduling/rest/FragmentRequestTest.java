package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** A simulation that is asked to measure what usual tasks cannot use; numbers by hand. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class FragmentRequestTest {
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":1,"
          + "\"devicesPerNode\":2}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";

  /** One device of two is held for ten seconds, then both for ten. */
  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"a","tasks":1,"devicesPerTask":1,"durationSeconds":10,"submitSeconds":0},
       {"id":"b","tasks":1,"devicesPerTask":2,"durationSeconds":10,"submitSeconds":10}]}""";

  private static JsonPath run(String more) throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", JOBS);
    return Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", more));
  }

  /** One device is free, and half of the usual tasks want two. */
  @Test
  void simulationThatIsAsked_tellsItInItsResultAndItsSeries() throws InterruptedException {
    JsonPath body = run(",\"fragment\":true");
    assertThat(body.getInt("result.fragment.usualRequests")).isEqualTo(2);
    assertThat(body.getDouble("result.fragment.atStart.devicesFree")).isEqualTo(2);
    assertThat(body.getDouble("result.fragment.mean.devices")).isEqualTo(0.25);
    assertThat(body.getDouble("result.fragment.mean.shareOfFree")).isEqualTo(0.5);
    assertThat(body.getDouble("result.fragment.atEnd.devices")).isZero();
    String path = "/v1/simulations/" + body.getString("id") + "/time-series";
    Calls.get(path)
        .body("points[9].fragmentDevices", equalTo(0.5F))
        .body("points[9].fragmentShareOfFree", equalTo(0.5F))
        .body("points[10].fragmentDevices", equalTo(0F))
        .body("points[10].fragmentShareOfFree", nullValue());
    assertThat(given().get(path + "?format=csv").asString().lines().skip(10).findFirst())
        .hasValueSatisfying(line -> assertThat(line).endsWith(",,0.5,0.5"));
  }

  @Test
  void simulationThatIsNot_doesNot() throws InterruptedException {
    JsonPath body = run("");
    assertThat(body.<Object>get("result.fragment")).isNull();
    Calls.get("/v1/simulations/" + body.getString("id") + "/time-series")
        .body("points[9].fragmentDevices", nullValue());
  }
}
