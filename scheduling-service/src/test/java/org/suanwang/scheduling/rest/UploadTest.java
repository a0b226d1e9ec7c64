package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.experiment.Uploads;

/** Files that come in parts, over connections that break. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class UploadTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String JOBS =
      "id,duration_seconds,submit_seconds,devices_per_task\na,60,0,1\nb,120,5,1\n";

  @TestHTTPResource("/")
  URI service;

  @Inject DataSource database;

  private static RequestSpecification bytes(String type) {
    return given().config(TraceFiles.AS_SENT).contentType(type);
  }

  private static String begin() {
    return given()
        .header("Upload-Complete", "?0")
        .post("/v1/uploads")
        .then()
        .statusCode(201)
        .header("Upload-Offset", "0")
        .header("Upload-Complete", "?0")
        .header("Upload-Limit", containsString("max-size=4294967296"))
        .body("offset", equalTo(0))
        .extract()
        .header("Location");
  }

  private static String path(String location) {
    return location.substring(location.indexOf("/v1/"));
  }

  private static String id(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static ValidatableResponse append(
      String location, long offset, byte[] part, boolean completes) {
    return bytes(UploadHeaders.PARTIAL)
        .header("Upload-Offset", offset)
        .header("Upload-Complete", completes ? "?1" : "?0")
        .body(part)
        .patch(path(location))
        .then();
  }

  private static void assertOffset(String location, long offset, boolean complete) {
    given()
        .head(path(location))
        .then()
        .statusCode(204)
        .header("Upload-Offset", String.valueOf(offset))
        .header("Upload-Complete", complete ? "?1" : "?0")
        .header("Cache-Control", "no-store");
  }

  private static ValidatableResponse workload(String query) {
    return bytes("text/csv").post("/v1/workloads?" + query).then();
  }

  @Test
  void fileInParts_isAWorkload() {
    byte[] file = JOBS.getBytes(StandardCharsets.UTF_8);
    String location = begin();
    append(location, 0, Arrays.copyOf(file, 10), false)
        .statusCode(204)
        .header("Upload-Offset", "10")
        .header("Upload-Complete", "?0");
    assertOffset(location, 10, false);
    workload("format=csv&upload=" + id(location))
        .statusCode(409)
        .contentType(PROBLEM)
        .body("detail", containsString("is not complete: 10 bytes"));
    append(location, 10, Arrays.copyOfRange(file, 10, file.length), true)
        .statusCode(204)
        .header("Upload-Complete", "?1");
    assertOffset(location, file.length, true);

    workload("format=csv&upload=" + id(location)).statusCode(201).body("jobs", equalTo(2));
    // It stays, so a trace that was refused can be read again with other options.
    workload("format=csv&name=again&upload=" + id(location)).statusCode(201);
    given().delete(path(location)).then().statusCode(204);
    given().head(path(location)).then().statusCode(404);
    workload("format=csv&upload=" + id(location)).statusCode(404).contentType(PROBLEM);
  }

  @Test
  void wholeFileAtOnce_isCompleteAtOnce() {
    String location =
        bytes("application/octet-stream")
            .header("Upload-Complete", "?1")
            .body(JOBS.getBytes(StandardCharsets.UTF_8))
            .post("/v1/uploads")
            .then()
            .statusCode(201)
            .body("complete", equalTo(true))
            .body("length", equalTo(JOBS.length()))
            .extract()
            .header("Location");
    workload("format=csv&upload=" + id(location)).statusCode(201);
  }

  @Test
  void uploadedFleet_isRead() {
    String nodes = "sn,cpu_milli,memory_mib,gpu,model\nn0,32000,262144,0,\nn1,64000,262144,2,P100\n";
    String location = begin();
    append(location, 0, nodes.getBytes(StandardCharsets.UTF_8), true).statusCode(204);
    bytes("text/csv")
        .post("/v1/fleets?format=openb&upload=" + id(location))
        .then()
        .statusCode(201)
        .body("nodes", equalTo(2));
  }

  @Test
  void manyParts_areTheSameBytes() throws IOException {
    // Random ids do not shrink, so the packed file is longer than two parts of the database.
    var table = new StringBuilder("id,duration_seconds,submit_seconds,devices_per_task\n");
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 150_000; i++) {
      table.append(Long.toHexString(random.nextLong()));
      table.append(Long.toHexString(random.nextLong())).append(Long.toHexString(random.nextLong()));
      table.append(Long.toHexString(random.nextLong())).append(i).append(",60,").append(i).append(",1\n");
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(table.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] file = packed.toByteArray();
    int cut = Uploads.PART_BYTES_MAX + 12_345;
    assertThat(file.length).isGreaterThan(cut);
    String location = begin();
    append(location, 0, Arrays.copyOf(file, cut), false)
        .statusCode(204)
        .header("Upload-Offset", String.valueOf(cut));
    append(location, cut, Arrays.copyOfRange(file, cut, file.length), true).statusCode(204);

    workload("format=csv&upload=" + id(location)).statusCode(201).body("jobs", equalTo(150_000));
  }

  @Test
  void wrongOffset_isToldTheRightOne() {
    String location = begin();
    append(location, 0, new byte[100], false).statusCode(204);
    for (long wrong : new long[] {0, 99, 101, 999_999_999_999_999L}) {
      append(location, wrong, new byte[1], false)
          .statusCode(409)
          .contentType(PROBLEM)
          .header("Upload-Offset", "100")
          .body("type", endsWith("#mismatching-upload-offset"))
          .body("violations[0].rule", equalTo("must be 100"));
    }
    assertOffset(location, 100, false);
    append(location, 100, new byte[0], true).statusCode(204);
    append(location, 100, new byte[1], true)
        .statusCode(409)
        .body("type", endsWith("#completed-upload"));
    assertOffset(location, 100, true);
  }

  @Test
  void lengthThatWasAnnounced_isKeptTo() {
    String location =
        given()
            .header("Upload-Complete", "?0")
            .header("Upload-Length", 10)
            .post("/v1/uploads")
            .then()
            .statusCode(201)
            .header("Upload-Length", "10")
            .extract()
            .header("Location");
    append(location, 0, new byte[11], false)
        .statusCode(400)
        .body("violations[0].field", equalTo("Upload-Length"));
    append(location, 0, new byte[9], true)
        .statusCode(400)
        .body("violations[0].rule", equalTo("must be the 10 bytes that were announced"));
    assertOffset(location, 0, false);
    append(location, 0, new byte[10], true).statusCode(204);
    given()
        .header("Upload-Complete", "?0")
        .header("Upload-Length", 4_294_967_297L)
        .post("/v1/uploads")
        .then()
        .statusCode(400)
        .body("violations[0].rule", containsString("at most 4294967296"));
  }

  @ParameterizedTest
  @CsvSource({
    "Upload-Complete,true", "Upload-Complete,?2", "Upload-Offset,-1", "Upload-Offset,1.0",
    "Upload-Offset,1234567890123456", "Upload-Offset,x"
  })
  void headerThatIsNone_isToldByItsName(String name, String value) {
    String location = begin();
    bytes(UploadHeaders.PARTIAL)
        .header("Upload-Offset", name.equals("Upload-Offset") ? value : "0")
        .header("Upload-Complete", name.equals("Upload-Complete") ? value : "?0")
        .body(new byte[1])
        .patch(path(location))
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", equalTo(name))
        .body("violations[0].value", equalTo(value));
  }

  @Test
  void whatIsMissing_isTold() {
    given()
        .post("/v1/uploads")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("Upload-Complete"));
    String location = begin();
    bytes(UploadHeaders.PARTIAL)
        .header("Upload-Complete", "?0")
        .body(new byte[1])
        .patch(path(location))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("Upload-Offset"));
    bytes("text/csv")
        .header("Upload-Offset", 0)
        .header("Upload-Complete", "?0")
        .body(new byte[1])
        .patch(path(location))
        .then()
        .statusCode(415);
    append("/v1/uploads/upload-none", 0, new byte[1], false).statusCode(404).contentType(PROBLEM);
    given().delete("/v1/uploads/upload-none").then().statusCode(404).contentType(PROBLEM);
    bytes("text/csv")
        .body("id\n")
        .post("/v1/workloads?format=csv&upload=" + id(location))
        .then()
        .statusCode(400)
        .body("violations[0].rule", equalTo("must be empty beside upload"));
  }

  @Test
  void connectionThatBreaks_keepsTheWholeParts() throws IOException, InterruptedException {
    String location = begin();
    int sent = Uploads.PART_BYTES_MAX + 1_000_000;
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("PATCH " + path(location) + " HTTP/1.1\r\nHost: localhost\r\nUpload-Offset: 0\r\n"
                  + "Upload-Complete: ?1\r\nContent-Type: " + UploadHeaders.PARTIAL + "\r\n"
                  + "Content-Length: 20000000\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[sent]);
      out.flush();
      waitForOffset(location, Uploads.PART_BYTES_MAX);
    }
    // Nothing of the part that broke off, and the upload can go on.
    assertOffset(location, Uploads.PART_BYTES_MAX, false);
    append(location, Uploads.PART_BYTES_MAX, new byte[5], true).statusCode(204);
    assertOffset(location, Uploads.PART_BYTES_MAX + 5L, true);
  }

  private static void waitForOffset(String location, long offset) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (given().head(path(location)).header("Upload-Offset").equals(String.valueOf(offset))) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the offset did not come to " + offset);
  }

  @Test
  void uploadThatExpired_isGoneWithItsParts() throws SQLException {
    String location = begin();
    append(location, 0, new byte[10], false).statusCode(204);
    update("update upload set expires_at = now() - interval '1 second' where id = ?", location);
    given().head(path(location)).then().statusCode(404);
    append(location, 10, new byte[1], false).statusCode(404);
    begin();
    assertThat(update("delete from upload_part where upload = ?", location)).isZero();
  }

  private int update(String sql, String location) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id(location));
      return statement.executeUpdate();
    }
  }

  @Test
  void openDcTrace_isReadFromAnUpload() throws IOException {
    byte[] tasks = TraceFiles.openDc("tasks-snappy");
    bytes("application/vnd.apache.parquet")
        .body(tasks)
        .post("/v1/workloads?format=opendc")
        .then()
        .statusCode(201)
        .body("jobs", equalTo(3))
        .body("leftOut.'asked for nothing'", equalTo(1));
    String location = begin();
    append(location, 0, tasks, true).statusCode(204);
    workload("format=opendc&widerJobs=cap&upload=" + id(location))
        .statusCode(201)
        .body("jobs", equalTo(3));
    bytes("text/csv")
        .body("id\n1\n")
        .post("/v1/workloads?format=opendc")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].rule", equalTo("must be a whole Parquet file"));
  }
}
