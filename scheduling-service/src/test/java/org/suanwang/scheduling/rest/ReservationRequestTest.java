package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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

/** Reservations over REST, and what is said about wrong ones. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ReservationRequestTest {
  private static final String FLEET =
      """
      {"name":"two","hubs":[{"id":"h","pools":[{"deviceType":"a","nodes":2,"devicesPerNode":1}]}],
       "deviceTypes":[{"id":"a"}]}""";

  private static final String JOBS =
      """
      {"name":"w","epoch":"2025-01-01T00:00:00Z","jobs":[
       {"id":"long","device":"a","devices":2,"durationSeconds":100,"submitSeconds":0},
       {"id":"own","device":"a","devices":1,"durationSeconds":5,"submitSeconds":30,
        "tenant":"r/x"}]}""";

  private static final String KEPT =
      "[{\"tenant\":\"r\",\"hub\":\"h\",\"nodes\":1,\"fromSeconds\":20,\"toSeconds\":60}]";

  private String fleet = "";
  private String workload = "";

  @BeforeEach
  void keep() {
    fleet = Calls.created("/v1/fleets", FLEET);
    workload = Calls.created("/v1/workloads", JOBS);
  }

  private ValidatableResponse post(String policy, String reservations) {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"%s\",\"reservations\":%s}"
            .formatted(fleet, workload, policy, reservations);
    return Calls.post("/v1/simulations", body);
  }

  private JsonPath run(String policy, String reservations) throws InterruptedException {
    return Calls.completed(post(policy, reservations).statusCode(202).extract().path("id"));
  }

  @Test
  void gangGivesWay_orWaitsWhereStartsAreForetold() throws InterruptedException {
    JsonPath strict = run("fifo-first-fit", KEPT);
    assertThat(strict.getInt("result.metrics.preemptions")).isEqualTo(1);
    assertThat(strict.getInt("result.metrics.makespanSeconds")).isEqualTo(140);
    assertThat(strict.getFloat("result.reservations[0].keptDeviceHours.value"))
        .isEqualTo(40 / 3600f);
    assertThat(strict.getFloat("result.reservations[0].usedDeviceHours.value"))
        .isEqualTo(5 / 3600f);
    JsonPath easy = run("fifo-easy-first-fit", KEPT);
    assertThat(easy.getInt("result.metrics.preemptions")).isZero();
    assertThat(easy.getInt("result.metrics.makespanSeconds")).isEqualTo(160);
    assertThat(easy.getInt("result.waitReasons.KEPT_FOR_OTHERS.jobs")).isEqualTo(1);
  }

  @Test
  void instantsAndSeconds_areTheSame() throws InterruptedException {
    String instants =
        KEPT.replace("\"fromSeconds\":20", "\"from\":\"2025-01-01T00:00:20Z\"")
            .replace("\"toSeconds\":60", "\"to\":\"2025-01-01T00:01:00Z\"");
    assertThat(run("fifo-first-fit", instants).getString("result.eventLogHash"))
        .isEqualTo(run("fifo-first-fit", KEPT).getString("result.eventLogHash"));
  }

  @Test
  void decisions_sayWhichNodesWereKept() throws InterruptedException {
    String id = run("fifo-easy-first-fit", KEPT).getString("id");
    Calls.get("/v1/simulations/" + id + "/decisions?job=long")
        .statusCode(200)
        .body("decisions.items[0].waiting.reason", equalTo("KEPT_FOR_OTHERS"))
        .body("decisions.items[0].nodes.refused[0].ground", equalTo("KEPT_FOR_OTHERS"))
        .body("decisions.items[0].nodes.refused[0].nodes", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"hub\":\"h\"; \"hub\":\"g\"; reservations[0].hub",
        "\"tenant\":\"r\"; \"tenant\":\"nobody\"; reservations[0].tenant",
        "\"tenant\":\"r\"; \"tenant\":\"a//b\"; reservations[0].tenant",
        "\"tenant\":\"r\",; ''; reservations[0].tenant",
        "\"nodes\":1; \"nodes\":3; reservations[0].nodes",
        "\"nodes\":1; \"nodes\":0; reservations[0].nodes",
        "\"nodes\":1; \"deviceType\":\"b\"; reservations[0].deviceType",
        "\"toSeconds\":60; \"toSeconds\":20; reservations[0].toSeconds",
        "\"toSeconds\":60; \"drainSeconds\":1; reservations[0].toSeconds",
        "\"toSeconds\":60; \"toSeconds\":60,\"drainSeconds\":-1; reservations[0].drainSeconds",
        "\"toSeconds\":60; \"toSeconds\":60,\"to\":\"2025-01-01T00:00:00Z\"; reservations[0].from",
      })
  void wrongReservation_isRefusedByItsField(String what, String by, String field) {
    post("fifo-first-fit", KEPT.replace(what, by))
        .statusCode(400)
        .body("violations.field", hasItem(field));
  }

  @Test
  void nodesThatAreKeptAlready_areToldOfTheLater() {
    String twice = KEPT.substring(0, KEPT.length() - 1) + "," + KEPT.substring(1);
    post("fifo-first-fit", twice).statusCode(202);
    post("fifo-first-fit", twice.replace("\"nodes\":1", "\"nodes\":2"))
        .statusCode(400)
        .body("violations.field", hasItem("reservations[1].nodes"));
    post("gavel-las", KEPT).statusCode(400).body("violations.field", hasItem("policy"));
    post("fifo-first-fit", "[" + KEPT.substring(1, KEPT.length() - 1) + ",null]").statusCode(400);
  }
}
