package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Requests that are wrong as a whole: headers, methods, sizes, and bodies that never come. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class HostileRequestTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String POST =
      "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: %s\r\n"
          + "Content-Length: 2\r\n\r\n{}";
  private static final String GET =
      "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: %s\r\n\r\n";
  private static final String ONE_NODE =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":1,"
          + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String ONE_JOB =
      "{\"name\":\"w\",\"jobs\":[{\"id\":\"a\",\"device\":\"d\",\"devices\":1,\"durationHours\":1}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml",
        "text/html",
        "application/msword",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "text/event-stream"
      })
  void wrongContentType_isAProblem(String type) throws IOException {
    for (String path : new String[] {"/v1/fleets", "/v1/workloads", "/v1/simulations"}) {
      assertThat(raw(POST.formatted(path, type))).startsWith("HTTP/1.1 415").contains(PROBLEM);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "/", "a/b/c", "application/json; charset=klingon", "*/*", ";"})
  void contentTypeThatIsNone_isAProblem(String type) throws IOException {
    assertThat(raw(POST.formatted("/v1/fleets", type))).startsWith("HTTP/1.1 4").contains(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a/b/c", ";;;"})
  void acceptThatIsNone_isAProblem(String type) throws IOException {
    assertThat(raw(GET.formatted("/v1/fleets", type))).startsWith("HTTP/1.1 4").contains(PROBLEM);
  }

  @Test
  void wrongMethods_areProblemsThatNameTheRightOnes() {
    given().put("/v1/fleets").then().statusCode(405).contentType(PROBLEM);
    given().patch("/v1/workloads").then().statusCode(405).contentType(PROBLEM);
    given().delete("/v1/fleets").then().statusCode(405).contentType(PROBLEM);
    given().put("/v1/policies").then().statusCode(405).contentType(PROBLEM);
    given()
        .post("/v1/simulations/x/jobs")
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("detail", containsString("or not for this method"));
    given().accept("image/png").get("/v1/fleets").then().statusCode(406).contentType(PROBLEM);
    given().get("/v2/fleets").then().statusCode(404).contentType(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "limit=", "cursor=", "=5", "&&", "%zz=1", "limit=%zz"})
  void querySyntaxOfAnySort_isNoDefect(String query) throws IOException {
    assertThat(raw(GET.formatted("/v1/fleets?" + query, "application/json")))
        .startsWith("HTTP/1.1 ")
        .doesNotStartWith("HTTP/1.1 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "nonsense", "9223372036854775808", "%00", "1\t2"})
  void lastEventIdOfAnySort_startsTheStreamAnew(String last) throws InterruptedException {
    String id = run(ONE_NODE, ONE_JOB, "");
    Calls.completed(id);
    given()
        .header("Last-Event-ID", last)
        .accept("text/event-stream")
        .get("/v1/simulations/" + id + "/progress")
        .then()
        .statusCode(200)
        .body(containsString("COMPLETED"));
  }

  @Test
  void streamOfARunThatIsNot_isAProblem() {
    given()
        .accept("text/event-stream")
        .get("/v1/simulations/none/progress")
        .then()
        .statusCode(oneOf(404, 406))
        .contentType(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "-9223372036854775808", "0"})
  void seedAtTheEdges_isTaken(String seed) throws InterruptedException {
    String workload =
        "{\"name\":\"w\",\"background\":{\"seed\":" + seed + ",\"jobs\":20,\"days\":1}}";
    JsonPath body = Calls.completed(run(ONE_NODE, workload, ",\"seed\":" + seed));
    assertThat(body.getString("seed")).isEqualTo(seed);
    assertThat(body.getInt("result.metrics.jobsCompleted")).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"seed\":9223372036854775808",
        "\"seed\":1.5",
        "\"horizonDays\":1e300",
        "\"horizonDays\":-1e300",
        "\"horizonDays\":1e-300",
        "\"horizonDays\":0",
        "\"eventsMax\":-9223372036854775808",
        "\"eventsMax\":9223372036854775807",
        "\"commissionRate\":0.0000001",
        "\"commissionRate\":-0.1",
        "\"efficiency\":1e300"
      })
  void numberOutOfRange_isToldByItsField(String field) {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-best-fit\",%s}"
            .formatted(
                Calls.created("/v1/fleets", ONE_NODE),
                Calls.created("/v1/workloads", ONE_JOB),
                field);
    Calls.post("/v1/simulations", body)
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", equalTo(field.substring(1, field.indexOf('"', 1))));
  }

  @Test
  void workloadWithoutJobs_isRefused() {
    for (String jobs :
        new String[] {"\"jobs\":[]", "\"background\":{\"jobs\":0,\"days\":1}", "\"jobs\":null"}) {
      Calls.post("/v1/workloads", "{\"name\":\"w\"," + jobs + "}")
          .statusCode(400)
          .body("violations[0].field", equalTo("jobs"))
          .body("violations[0].remedy", startsWith("name jobs, describe a background"));
    }
  }

  @Test
  void fleetAtItsLimits_takesAGangOfAllItsDevices() throws InterruptedException {
    String fleet = ONE_NODE.replace("nodes\":1", "nodes\":1000000").replace("Node\":8", "Node\":4");
    String job = ONE_JOB.replace("devices\":1", "devices\":4000000");
    JsonPath body = Calls.completed(run(fleet, job, ""));
    assertThat(body.getDouble("result.metrics.allocation")).isEqualTo(1.0);
    Calls.post("/v1/fleets", fleet.replace("1000000", "1000001")).statusCode(400);
  }

  @Test
  void keyOfAnySort_isTakenOrRefused() {
    for (String key : new String[] {"", " ", "\t", "ü", "'; drop table fleet", "x".repeat(200)}) {
      given()
          .header("Idempotency-Key", key)
          .contentType("application/json")
          .body(ONE_NODE)
          .post("/v1/fleets")
          .then()
          .statusCode(oneOf(201, 400));
    }
  }

  /** Content-Length says that more should come; the line that did come is wholly right. */
  @Test
  void traceWhoseConnectionBreaks_isNotKept() throws IOException, InterruptedException {
    String name = "broken-" + System.nanoTime();
    String lines = "name,cpu_milli,memory_mib,num_gpu,gpu_milli\na,1,1,1,1000\n";
    String head =
        "POST /v1/workloads?format=openb&runSeconds=5&name="
            + name
            + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\n";
    raw(head + "Content-Length: 1000\r\n\r\n" + lines);
    raw(head + "Transfer-Encoding: chunked\r\n\r\n39\r\n" + lines + "\r\n");
    Thread.sleep(500);
    assertThat(Calls.get("/v1/workloads?limit=20").extract().asString()).doesNotContain(name);
    String whole = head + "Connection: close\r\nContent-Length: " + lines.length() + "\r\n\r\n";
    assertThat(raw(whole + lines)).startsWith("HTTP/1.1 201");
    assertThat(Calls.get("/v1/workloads?limit=20").extract().asString()).contains(name);
  }

  /** Sends bytes as they are, ends its side, and reads what comes back. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      if (!request.contains("Connection: close")) {
        return "";
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String run(String fleet, String workload, String more) {
    return Calls.simulation(
        Calls.created("/v1/fleets", fleet),
        Calls.created("/v1/workloads", workload),
        "fifo-best-fit",
        more);
  }
}
