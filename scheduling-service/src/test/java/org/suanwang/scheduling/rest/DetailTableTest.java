package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** The details of a simulation as tables, and its time series as dashboards ask for it. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class DetailTableTest {
  private static final String PROBLEM = "application/problem+json";
  private static final List<String> DETAILS = List.of("jobs", "events", "ledger", "time-series");
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":2,"
          + "\"devicesPerNode\":8,\"price\":{\"value\":9.5,\"unit\":\"CNY/(device.h)\","
          + "\"rationale\":\"test\"}}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String JOBS =
      "{\"name\":\"w\",\"jobs\":["
          + "{\"id\":\"=1+1\",\"device\":\"d\",\"devices\":16,\"durationHours\":10,"
          + "\"submitAt\":\"2025-01-01T00:00:00Z\"},"
          + "{\"id\":\"comma, and \\\"quotes\\\"\",\"device\":\"d\",\"devices\":16,"
          + "\"durationHours\":10,\"submitAt\":\"2025-01-01T00:00:00Z\"},"
          + "{\"id\":\"算网\",\"device\":\"d\",\"devices\":16,\"durationHours\":20,"
          + "\"submitAt\":\"2025-01-01T00:00:00Z\"}]}";

  private static String run() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", JOBS);
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", ",\"commissionRate\":0.08");
    Calls.completed(id);
    return "/v1/simulations/" + id;
  }

  private static List<String> table(String path) {
    return given()
        .get(path)
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .extract()
        .asString()
        .lines()
        .toList();
  }

  @Test
  void formatAndAccept_askForTheSameTable() throws InterruptedException {
    String run = run();
    for (String detail : DETAILS) {
      String path = run + "/" + detail;
      String byFormat =
          given()
              .get(path + "?format=csv")
              .then()
              .statusCode(200)
              .header("Content-Type", containsString("charset=UTF-8"))
              .header("Content-Disposition", containsString(detail + ".csv"))
              .extract()
              .asString();
      String byAccept =
          given().accept("text/csv").get(path).then().statusCode(200).extract().asString();
      assertThat(byAccept).as(detail).isEqualTo(byFormat);
      given()
          .accept("text/csv")
          .get(path + "?format=json")
          .then()
          .statusCode(200)
          .contentType("application/json");
      given().get(path).then().statusCode(200).contentType("application/json");
      given().accept("image/png").get(path).then().statusCode(406).contentType(PROBLEM);
      Calls.get(path + "?format=xml")
          .statusCode(400)
          .contentType(PROBLEM)
          .body("violations[0].field", equalTo("format"))
          .body("violations[0].rule", equalTo("must be json, csv or arrow"));
    }
  }

  @Test
  void tableOfJobs_isWhatTheListSays() throws InterruptedException {
    String run = run();
    List<String> table = table(run + "/jobs?format=csv");
    assertThat(table)
        .containsExactly(
            "id,class,tenant,state,devices,submitSeconds,startSeconds,endSeconds,waitSeconds,hub,"
                + "deviceType,waitReason,shortTasks,quotaOf,preemptions,failures,resizes,"
                + "deadlineSeconds,dataSentTo,stagingSeconds",
            "'=1+1,job,default,COMPLETED,16.0,0,0,36000,0,h,d,,,,0,0,0,,,",
            "\"comma, and \"\"quotes\"\"\",job,default,COMPLETED,16.0,0,36000,72000,36000,h,d,"
                + "INSUFFICIENT_DEVICES,16,,0,0,0,,,",
            "算网,job,default,COMPLETED,16.0,0,72000,144000,72000,h,d,"
                + "INSUFFICIENT_DEVICES,16,,0,0,0,,,");
    assertThat(table(run + "/jobs?format=csv&cursor=1&limit=1")).hasSize(2).contains(table.get(2));
    assertThat(table(run + "/jobs?format=csv&cursor=9223372036854775807")).hasSize(1);
    Calls.get(run + "/jobs?format=csv&limit=0")
        .statusCode(400)
        .body("violations[0].field", equalTo("limit"));
  }

  @Test
  void tableOfEvents_hasThemAll() throws InterruptedException {
    String run = run();
    int events = Calls.get(run).extract().jsonPath().getInt("result.events");
    List<String> table = table(run + "/events?format=csv");
    assertThat(table).hasSize(events + 1);
    assertThat(table.get(1)).isEqualTo("0,0,SUBMITTED,'=1+1,,,,,,,,");
    assertThat(table)
        .anyMatch(l -> l.contains("STARTED") && l.contains("h,d,2,16,0 1 2 3 4 5 6 7 8 9"));
    assertThat(table(run + "/events?format=csv&cursor=2&limit=3")).hasSize(4);
    assertThat(table(run + "/events?format=csv&cursor=2&limit=3").subList(1, 4))
        .isEqualTo(table.subList(3, 6));
  }

  @Test
  void tableOfTheLedger_sumsToZero() throws InterruptedException {
    String run = run();
    List<String> table = table(run + "/ledger?format=csv");
    assertThat(table).hasSize(1 + 3 * 3);
    BigDecimal sum =
        table.stream()
            .skip(1)
            .filter(l -> !l.contains("comma"))
            .map(l -> new BigDecimal(List.of(l.split(",", -1)).get(6)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum.signum()).isZero();
    assertThat(table.get(1)).startsWith("1,36000,'=1+1,160.0,,customer/job,1520,");
    assertThat(table(run + "/ledger?format=csv&cursor=1&limit=1")).hasSize(4);
    assertThat(table(run + "/ledger?format=csv&cursor=3")).hasSize(1);
  }

  @Test
  void timeSeries_isCutAsDashboardsAsk() throws InterruptedException {
    String run = run() + "/time-series";
    JsonPath whole = Calls.get(run).statusCode(200).extract().jsonPath();
    assertThat(whole.getList("points")).hasSize(240);
    assertThat(whole.getString("points[0].time")).isEqualTo("2025-01-01T00:00:00Z");
    JsonPath hours =
        Calls.get(run + "?from=2025-01-01T10:00:00Z&to=2025-01-01T20:00:00Z&step=3600")
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(hours.getList("points")).hasSize(10);
    assertThat(hours.getString("points[0].time")).isEqualTo("2025-01-01T10:00:00Z");
    assertThat(hours.getDouble("points[0].jobsWaiting")).isEqualTo(1.0);
    assertThat(hours.getDouble("points[9].allocation")).isEqualTo(1.0);
    // As a dashboard writes them: milliseconds.
    assertThat(table(run + "?from=1735725600000&to=1735761600000&step=3600&format=csv"))
        .hasSize(11)
        .startsWith(
            "time,fromSeconds,toSeconds,devicesAllocated,allocation,jobsRunning,jobsWaiting,"
                + "powerKilowatts,energyCostCnyPerHour,fragmentDevices,fragmentShareOfFree",
            "2025-01-01T10:00:00Z,36000,39600,16.0,1.0,1.0,1.0,,,,");
    assertThat(Calls.get(run + "?from=2031-01-01T00:00:00Z").extract().jsonPath().getList("points"))
        .isEmpty();
    assertThat(Calls.get(run + "?to=2025-01-01T01:00:00Z").extract().jsonPath().getList("points"))
        .hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "from=-1",
        "from=1e9",
        "from=9999999999999999",
        "from=%00",
        "to=2025-13-01T00:00:00Z",
        "step=0",
        "step=-1",
        "step=1.5",
        "step=15s",
        "step=9223372036854775808",
        "from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z"
      })
  void timeThatIsNone_isToldByItsName(String query) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/simulations/none/time-series?" + query)
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body(
            "violations.field",
            hasItem(query.contains("&") ? "to" : query.substring(0, query.indexOf('='))));
  }

  @Test
  void tooManyPoints_areRefused() throws InterruptedException {
    Calls.get(run() + "/time-series?step=1")
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", equalTo("step"))
        .body("violations[0].rule", startsWith("must give at most 11000 points, not 144000"));
  }

  @Test
  void runThatIsNotCompleted_hasNoTables() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", JOBS);
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", ",\"eventsMax\":2");
    Calls.finished(id);
    for (String detail : DETAILS) {
      given()
          .accept("text/csv")
          .get("/v1/simulations/" + id + "/" + detail)
          .then()
          .statusCode(409)
          .contentType(PROBLEM);
      given()
          .accept("text/csv")
          .get("/v1/simulations/none/" + detail)
          .then()
          .statusCode(404)
          .contentType(PROBLEM);
    }
  }
}
