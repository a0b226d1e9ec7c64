package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Time series of simulations as a dashboard asks a Prometheus for them. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class PrometheusFormTest {
  private static final String BASE = "/v1/prometheus/api/v1/";
  private static final String PROBLEM = "application/problem+json";
  private static final long EPOCH = 1_735_689_600;
  private static final String RATIO = "suanwang_simulation_allocation_ratio";
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":1,"
          + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String JOBS =
      "{\"name\":\"w\",\"jobs\":["
          + "{\"id\":\"a\",\"device\":\"d\",\"devices\":8,\"durationHours\":10,"
          + "\"submitAt\":\"2025-01-01T00:00:00Z\"},"
          + "{\"id\":\"b\",\"device\":\"d\",\"devices\":4,\"durationHours\":10,"
          + "\"submitAt\":\"2025-01-01T00:00:00Z\"}]}";

  private static String run() throws InterruptedException {
    String id =
        Calls.simulation(
            Calls.created("/v1/fleets", FLEET),
            Calls.created("/v1/workloads", JOBS),
            "fifo-first-fit",
            "");
    Calls.completed(id);
    return id;
  }

  private static ValidatableResponse get(String call, Map<String, String> query) {
    RequestSpecification request = given();
    query.forEach(request::queryParam);
    return request.get(BASE + call).then();
  }

  private static Map<String, String> range(String query, long start, long end, String step) {
    return Map.of(
        "query", query, "start", Long.toString(start), "end", Long.toString(end), "step", step);
  }

  private static String selector(String metric, String id) {
    return metric + "{simulation=\"" + id + "\"}";
  }

  @Test
  void range_hasTheValuesOfTheRun() throws InterruptedException {
    String id = run();
    String query = selector(RATIO, id);
    JsonPath body =
        get("query_range", range(query, EPOCH - 3_600, EPOCH + 90_000, "3600"))
            .statusCode(200)
            .body("status", equalTo("success"))
            .body("data.resultType", equalTo("matrix"))
            .body("data.result", hasSize(1))
            .body("data.result[0].metric.__name__", equalTo(RATIO))
            .body("data.result[0].metric.simulation", equalTo(id))
            .body("data.result[0].metric.policy", equalTo("fifo-first-fit"))
            .extract()
            .jsonPath();
    List<List<Object>> values = body.getList("data.result[0].values");
    assertThat(values).hasSize(20);
    assertThat(values.getFirst()).isEqualTo(List.of((int) EPOCH, "1.0"));
    assertThat(values.get(10)).isEqualTo(List.of((int) EPOCH + 36_000, "0.5"));
    get("query_range", range(selector("suanwang_simulation_jobs_waiting", id), EPOCH, EPOCH, "1m"))
        .body("data.result[0].values", contains(List.of((int) EPOCH, "1.0")));
    get("query_range", range(query, 0, 10, "1")).body("data.result", hasSize(0));
  }

  @Test
  void severalSimulations_areSeveralSeries() throws InterruptedException {
    String one = run();
    String two = run();
    String query = RATIO + "{simulation=~\"" + one + "|" + two + "\"}";
    get("query_range", range(query, EPOCH, EPOCH + 60, "60"))
        .body("data.result.metric.simulation", contains(one, two));
    get("query", Map.of("query", query, "time", "2025-01-01T00:00:00Z"))
        .statusCode(200)
        .body("data.resultType", equalTo("vector"))
        .body(
            "data.result.value",
            contains(List.of((int) EPOCH, "1.0"), List.of((int) EPOCH, "1.0")));
  }

  @Test
  void listings_nameMetricsAndSimulations() throws InterruptedException {
    String id = run();
    get("label/__name__/values", Map.of()).body("data", hasItems(RATIO)).body("data", hasSize(8));
    get("label/simulation/values", Map.of("match[]", RATIO)).body("data", hasItem(id));
    get("label/policy/values", Map.of()).body("data", hasItem("fifo-first-fit"));
    get("label/nothing/values", Map.of()).body("data", hasSize(0));
    get("labels", Map.of()).body("data", hasItem("simulation"));
    get("series", Map.of("match[]", RATIO)).body("data.simulation", hasItem(id));
    get("series", Map.of("match[]", selector(RATIO, id)))
        .body("data", hasSize(1))
        .body("data[0].simulation", equalTo(id));
  }

  @Test
  void probeOfADataSource_isAnswered() {
    get("query", Map.of("query", "1+1", "time", "1735689600.5"))
        .statusCode(200)
        .body("data.resultType", equalTo("scalar"))
        .body("data.result", contains((int) EPOCH, "2"));
  }

  @Test
  void simulationThatIsNotCompleted_hasNoValues() throws InterruptedException {
    String id =
        Calls.simulation(
            Calls.created("/v1/fleets", FLEET),
            Calls.created("/v1/workloads", JOBS),
            "fifo-first-fit",
            ",\"eventsMax\":2");
    Calls.finished(id);
    get("query_range", range(selector(RATIO, id), EPOCH, EPOCH + 60, "60"))
        .statusCode(200)
        .body("data.result", hasSize(0));
    get("query_range", range(selector(RATIO, "none"), EPOCH, EPOCH + 60, "60"))
        .statusCode(404)
        .contentType(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "up",
        RATIO,
        RATIO + "{}",
        RATIO + "{simulation=\"a\"",
        RATIO + "{simulation!=\"a\"}",
        RATIO + "{simulation=~\".*\"}",
        RATIO + "{simulation=\"a\",policy=\"b\"}",
        "rate(" + RATIO + "{simulation=\"a\"}[5m])",
        "2+2",
        "((((((((((((((((((((",
        "\u0000"
      })
  void queryThatIsAnother_isRefusedWithAnExample(String query) {
    get("query_range", range(query, EPOCH, EPOCH, "1"))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", equalTo("query"))
        .body("violations[0].remedy", containsString(RATIO + "{simulation="));
  }

  @Test
  void queryTooLongOrOfTooMany_isRefused() {
    get("query_range", range(selector(RATIO, "a".repeat(1_501)), EPOCH, EPOCH, "1"))
        .statusCode(400);
    String many = "a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u";
    get("query_range", range(RATIO + "{simulation=~\"" + many + "\"}", EPOCH, EPOCH, "1"))
        .statusCode(400)
        .body("violations[0].value", equalTo("21 simulations"));
    get("query_range", range("suanwang_simulation_alocation_ratio{simulation=\"a\"}", 0, 0, "1"))
        .statusCode(400)
        .body("violations[0].remedy", containsString("did you mean " + RATIO));
    get("series", Map.of("match[]", "nonsense")).statusCode(400).contentType(PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({
    "start,'',0,1",
    "start,yesterday,0,1",
    "start,1e999999999,0,1",
    "start,NaN,0,1",
    "start,-999999999999999,0,1",
    "end,0,x,1",
    "end,5,4,1",
    "step,0,10,0",
    "step,0,10,-1",
    "step,0,10,NaN",
    "step,0,10,5y",
    "step,0,10,1e-9",
    "step,0,11000,1"
  })
  void timeThatIsNone_isToldByItsName(String name, String start, String end, String step) {
    get(
            "query_range",
            Map.of("query", selector(RATIO, "a"), "start", start, "end", end, "step", step))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", hasItem(name));
  }
}
