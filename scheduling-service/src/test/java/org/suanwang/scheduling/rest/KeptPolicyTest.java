package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Filters of composed policies, and policies that are kept under names. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class KeptPolicyTest {
  private static final String FLEET =
      """
      {"name":"two","hubs":[
        {"id":"west","pools":[{"deviceType":"a","nodes":1,"devicesPerNode":4}]},
        {"id":"east","pools":[{"deviceType":"a","nodes":1,"devicesPerNode":2}]}],
       "deviceTypes":[{"id":"a"}]}""";

  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"a","device":"a","devices":2,"durationSeconds":10,"submitSeconds":0},
       {"id":"b","device":"a","devices":1,"durationSeconds":10,"submitSeconds":1}]}""";

  private static final String EAST =
      "{\"discipline\":\"easy\",\"depth\":7,\"filters\":[{\"name\":\"hubs\",\"values\":[\"east\"]}]}";

  private static int names;

  private String fleet = "";
  private String workload = "";

  @BeforeEach
  void keep() {
    fleet = Calls.created("/v1/fleets", FLEET);
    workload = Calls.created("/v1/workloads", JOBS);
  }

  private static String fresh() {
    return "ours-" + ++names;
  }

  private static String body(String name, String parts) {
    return "{\"name\":\"%s\",\"parts\":%s}".formatted(name, parts);
  }

  private String simulation(String policy) {
    return "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":%s}"
        .formatted(fleet, workload, policy);
  }

  private JsonPath run(String policy) throws InterruptedException {
    String id =
        Calls.post("/v1/simulations", simulation(policy)).statusCode(202).extract().path("id");
    return Calls.completed(id);
  }

  /** b waits for a though the west is idle. */
  @Test
  void jobsOfOneHub_waitForItAndSayWhy() throws InterruptedException {
    JsonPath body = run(EAST);
    assertThat(body.getInt("result.metrics.makespanSeconds")).isEqualTo(20);
    String jobs = "/v1/simulations/" + body.getString("id");
    Calls.get(jobs + "/jobs")
        .statusCode(200)
        .body("items.find { it.id == 'b' }.waitReason.reason", equalTo("REFUSED_BY_FILTER"));
    Calls.get(jobs + "/decisions?job=b")
        .statusCode(200)
        .body("decisions.items[0].toString()", containsString("REFUSED_BY_FILTER"));
  }

  @Test
  void jobThatFiltersLetNowhere_isToldAtOnce() {
    workload = Calls.created("/v1/workloads", JOBS.replace("\"devices\":2", "\"devices\":4"));
    Calls.post("/v1/simulations", simulation(EAST))
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[id=a]"))
        .body("violations[0].rule", containsString("REFUSED_BY_FILTER"));
    Calls.post("/v1/simulations", simulation("\"fifo-first-fit\"")).statusCode(202);
  }

  @Test
  void keptPolicy_runsByNameAndByIdAsItsParts() throws InterruptedException {
    String name = fresh();
    var made =
        Calls.post("/v1/policies", body(name, EAST))
            .statusCode(201)
            .body("name", equalTo(name))
            .body("order", equalTo("fifo"))
            .body("filters", equalTo(List.of("fits-node", "hubs")))
            .body("parts.depth", equalTo(7))
            .body("parts.score", equalTo("first-fit"))
            .body("parts.filters[0].values[0]", equalTo("east"))
            .body("parts.halfLifeSeconds", nullValue())
            .header("Location", containsString("/v1/policies/policy-"))
            .extract();
    String id = made.path("id");
    assertThat(made.header("Location")).endsWith(id);
    Calls.get("/v1/policies/" + id).statusCode(200).body("name", equalTo(name));
    Calls.get("/v1/policies/" + name).statusCode(200).body("id", equalTo(id));
    String hash = run(EAST).getString("result.eventLogHash");
    JsonPath byName = run("\"" + name + "\"");
    assertThat(byName.getString("result.eventLogHash")).isEqualTo(hash);
    assertThat(byName.getString("policy")).isEqualTo("fifo-easy-first-fit");
    assertThat(run("\"" + id + "\"").getString("result.eventLogHash")).isEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"fairness":"fair-share","order":"sjf","discipline":"skip","score":"balanced-best-fit",
         "halfLifeSeconds":3600,"deferral":"cheapest-tariff",
         "filters":[{"name":"device-types","values":["a","b"]},{"name":"device-nodes-for-devices"}]}""",
        """
        {"order":"las","discipline":"conservative","preemption":"by-turn","minRunSeconds":60,
         "levelsDeviceSeconds":[60,600]}""",
        """
        {"order":"las","discipline":"skip","preemption":"by-turn"}""",
        """
        {"order":"matching","discipline":"rounds","roundSeconds":60}"""
      })
  void partsOfAKeptPolicy_composeTheSame(String parts) {
    Object told =
        Calls.post("/v1/policies", body(fresh(), parts)).statusCode(201).extract().path("parts");
    String second = fresh();
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("name", second, "parts", told))
        .post("/v1/policies")
        .then()
        .statusCode(201)
        .body("parts", equalTo(told));
  }

  @Test
  void keptPolicies_areComparedInExperiments() {
    String name = fresh();
    Calls.post("/v1/policies", body(name, EAST)).statusCode(201);
    String experiment =
        "{\"name\":\"e\",\"fleets\":[\"%s\"],\"workloads\":[\"%s\"],\"seeds\":[1],\"policies\":[%s]}";
    String two = "\"" + name + "\",\"fifo-easy-first-fit\"";
    Calls.post("/v1/experiments", experiment.formatted(fleet, workload, two)).statusCode(202);
    Calls.post("/v1/experiments", experiment.formatted(fleet, workload, "\"" + name + "\"," + EAST))
        .statusCode(400)
        .body("violations[0].field", equalTo("policies[1]"))
        .body("violations[0].rule", containsString("same parts"));
  }

  @Test
  void nameThatIsTaken_isAConflict() {
    String name = fresh();
    Calls.post("/v1/policies", body(name, "{}")).statusCode(201);
    Calls.post("/v1/policies", body(name, "{}"))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString(name));
    Calls.post("/v1/policies", body("fifo-skip-worst-fit", "{}"))
        .statusCode(409)
        .body("detail", containsString("always there"));
  }

  @Test
  void sameKey_makesOnePolicy() {
    String name = fresh();
    List<String> ids = Stream.of(1, 2).map(i -> withKey(name)).toList();
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
    given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", "key-" + name)
        .body(body(fresh(), "{}"))
        .post("/v1/policies")
        .then()
        .statusCode(409);
  }

  private static String withKey(String name) {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", "key-" + name)
        .body(body(name, "{}"))
        .post("/v1/policies")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void list_hasTheOthersOnItsFirstPageAndKeptOnesNewestFirst() {
    String older = fresh();
    String newer = fresh();
    Calls.post("/v1/policies", body(older, "{}")).statusCode(201);
    Calls.post("/v1/policies", body(newer, "{}")).statusCode(201);
    String cursor =
        Calls.get("/v1/policies?limit=1")
            .statusCode(200)
            .body("items.name", hasItem("fifo-random"))
            .body("items[-1].name", equalTo(newer))
            .extract()
            .path("nextCursor");
    Calls.get("/v1/policies?limit=1&cursor=" + cursor)
        .statusCode(200)
        .body("items.name", equalTo(List.of(older)));
    Calls.get("/v1/policies?limit=0").statusCode(400);
    Calls.get("/v1/policies/nobody").statusCode(404).body("detail", endsWith("lists them"));
    Calls.get("/v1/policies/fifo-easy-worst-fit").statusCode(200).body("id", nullValue());
    Calls.get("/v1/policies/parts")
        .statusCode(200)
        .body("filters.name", hasItem("hubs"))
        .body("scores.name", not(hasItem("hubs")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{~parts~:{}};name",
        "{~name~:~parts~,~parts~:{}};name",
        "{~name~:~policy-0~,~parts~:{}};name",
        "{~name~:~x~};parts",
        "{~name~:~x~,~parts~:{~order~:~lifo~}};parts.order",
        "{~name~:~x~,~parts~:{~orders~:~fifo~}};parts.orders",
        "{~name~:~x~,~parts~:{~filters~:[null]}};parts.filters[0].name",
        "{~name~:~x~,~parts~:{~filters~:[{~name~:~moon~}]}};parts.filters[0].name",
        "{~name~:~x~,~parts~:{~filters~:[{~name~:~hubs~}]}};parts.filters[0].values",
        "{~name~:~x~,~parts~:{~filters~:[{~name~:~hubs~,~values~:[~~]}]}};parts.filters[0].values[0]",
        "{~name~:~x~,~parts~:{~filters~:[{~name~:~hubs~,~values~:[~a~]},{~name~:~hubs~,~values~:[~b~]}]}};parts.filters[1].name",
        "{~name~:~x~,~parts~:{~filters~:[{~name~:~device-nodes-for-devices~,~values~:[~a~]}]}};parts.filters[0].values"
      })
  void wrongPolicy_isToldWithItsField(String body, String field) {
    Calls.post("/v1/policies", body.replace('~', '"'))
        .statusCode(400)
        .body("violations[0].field", equalTo(field));
  }
}
