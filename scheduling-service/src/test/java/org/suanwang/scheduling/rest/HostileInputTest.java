package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Bad input gets a precise answer, never a 500, and leaves nothing behind. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class HostileInputTest {
  private static final String JOB = "{\"name\":\"w\",\"jobs\":[{%s}]}";
  private static final String GOOD =
      "\"id\":\"a\",\"device\":\"d\",\"devices\":1,\"durationSeconds\":1";
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{%s}]}],"
          + "\"deviceTypes\":[{\"id\":\"d\",\"fp16DenseTflops\":1}]}";
  private static final String POOL = "\"deviceType\":\"d\",\"nodes\":2,\"devicesPerNode\":2";

  static Stream<Arguments> workloads() {
    return Stream.of(
        Arguments.of("", "(body)|request"),
        Arguments.of("null", "request"),
        Arguments.of("[]", "(body)"),
        Arguments.of("{", "(body)"),
        Arguments.of("{}", "name"),
        Arguments.of("{\"name\":\"w\"}", "jobs"),
        Arguments.of("{\"name\":\"w\",\"jobs\":[null]}", "jobs[0]"),
        Arguments.of("{\"name\":\"w\",\"surprise\":1}", "surprise"),
        Arguments.of("{\"name\":\"" + "x".repeat(101) + "\"}", "name"),
        Arguments.of("[".repeat(100_000), "(body)"),
        job(GOOD + "},{" + GOOD, "jobs[1].id"),
        job("\"id\":\"background-1\",\"devices\":1,\"durationSeconds\":1", "jobs[0].id"),
        job(GOOD.replace("\"devices\":1", "\"devices\":-1"), "jobs[0].devices"),
        job(GOOD.replace("\"devices\":1", "\"devices\":1.5"), "jobs[0].devices"),
        job(GOOD.replace("\"devices\":1", "\"devices\":\"1\""), "jobs[0].devices"),
        job(GOOD.replace("\"devices\":1", "\"devices\":99999999999"), "jobs[0].devices"),
        job(GOOD.replace("\"devices\":1", "\"devices\":4000001"), "jobs[0].devices"),
        job(GOOD.replace("\"devices\":1", "\"devices\":0"), "jobs[0].devices"),
        job(GOOD + ",\"fraction\":0.5", "jobs[0].fraction"),
        job(GOOD.replace("\"devices\":1", "\"fraction\":1.0"), "jobs[0].fraction"),
        job(GOOD.replace("\"devices\":1", "\"fraction\":0.00001"), "jobs[0].fraction"),
        job(GOOD.replace("durationSeconds\":1", "durationSeconds\":-5"), "jobs[0].durationSeconds"),
        job(GOOD.replace("durationSeconds\":1", "durationSeconds\":0"), "jobs[0].durationSeconds"),
        job(GOOD.replace("durationSeconds\":1", "durationHours\":1e308"), "jobs[0].durationHours"),
        job(
            GOOD.replace("durationSeconds\":1", "durationHours\":\"NaN\""),
            "jobs[0].durationHours"),
        job(GOOD.replace("durationSeconds\":1", "durationHours\":NaN"), "(body)|jobs[0]"),
        job(GOOD.replace("durationSeconds\":1", "durationHours\":1e999"), "jobs[0].durationHours"),
        job(GOOD + ",\"durationHours\":1", "jobs[0].durationHours"),
        job(GOOD + ",\"submitSeconds\":-1", "jobs[0].submitSeconds"),
        job(GOOD + ",\"submitAt\":\"yesterday\"", "jobs[0].submitAt"),
        job(GOOD + ",\"submitAt\":\"+999999999-01-01T00:00:00Z\"", "jobs[0].submitAt"),
        job(GOOD + ",\"tasks\":2000000,\"devicesPerTask\":2000000", "jobs[0].tasks"),
        job(GOOD + ",\"regionRequired\":true", "jobs[0].region"),
        background("\"jobs\":1000000000,\"days\":1", "background.jobs"),
        background("\"jobs\":-1,\"days\":1", "background.jobs"),
        background("\"jobs\":10,\"days\":0", "background.days"),
        background("\"jobs\":10,\"days\":1e308", "background.days"),
        background("\"jobs\":10", "background.jobs"),
        background("\"jobs\":10,\"days\":1,\"fractionalShare\":2", "background.fractionalShare"),
        background("\"jobs\":10,\"days\":1,\"start\":\"x\"", "background.start"),
        background(
            "\"jobs\":10,\"days\":1,\"duration\":{\"law\":\"zipf\",\"seconds\":5}",
            "background.duration.law"));
  }

  private static Arguments job(String job, String field) {
    return Arguments.of(JOB.formatted(job), field);
  }

  private static Arguments background(String background, String field) {
    return Arguments.of("{\"name\":\"w\",\"background\":{" + background + "}}", field);
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void badWorkload_isRefusedWithItsField(String body, String field) {
    checkRefused("/v1/workloads", body, field);
  }

  static Stream<Arguments> fleets() {
    return Stream.of(
        Arguments.of("{\"name\":\"f\"}", "hubs"),
        Arguments.of("{\"name\":\"f\",\"hubs\":[]}", "hubs"),
        Arguments.of("{\"name\":\"f\",\"hubs\":[null]}", "hubs[0]"),
        Arguments.of("{\"name\":\"f\",\"hubs\":[{\"id\":\"h\"}]}", "hubs[0].pools"),
        pool(POOL.replace("nodes\":2", "nodes\":-1"), "hubs[0].pools[0].nodes"),
        pool(POOL.replace("nodes\":2", "nodes\":1000001"), "hubs[0].pools[0].nodes"),
        pool(POOL.replace("PerNode\":2", "PerNode\":0"), "hubs[0].pools[0].devicesPerNode"),
        pool(POOL.replace("PerNode\":2", "PerNode\":5000"), "hubs[0].pools[0].devicesPerNode"),
        pool(
            POOL.replace("nodes\":2", "nodes\":1000000").replace("PerNode\":2", "PerNode\":8"),
            "hubs"),
        pool(POOL + ",\"cpuMilliPerNode\":-3", "hubs[0].pools[0].cpuMilliPerNode"),
        pool(POOL + ",\"price\":{\"value\":1}", "hubs[0].pools[0].price.unit"),
        pool(
            POOL + ",\"price\":{\"value\":-1,\"unit\":\"CNY/(device.h)\",\"rationale\":\"r\"}",
            "hubs[0].pools[0].price.value"),
        pool(
            POOL + ",\"price\":{\"value\":1e308,\"unit\":\"CNY/(device.h)\",\"rationale\":\"r\"}",
            "hubs[0].pools[0].price.value"),
        Arguments.of(
            FLEET.formatted(POOL).replace("Tflops\":1", "Tflops\":-1"),
            "deviceTypes[0].fp16DenseTflops"));
  }

  private static Arguments pool(String pool, String field) {
    return Arguments.of(FLEET.formatted(pool), field);
  }

  @ParameterizedTest
  @MethodSource("fleets")
  void badFleet_isRefusedWithItsField(String body, String field) {
    checkRefused("/v1/fleets", body, field);
  }

  private static void checkRefused(String path, String body, String field) {
    var answer =
        given().contentType(ContentType.JSON).body(body).when().post(path).then().extract();
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    String fields = String.join(" ", answer.jsonPath().getList("violations.field", String.class));
    assertThat(Stream.of(field.split("\\|", -1)).anyMatch(fields::contains))
        .as(fields + " should tell " + field)
        .isTrue();
  }

  @Test
  void badSimulation_isRefused() {
    String fleet = Calls.created("/v1/fleets", FLEET.formatted(POOL));
    String workload = Calls.created("/v1/workloads", JOB.formatted(GOOD));
    String good =
        "{\"fleet\":\""
            + fleet
            + "\",\"workload\":\""
            + workload
            + "\",\"policy\":\"fifo-best-fit\"%s}";
    checkRefused("/v1/simulations", good.formatted("").replace("best-fit", "best"), "policy");
    checkRefused("/v1/simulations", good.formatted(",\"horizonDays\":0"), "horizonDays");
    checkRefused("/v1/simulations", good.formatted(",\"horizonDays\":1e308"), "horizonDays");
    checkRefused("/v1/simulations", good.formatted(",\"commissionRate\":1.5"), "commissionRate");
    checkRefused("/v1/simulations", good.formatted(",\"efficiency\":0"), "efficiency");
    checkRefused("/v1/simulations", good.formatted(",\"eventsMax\":0"), "eventsMax");
    checkRefused("/v1/simulations", good.formatted(",\"onNeverFits\":\"x\""), "onNeverFits");
    Calls.post("/v1/simulations", good.formatted("").replace(fleet, "fleet-x")).statusCode(404);
    Calls.post("/v1/simulations", good.formatted("").replace(workload, "none")).statusCode(404);
  }

  @Test
  void gangLargerThanAnyHub_isToldAtOnce() {
    String fleet = Calls.created("/v1/fleets", FLEET.formatted(POOL));
    String workload =
        Calls.created(
            "/v1/workloads", JOB.formatted(GOOD.replace("devices\":1", "devices\":30919")));
    String body =
        "{\"fleet\":\""
            + fleet
            + "\",\"workload\":\""
            + workload
            + "\",\"policy\":\"fifo-first-fit\"%s}";
    Calls.post("/v1/simulations", body.formatted(""))
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[id=a]"))
        .body("violations[0].rule", containsString("short of 30915 of its 30919 tasks"));
    Calls.post("/v1/simulations", body.formatted(",\"onNeverFits\":\"SKIP\"")).statusCode(202);
  }

  @Test
  void jobOnTypeNotInFleet_isToldAtOnce() {
    String fleet = Calls.created("/v1/fleets", FLEET.formatted(POOL));
    String workload =
        Calls.created("/v1/workloads", JOB.formatted(GOOD.replace("\"d\"", "\"other\"")));
    Calls.post(
            "/v1/simulations",
            "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\"}"
                .formatted(fleet, workload))
        .statusCode(400)
        .body("violations.rule", hasItem(containsString("NO_DEVICE_TYPE")));
  }

  @Test
  void badPaging_isRefused() {
    Calls.get("/v1/fleets?limit=0").statusCode(400);
    Calls.get("/v1/fleets?limit=1001").statusCode(400);
    Calls.get("/v1/fleets?limit=x").statusCode(400);
    Calls.get("/v1/fleets?cursor=-1").statusCode(400);
    Calls.get("/v1/fleets?cursor=%27;drop").statusCode(400);
    Calls.get("/v1/simulations?state=SLEEPING").statusCode(400);
  }

  @Test
  void unknownIds_areNotFound() {
    for (String path :
        new String[] {
          "/v1/fleets/x",
          "/v1/workloads/x",
          "/v1/simulations/x",
          "/v1/simulations/x/jobs",
          "/v1/simulations/x/events",
          "/v1/simulations/x/ledger",
          "/v1/simulations/x/time-series",
          "/v1/simulations/x/progress"
        }) {
      Calls.get(path).statusCode(404);
    }
    given().when().delete("/v1/simulations/x").then().statusCode(404);
  }

  @Test
  void badTraces_areRefusedWithTheirLines() {
    String pods = "name,cpu_milli,memory_mib,num_gpu,gpu_milli\n";
    csv(
            "/v1/workloads?format=openb&runSeconds=10",
            pods + "a,1,1,1,1000\nb,x,1,1,1000\nc,1,1,2,500\n")
        .statusCode(400)
        .body("violations.field", hasItem("line 3, column cpu_milli"))
        .body("violations.field", hasItem("line 4, column gpu_milli"));
    csv("/v1/workloads?format=openb", pods + "a,1,1,1,1000\n")
        .statusCode(400)
        .body("violations[0].remedy", containsString("runSeconds"));
    csv("/v1/workloads?format=openb&runSeconds=10", pods + "a,1,1\n").statusCode(400);
    csv("/v1/workloads?format=openb&runSeconds=10", pods + "a,1,1,1,\"1000\n").statusCode(400);
    csv("/v1/workloads?format=openb&runSeconds=10", "").statusCode(400);
    csv("/v1/workloads?format=swf", pods).statusCode(400);
    csv("/v1/fleets?format=openb", "sn,cpu_milli,memory_mib,gpu,model\nn,1,1,-1,\n")
        .statusCode(400);
    csv("/v1/fleets?format=openb", "sn,cpu_milli\nn,1\n").statusCode(400);
  }

  private static ValidatableResponse csv(String path, String body) {
    return given().contentType("text/csv").body(body).when().post(path).then();
  }

  @Test
  void wrongMediaType_isAProblem() {
    given()
        .contentType("application/xml")
        .body("<a/>")
        .when()
        .post("/v1/fleets")
        .then()
        .statusCode(415);
  }

  static Stream<String> unreadableFleets() {
    return Stream.of(
        "{\"bogus\":1}",
        FLEET.formatted(POOL.replace("\"nodes\":2", "\"nodes\":\"4\"")),
        FLEET.formatted(POOL.replace("\"nodes\":2", "\"nodes\":NaN")),
        FLEET.formatted(POOL.replace("\"nodes\":2", "\"nodes\":{}")),
        "{\"hubs\":{}}",
        "{\"name\":[1]}");
  }

  /** The parser's own sentences name classes and settings of the service. */
  @ParameterizedTest
  @MethodSource("unreadableFleets")
  void unreadableBody_isToldInWordsOfTheContract(String body) {
    String answer =
        given()
            .contentType(ContentType.JSON)
            .body(body)
            .post("/v1/fleets")
            .then()
            .statusCode(400)
            .extract()
            .asString();

    assertThat(answer)
        .doesNotContain("org.suanwang", "java.", "Feature", "CoercionConfig", "class ");
  }
}
