package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** What stands in an address is either meant or refused. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class AddressTest {
  private static final String PROBLEM = "application/problem+json";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/fleets|use one of: cursor, limit",
        "/v1/workloads|use one of: cursor, limit",
        "/v1/simulations|use one of: cursor, limit, state",
        "/v1/policies/parts|this call takes no parameters",
        "/v1/policies|use one of: cursor, limit",
        "/v1/fleets/none|this call takes no parameters",
        "/v1/workloads/none|this call takes no parameters",
        "/v1/simulations/none|this call takes no parameters",
        "/v1/simulations/none/jobs|use one of: cursor, format, limit",
        "/v1/simulations/none/events|use one of: cursor, format, limit",
        "/v1/simulations/none/ledger|use one of: cursor, format, limit",
        "/v1/simulations/none/time-series|use one of: format, from, step, to",
        "/v1/simulations/none/decisions|use one of: cursor, job, limit, top",
        "/v1/simulations/none/diff|use one of: cause, cursor, limit, with",
        "/v1/simulations/none/progress|this call takes no parameters"
      })
  void parameterNobodyKnows_isRefusedWithTheKnownOnes(String path, String remedy) {
    refused(given().urlEncodingEnabled(false).get(path + "?limt=5").then())
        .body("violations[0].field", equalTo("limt"))
        .body("violations[0].value", equalTo("5"))
        .body("violations[0].rule", equalTo("is not a parameter of this call"))
        .body("violations[0].remedy", equalTo(remedy));
  }

  @Test
  void callsThatChangeSomething_refuseThemToo() {
    refused(given().delete("/v1/simulations/none?force=true").then())
        .body("violations[0].remedy", equalTo("this call takes no parameters"));
    refused(Calls.post("/v1/fleets?name=x", Examples.FLEET))
        .body("violations[0].remedy", equalTo("this call takes no parameters"));
    refused(given().contentType("text/csv").body("x").post("/v1/workloads?fmt=openb").then())
        .body("violations[0].remedy", startsWith("use one of: at, deviceResources, "));
  }

  @Test
  void severalAtOnce_areAllTold() {
    refused(Calls.get("/v1/fleets?a=1&b=2&limit=5")).body("violations", hasSize(2));
    refused(Calls.get("/v1/fleets?limit=5&limit=6"))
        .body("violations[0].rule", equalTo("must be given once"))
        .body("violations[0].value", equalTo("5, 6"));
  }

  private static ValidatableResponse refused(ValidatableResponse answer) {
    return answer.statusCode(400).contentType(PROBLEM);
  }

  @Test
  void pagesOfTheFramework_stayAsTheyAre() {
    Calls.get("/q/health/ready?x=1").statusCode(200);
    Calls.get("/q/openapi?format=json").statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/fleets/", "/v1/workloads/", "/v1/simulations/"})
  void idThatCannotBe_isNotFoundInAFewWords(String list) {
    for (String id : new String[] {"%00", "a%00b", "%F0%9F%98%80", "x".repeat(3000), "%20", ".."}) {
      String detail =
          given()
              .urlEncodingEnabled(false)
              .get(list + id)
              .then()
              .statusCode(org.hamcrest.Matchers.oneOf(404, 200))
              .extract()
              .asString();
      assertThat(detail).as(id).hasSizeLessThan(400);
    }
    given()
        .urlEncodingEnabled(false)
        .get("/v1/simulations/%00/progress")
        .then()
        .statusCode(404)
        .contentType(PROBLEM);
    given().urlEncodingEnabled(false).delete("/v1/simulations/a%00").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "0",
        "1.5",
        "1e3",
        "%00",
        "null",
        "",
        "%EF%BC%91"
      })
  void cursorThatWasTamperedWith_isRefusedOrEmpty(String cursor) throws InterruptedException {
    String id = finishedRun();
    for (String path :
        new String[] {
          "/v1/fleets",
          "/v1/workloads",
          "/v1/simulations",
          "/v1/simulations/" + id + "/jobs",
          "/v1/simulations/" + id + "/events",
          "/v1/simulations/" + id + "/ledger"
        }) {
      int status =
          given()
              .urlEncodingEnabled(false)
              .get(path + "?cursor=" + cursor)
              .then()
              .extract()
              .statusCode();
      assertThat(status).as(path).isIn(200, 400);
    }
  }

  private static String finishedRun() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", Examples.FLEET);
    String workload =
        Calls.created(
            "/v1/workloads",
            "{\"name\":\"w\",\"jobs\":[{\"id\":\"a\",\"devices\":1,\"durationHours\":1}]}");
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    Calls.completed(id);
    return id;
  }
}
