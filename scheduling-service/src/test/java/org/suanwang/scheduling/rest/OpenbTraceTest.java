package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/**
 * A recorded trace, streamed in and simulated. The lines are made up in the format of the trace.
 */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class OpenbTraceTest {
  private static final String NODES =
      """
      sn,cpu_milli,memory_mib,gpu,model
      n0,32000,262144,0,
      n1,64000,262144,2,P100
      n2,96000,786432,8,V100M32
      n3,64000,262144,2,P100
      """;
  private static final String PODS =
      """
      name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time
      p0,12000,16384,1,1000,,LS,Running,0,3600,10
      p1,6000,12288,1,460,,LS,Running,60,7200,
      p2,8000,1024,8,1000,V100M16|V100M32|V100M32,BE,Succeeded,100,100,100
      p3,12500,57344,0,0,,Burstable,Failed,120,500,130
      p4,1000,1024,2,1000,P100,LS,Pending,130,900,
      """;

  @Test
  void streamedTrace_isSimulatedToItsEnd() throws InterruptedException {
    String fleet =
        csv("/v1/fleets?format=openb&name=openb-test", NODES)
            .body("nodes", equalTo(4))
            .body("devices", equalTo(12))
            .body("hubs[0].pools.size()", equalTo(3))
            .extract()
            .path("id");
    String workload =
        csv("/v1/workloads?format=openb", PODS).body("jobs", equalTo(5)).extract().path("id");
    String id = Calls.simulation(fleet, workload, "fifo-best-fit", "");
    JsonPath body = Calls.completed(id);
    assertThat(body.getInt("result.metrics.jobsCompleted")).isEqualTo(5);
    // p1 lasts from its creation, since it was never scheduled: 60 + 7140 s, and ends last.
    assertThat(body.getInt("result.metrics.makespanSeconds")).isEqualTo(7200);
    assertThat(body.getInt("result.metrics.waitSecondsMax")).isZero();
  }

  @Test
  void listWithoutTimes_takesTheRunTimeToldToIt() throws InterruptedException {
    String fleet = csv("/v1/fleets?format=openb", NODES).extract().path("id");
    String pods = "name,cpu_milli,memory_mib,num_gpu,gpu_milli\na,1,1,1,500\nb,1,1,2,1000\n";
    String workload = csv("/v1/workloads?format=openb&runSeconds=100", pods).extract().path("id");
    JsonPath body = Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", ""));
    assertThat(body.getInt("result.metrics.makespanSeconds")).isEqualTo(101);
  }

  @Test
  void swfLog_isFleetAndWorkload() throws InterruptedException {
    String log =
        """
        ; MaxProcs: 4
        1 0 -1 10 3 -1 -1 3 10 -1 1 1 1 -1 -1 -1 -1 -1
        2 1 -1 10 4 -1 -1 4 20 -1 1 1 1 -1 -1 -1 -1 -1
        3 2 -1  8 1 -1 -1 1  8 -1 1 2 1 -1 -1 -1 -1 -1
        4 3 -1 -1 1 -1 -1 1  8 -1 5 2 1 -1 -1 -1 -1 -1
        """;
    String fleet =
        csv("/v1/fleets?format=swf&name=four", log)
            .body("devices", equalTo(4))
            .extract()
            .path("id");
    String workload =
        csv("/v1/workloads?format=swf", log)
            .body("jobs", equalTo(3))
            .body("jobsLeftOut", equalTo(1))
            .extract()
            .path("id");
    JsonPath body = Calls.completed(Calls.simulation(fleet, workload, "fifo-easy-first-fit", ""));
    assertThat(body.getInt("result.metrics.makespanSeconds")).isEqualTo(20);
    assertThat(body.getInt("result.metrics.waitSecondsMax")).isEqualTo(9);
  }

  @Test
  void answer_countsWhatIsNotAsInTheTrace() {
    String jobs =
        """
        timestamp,duration,num_gpus,gpu_time,cluster
        2017-10-09 07:01:55,66.0,16,1056.0,a1
        2017-10-09 07:01:55,66.0,0,0,a1
        """;
    csv("/v1/workloads?format=philly&widerJobs=cap&devicesPerTaskMax=4", jobs)
        .body("jobs", equalTo(1))
        .body("epoch", equalTo("2017-10-09T07:01:55Z"))
        .body("jobsLeftOut", equalTo(1))
        .body("leftOut['asked for no device']", equalTo(1))
        .body("changed['devices capped at 4']", equalTo(1));
    given()
        .contentType("text/csv")
        .body(jobs)
        .when()
        .post("/v1/workloads?format=philly&runSeconds=9")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("runSeconds"));
  }

  @Test
  void kubernetesCluster_isFleetAndWorkload() throws InterruptedException {
    String pod =
        """
        {"kind": "Pod", "metadata": {"name": "%s", "namespace": "team",
          "creationTimestamp": "2026-01-05T08:00:00Z"},
         "spec": {"containers": [{"resources": {"requests": {"our.io/npu": "6"}}}]},
         "status": {"phase": "Running"}}""";
    String list =
        """
        {"kind": "List", "items": [
        {"kind": "Node", "metadata": {"name": "n", "labels": {"chip": "910b"}},
         "status": {"allocatable": {"cpu": "64", "memory": "256Gi", "our.io/npu": "8"}}},
        """
            + pod.formatted("a")
            + ","
            + pod.formatted("b")
            + "]}";
    String devices = "?format=kubernetes&deviceResources=our.io/npu&deviceTypeLabel=chip";
    String fleet =
        csv("/v1/fleets" + devices, list).body("devices", equalTo(8)).extract().path("id");
    String workload =
        csv("/v1/workloads" + devices + "&runSeconds=100", list)
            .body("jobs", equalTo(2))
            .extract()
            .path("id");
    JsonPath body = Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", ""));
    assertThat(body.getInt("result.metrics.makespanSeconds")).isEqualTo(200);
  }

  /** What kubectl prints is JSON, which is the service's own form where no format is named. */
  @Test
  void kubernetesListSentAsJson_isATrace() {
    String node =
        """
        {"kind": "Node", "metadata": {"name": "%s"}, "status": {
          "allocatable": {"cpu": "64", "memory": "256Gi", "nvidia.com/gpu": "8", "our.io/npu": "1"},
          "conditions": [{"type": "Ready", "status": "%s"}]}}""";
    String pod =
        """
        {"kind": "Pod", "metadata": {"name": "a", "namespace": "team",
          "creationTimestamp": "2026-01-05T08:00:00Z"}, "status": {"phase": "Pending"},
         "spec": {"containers": [{"resources": {"requests": {"nvidia.com/gpu": "6"}}}]}}""";
    String list =
        "{\"kind\": \"List\", \"items\": [%s, %s, %s]}"
            .formatted(node.formatted("n", "True"), node.formatted("m", "Unknown"), pod);
    sent("application/json", "/v1/fleets?format=kubernetes", list)
        .statusCode(201)
        .body("devices", equalTo(8))
        .body("leftOut['not ready']", equalTo(1))
        .body(
            "changed['our.io/npu not counted: name it in deviceResources if it is a device']",
            equalTo(1));
    sent(
            "application/json; charset=UTF-8",
            "/v1/workloads?format=kubernetes&runSeconds=60&at=2026-01-05T09:00:00Z",
            list)
        .statusCode(201)
        .body("jobs", equalTo(1))
        .body("epoch", equalTo("2026-01-05T09:00:00Z"));
    sent("application/json", "/v1/workloads", list).statusCode(400);
    sent("application/x-www-form-urlencoded", "/v1/workloads?format=kubernetes", list)
        .statusCode(415)
        .body("detail", containsString("text/plain"));
  }

  private static ValidatableResponse sent(String type, String path, String body) {
    return given()
        .config(RestAssured.config().encoderConfig(raw()))
        .contentType(type)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .when()
        .post(path)
        .then();
  }

  @Test
  void packedList_isTakenLikeThePlainOne() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(PODS.getBytes(StandardCharsets.UTF_8));
    }
    for (String type : List.of("application/gzip", "text/csv")) {
      given()
          .config(RestAssured.config().encoderConfig(raw()))
          .contentType(type)
          .body(bytes.toByteArray())
          .when()
          .post("/v1/workloads?format=openb")
          .then()
          .statusCode(201)
          .body("jobs", equalTo(5));
    }
  }

  private static EncoderConfig raw() {
    return EncoderConfig.encoderConfig()
        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
        .encodeContentTypeAs("application/gzip", ContentType.BINARY)
        .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY)
        .encodeContentTypeAs("text/csv", ContentType.BINARY);
  }

  @Test
  void formatNobodyKnows_isToldWithThoseThatAre() {
    given()
        .contentType("text/csv")
        .body("x")
        .when()
        .post("/v1/workloads?format=gwf")
        .then()
        .statusCode(400)
        .body(
            "violations[0].remedy",
            containsString(
                "format=csv, openb, swf, philly, helios, acme, pai-2020, gavel, kubernetes"));
  }

  @Test
  void repeatedKeyWithAnotherQuery_isAConflict() {
    String key = "trace-" + UUID.randomUUID();
    String first = keyed(key, "&runSeconds=100&name=a").statusCode(201).extract().path("id");
    keyed(key, "&runSeconds=100&name=a").statusCode(201).body("id", equalTo(first));
    keyed(key, "&runSeconds=200&name=a").statusCode(409).body("detail", containsString("query"));
    keyed(key, "&runSeconds=100&name=b").statusCode(409);
  }

  /** A list that Helios and Acme both could have written. */
  @Test
  void sameBytesUnderAKeyInAnotherFormat_areRefused() {
    String key = "trace-key-" + System.nanoTime();
    String list =
        """
        job_id,user,vc,type,gpu_num,cpu_num,node_num,state,submit_time,start_time,end_time,duration
        j,u,v,t,1,1,1,COMPLETED,2020-06-09 18:41:01,,,60
        """;
    String first = keyed(key, list, "helios&name=a").statusCode(201).extract().path("id");
    keyed(key, list, "helios&name=a").statusCode(201).body("id", equalTo(first));
    keyed(key, list, "acme&name=a").statusCode(409);
  }

  private static ValidatableResponse keyed(String key, String query) {
    return keyed(
        key, "name,cpu_milli,memory_mib,num_gpu,gpu_milli\na,1,1,1,500\n", "openb" + query);
  }

  private static ValidatableResponse keyed(String key, String body, String format) {
    return given()
        .header("Idempotency-Key", key)
        .contentType("text/csv")
        .body(body)
        .when()
        .post("/v1/workloads?format=" + format)
        .then();
  }

  private static ValidatableResponse csv(String path, String body) {
    return given().contentType("text/csv").body(body).when().post(path).then().statusCode(201);
  }
}
