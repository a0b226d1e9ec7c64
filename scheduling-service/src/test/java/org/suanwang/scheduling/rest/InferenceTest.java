package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Services whose replicas are simulated, recorded requests, and requests one by one. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class InferenceTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String AZURE =
      """
      TIMESTAMP,ContextTokens,GeneratedTokens
      2023-11-16 18:15:46.6805900,374,44
      2023-11-16 18:15:50.9951690,396,109
      2023-11-16 18:17:51.2224670,879,55
      """;
  private static final String MOONCAKE =
      """
      {"timestamp": 0, "input_length": 6755, "output_length": 500, "hash_ids": [0]}
      {"timestamp": 3000, "input_length": 7319, "output_length": 490, "hash_ids": [0]}
      """;

  private static ValidatableResponse trace(String path, String text) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("text/csv", ContentType.TEXT)))
        .contentType("text/csv")
        .body(text)
        .post(path)
        .then();
  }

  @Test
  void exampleService_isSimulatedWithItsReplicas() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", Examples.FLEET);
    String workload =
        Calls.post("/v1/workloads", InferenceExamples.WORKLOAD)
            .statusCode(201)
            .body("services", equalTo(1))
            .body("replicaJobs", greaterThan(2))
            .extract()
            .path("id");

    JsonPath body = Calls.completed(Calls.simulation(fleet, workload, "fifo-best-fit", ""));

    JsonPath stored = Calls.get("/v1/workloads/" + workload).extract().jsonPath();
    assertThat(stored.getInt("namedJobs")).isEqualTo(stored.getInt("replicaJobs"));
    assertThat(body.getInt("result.metrics.jobsCompleted")).isEqualTo(stored.getInt("replicaJobs"));
    String service = "result.services[0].";
    assertThat(body.getString(service + "name")).isEqualTo("chat");
    assertThat(body.getDouble(service + "attainment")).isBetween(0.5, 1.0);
    assertThat(body.getDouble(service + "classes[0].arrived")).isGreaterThan(1_000_000);
    assertThat(body.getDouble(service + "replicaHoursServing"))
        .isLessThan(body.getDouble(service + "replicaHoursWanted"));
    assertThat(body.getDouble(service + "costPerMillionTokens.value")).isPositive();
    assertThat(body.getList(service + "points")).hasSize(240);
    assertThat(body.getBoolean(service + "performanceAssumed")).isTrue();
    assertThat(body.getList("result.assumptions", String.class))
        .anyMatch(a -> a.contains("nothing was measured"));
  }

  @Test
  void lackOfDevices_isSeenInTheAttainment() throws InterruptedException {
    String workload = Calls.created("/v1/workloads", InferenceExamples.WORKLOAD);
    String small =
        Calls.created(
            "/v1/fleets",
            """
            {"name":"small","hubs":[{"id":"h","pools":[
              {"deviceType":"huawei-ascend-910","nodes":3,"devicesPerNode":8}]}],
             "deviceTypes":[{"id":"huawei-ascend-910"}]}""");
    JsonPath body =
        Calls.completed(Calls.simulation(small, workload, "fifo-best-fit", ",\"horizonDays\":1"));

    assertThat(body.getDouble("result.services[0].attainment")).isLessThan(0.5);
    assertThat(body.getDouble("result.services[0].classes[0].dropped")).isPositive();
    assertThat(body.getMap("result.services[0].energy")).isNull();
    assertThat(body.getMap("result.services[0].cost")).isNull();
  }

  @Test
  void recordedRequests_areKept_andBecomeTheRateOfAService() throws InterruptedException {
    String trace =
        trace("/v1/workloads?format=azure-llm&name=azure", AZURE)
            .statusCode(201)
            .body("requests", equalTo(3))
            .body("jobs", equalTo(0))
            .body("epoch", containsString("2023-11-16T18:15:46.68"))
            .extract()
            .path("id");
    String service =
        InferenceExamples.WORKLOAD
            .replaceAll("\"rate\":\\{[^}]*}", "\"rate\":{\"recorded\":\"" + trace + "\"}")
            .replaceAll("\"promptTokens\":\\{[^}]*},\"answerTokens\":\\{[^}]*},", "");
    String workload = Calls.created("/v1/workloads", service);
    String fleet = Calls.created("/v1/fleets", Examples.FLEET);
    JsonPath body = Calls.completed(Calls.simulation(fleet, workload, "fifo-best-fit", ""));

    assertThat(body.getDouble("result.services[0].classes[0].arrived")).isEqualTo(3.0);
    assertThat(body.getDouble("result.services[0].tokens")).isBetween(1856.9, 1857.1);
  }

  @Test
  void recordedRequests_areRunOneByOne() {
    String trace =
        trace("/v1/workloads?format=mooncake", MOONCAKE)
            .statusCode(201)
            .body("requests", equalTo(2))
            .extract()
            .path("id");
    String question =
        InferenceExamples.REQUESTS.replaceAll(
            "(?s)\"classes\":.*\"seed\":42", "\"workload\":\"" + trace + "\"");

    JsonPath one =
        Calls.post("/v1/request-simulations", question).statusCode(200).extract().jsonPath();
    JsonPath other = Calls.post("/v1/request-simulations", question).extract().jsonPath();

    assertThat(one.getList("runs.replicas", Integer.class)).isEqualTo(List.of(1, 2, 4));
    assertThat(one.getInt("runs[0].result.served")).isEqualTo(2);
    assertThat(one.getLong("runs[0].result.promptTokens")).isEqualTo(14_074);
    assertThat(one.getString("runs[0].result.hash"))
        .isEqualTo(other.getString("runs[0].result.hash"));
  }

  @Test
  void drawnRequests_areRunOneByOne() {
    JsonPath body =
        Calls.post("/v1/request-simulations", InferenceExamples.REQUESTS)
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(body.getInt("runs[0].result.requests")).isBetween(2_800, 3_200);
    assertThat(body.getDouble("runs[2].result.attainment"))
        .isGreaterThanOrEqualTo(body.getDouble("runs[0].result.attainment"));
    assertThat(body.getDouble("runs[0].result.ttft.p99")).isPositive();
    assertThat(InferenceExamples.REQUESTS_ANSWER).contains(body.getString("runs[1].result.hash"));
  }

  @Test
  void recordedRequestsAlone_areNoWorkloadForASimulation() {
    String trace = trace("/v1/workloads?format=azure-llm", AZURE).extract().path("id");
    String fleet = Calls.created("/v1/fleets", Examples.FLEET);
    Calls.post(
            "/v1/simulations",
            "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-best-fit\"}"
                .formatted(fleet, trace))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", hasItem("workload"));
  }

  @Test
  void badLinesOfARecording_areNamed() {
    trace("/v1/workloads?format=azure-llm", AZURE.replace("396", "many"))
        .statusCode(400)
        .contentType(PROBLEM);
    trace("/v1/workloads?format=azure-llm&runSeconds=10", AZURE)
        .statusCode(400)
        .body("violations.field", hasItem("runSeconds"));
    trace("/v1/workloads?format=mooncake", "").statusCode(400).contentType(PROBLEM);
    trace("/v1/fleets?format=mooncake", MOONCAKE).statusCode(400).contentType(PROBLEM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\"chat\",\"model\"|\"name\":\"\",\"model\"|services[0].name",
        "\"durationSeconds\":86400|\"durationSeconds\":86401|services[0].durationSeconds",
        "\"durationSeconds\":86400,|\"startSeconds\":5,|services[0].durationSeconds",
        "\"stepSeconds\":300|\"stepSeconds\":0|services[0].stepSeconds",
        "\"patienceSeconds\":60|\"patienceSeconds\":-1|services[0].patienceSeconds",
        "\"priority\":10|\"tenant\":\"/\"|services[0].tenant",
        "\"region\":\"jing-jin-ji\"|\"regionRequired\":true|services[0].regionRequired",
        "\"deviceType\":\"huawei-ascend-910\",|\"tasks\":1,|services[0].replica.deviceType",
        "\"devicesPerTask\":8|\"devicesPerTask\":0|services[0].replica.devicesPerTask",
        "\"devicesPerTask\":8|\"devicesPerTask\":1|services[0].replica.roofline.memoryGigabytes",
        "\"sequencesMax\":64|\"sequencesMax\":0|services[0].replica.sequencesMax",
        "\"parameters\":70e9|\"parameters\":0|services[0].replica.roofline.parameters",
        "\"peakTflops\":256|\"peakTflops\":1e-9|services[0].replica.roofline",
        "\"roofline\"|\"measured\":{},\"roofline\"|services[0].replica.measured",
        "\"flopEfficiency\":0.5|\"flopEfficiency\":2|services[0].replica.roofline.flopEfficiency",
        "\"replicasMax\":40|\"replicasMax\":1|services[0].scaling.replicasMax",
        "\"replicasMax\":40|\"replicasMax\":10001|services[0].scaling.replicasMax",
        "\"targetUtilisation\":0.6|\"targetUtilisation\":0|services[0].scaling.targetUtilisation",
        "\"mean\":1155|\"mean\":-1|services[0].classes[0].promptTokens.mean",
        "\"cv\":1.0|\"cv\":4|services[0].classes[0].promptTokens.cv",
        "\"hourly\":[4,|\"hourly\":[|services[0].classes[0].rate.hourly",
        "\"hourly\":[4|\"hourly\":[null|services[0].classes[0].rate.hourly[0]",
        "\"hourly\":[4|\"hourly\":[-4|services[0].classes[0].rate.hourly[0]",
        "\"rate\":{|\"rate\":{\"perSecond\":1,|services[0].classes[0].rate",
        "\"rate\":{\"hourly\"|\"rate\":{\"recorded\":\"x\",\"steps\":[],\"hourly\"|services[0].classes[0].rate",
        "\"ttftSeconds\":2,|\"share\":1,|services[0].classes[0].objectives",
        "\"share\":0.95|\"share\":95|services[0].classes[0].objectives.share",
      })
  void wrongService_isRefusedByField(String right, String wrong, String field) {
    assertThat(InferenceExamples.WORKLOAD).contains(right);
    Calls.post("/v1/workloads", InferenceExamples.WORKLOAD.replace(right, wrong))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", hasItem(field));
  }

  @Test
  void servicesThatAreNone_areRefused() {
    Calls.post("/v1/workloads", "{\"name\":\"w\",\"services\":[null]}")
        .statusCode(400)
        .body("violations.field", hasItem("services[0]"));
    Calls.post("/v1/workloads", "{\"name\":\"w\",\"services\":[{}]}")
        .statusCode(400)
        .body("violations.field", hasItem("services[0].replica"));
    String twice =
        InferenceExamples.WORKLOAD.replaceFirst(
            "(?s)\"services\":\\[(.*)]}$", "\"services\":[$1,$1]}");
    Calls.post("/v1/workloads", twice)
        .statusCode(400)
        .body("violations.field", hasItem("services[1].name"));
    String other =
        InferenceExamples.WORKLOAD.replaceFirst(
            "\"services\"",
            "\"jobs\":[{\"id\":\"a\",\"class\":\"inference/chat\",\"devices\":1,\"device\":\"d\","
                + "\"durationHours\":1}],\"services\"");
    Calls.post("/v1/workloads", other)
        .statusCode(400)
        .body("violations.field", hasItem("jobs[0].class"));
    String unknown =
        InferenceExamples.WORKLOAD
            .replaceAll("\"rate\":\\{[^}]*}", "\"rate\":{\"recorded\":\"workload-none\"}")
            .replaceAll("\"promptTokens\":\\{[^}]*},\"answerTokens\":\\{[^}]*},", "");
    Calls.post("/v1/workloads", unknown)
        .statusCode(400)
        .body("violations.field", hasItem("services[0].classes[0].rate.recorded"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"replicas\":[1,2,4]|\"replicas\":[]|replicas",
        "\"replicas\":[1,2,4]|\"replicas\":[null]|replicas[0]",
        "\"replicas\":[1,2,4]|\"replicas\":[0]|replicas[0]",
        "LEAST_OUTSTANDING|RANDOM|router",
        "\"durationSeconds\":600,||durationSeconds",
        "\"durationSeconds\":600|\"durationSeconds\":600,\"workload\":\"x\"|workload",
        "\"perSecond\":5|\"perSecond\":1e8|classes",
        "\"promptTokens\":512,\"batchSize\":1|\"batchSize\":1|replica.measured.rows[0].promptTokens",
        "\"promptSeconds\":0.05|\"promptSeconds\":0|replica.measured.rows[0].promptSeconds",
        "\"source\":\"example; not a measurement\",||replica.measured.source",
        "\"tokenSeconds\":0.05|\"tokenSeconds\":1000000|replica",
        "\"cacheTokens\":400000,||replica.cacheTokens",
      })
  void wrongQuestion_isRefusedByField(String right, String wrong, String field) {
    assertThat(InferenceExamples.REQUESTS).contains(right);
    String body = InferenceExamples.REQUESTS.replace(right, wrong == null ? "" : wrong);
    Calls.post("/v1/request-simulations", body)
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", hasItem(field));
  }

  @Test
  void questionAboutAWorkloadThatIsNotThere_isNotFound() {
    String question =
        InferenceExamples.REQUESTS.replaceAll(
            "(?s)\"classes\":.*\"seed\":42", "\"workload\":\"workload-none\"");
    Calls.post("/v1/request-simulations", question).statusCode(404).contentType(PROBLEM);
    Calls.post("/v1/request-simulations", "{}").statusCode(400).contentType(PROBLEM);
  }
}
