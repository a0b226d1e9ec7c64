package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;

/** The calls that the tests of the resources share. */
final class Calls {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Calls() {}

  static ValidatableResponse post(String path, String json) {
    return given().contentType(ContentType.JSON).body(json).when().post(path).then();
  }

  static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  static String created(String path, String json) {
    return post(path, json).statusCode(201).extract().path("id");
  }

  static String simulation(String fleet, String workload, String policy, String more) {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"%s\"%s}"
            .formatted(fleet, workload, policy, more);
    return post("/v1/simulations", body).statusCode(202).extract().path("id");
  }

  /** Asks until the simulation is in a final state. */
  static JsonPath finished(String id) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonPath body = get("/v1/simulations/" + id).statusCode(200).extract().jsonPath();
      String state = body.getString("state");
      if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
        return body;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("simulation " + id + " did not finish");
  }

  static JsonPath completed(String id) throws InterruptedException {
    JsonPath body = finished(id);
    assertThat(body.getString("state")).as(body.getString("failure")).isEqualTo("COMPLETED");
    return body;
  }

  /** Asks until the experiment has ended, and for its results then. */
  static JsonPath results(String id) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonPath body = get("/v1/experiments/" + id).statusCode(200).extract().jsonPath();
      if (body.getString("finishedAt") != null) {
        return get("/v1/experiments/" + id + "/results").statusCode(200).extract().jsonPath();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("experiment " + id + " did not finish");
  }
}
