package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.experiment.Uploads;

/** Files that come in parts, over connections that break. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class UploadTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String JOBS =
      "id,duration_seconds,submit_seconds,devices_per_task\na,60,0,1\nb,120,5,1\n";

  @Inject DataSource database;

  @Test
  void fileInParts_isAWorkload() {
    byte[] file = JOBS.getBytes(StandardCharsets.UTF_8);
    String location = UploadCalls.begin();
    UploadCalls.append(location, 0, Arrays.copyOf(file, 10), false)
        .statusCode(204)
        .header("Upload-Offset", "10")
        .header("Upload-Complete", "?0");
    UploadCalls.assertOffset(location, 10, false);
    UploadCalls.workload("format=csv&upload=" + UploadCalls.id(location))
        .statusCode(409)
        .contentType(PROBLEM)
        .body("detail", containsString("is not complete: 10 bytes"));
    UploadCalls.append(location, 10, Arrays.copyOfRange(file, 10, file.length), true)
        .statusCode(204)
        .header("Upload-Complete", "?1");
    UploadCalls.assertOffset(location, file.length, true);

    UploadCalls.workload("format=csv&upload=" + UploadCalls.id(location))
        .statusCode(201)
        .body("jobs", equalTo(2));
    // It stays, so a trace that was refused can be read again with other options.
    UploadCalls.workload("format=csv&name=again&upload=" + UploadCalls.id(location))
        .statusCode(201);
    given().delete(UploadCalls.path(location)).then().statusCode(204);
    given().head(UploadCalls.path(location)).then().statusCode(404);
    UploadCalls.workload("format=csv&upload=" + UploadCalls.id(location))
        .statusCode(404)
        .contentType(PROBLEM);
  }

  @Test
  void wholeFileAtOnce_isCompleteAtOnce() {
    String location =
        UploadCalls.bytes("application/octet-stream")
            .header("Upload-Complete", "?1")
            .body(JOBS.getBytes(StandardCharsets.UTF_8))
            .post("/v1/uploads")
            .then()
            .statusCode(201)
            .body("complete", equalTo(true))
            .body("length", equalTo(JOBS.length()))
            .extract()
            .header("Location");
    UploadCalls.workload("format=csv&upload=" + UploadCalls.id(location)).statusCode(201);
  }

  @Test
  void uploadedFleet_isRead() {
    String nodes =
        "sn,cpu_milli,memory_mib,gpu,model\nn0,32000,262144,0,\nn1,64000,262144,2,P100\n";
    String location = UploadCalls.begin();
    UploadCalls.append(location, 0, nodes.getBytes(StandardCharsets.UTF_8), true).statusCode(204);
    UploadCalls.bytes("text/csv")
        .post("/v1/fleets?format=openb&upload=" + UploadCalls.id(location))
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
      table
          .append(Long.toHexString(random.nextLong()))
          .append(i)
          .append(",60,")
          .append(i)
          .append(",1\n");
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(table.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] file = packed.toByteArray();
    int cut = Uploads.PART_BYTES_MAX + 12_345;
    assertThat(file.length).isGreaterThan(cut);
    String location = UploadCalls.begin();
    UploadCalls.append(location, 0, Arrays.copyOf(file, cut), false)
        .statusCode(204)
        .header("Upload-Offset", String.valueOf(cut));
    UploadCalls.append(location, cut, Arrays.copyOfRange(file, cut, file.length), true)
        .statusCode(204);

    UploadCalls.workload("format=csv&upload=" + UploadCalls.id(location))
        .statusCode(201)
        .body("jobs", equalTo(150_000));
  }

  @Test
  void connectionThatBreaks_keepsTheWholeParts() throws IOException, InterruptedException {
    String location = UploadCalls.begin();
    int sent = Uploads.PART_BYTES_MAX + 1_000_000;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("PATCH "
                  + UploadCalls.path(location)
                  + " HTTP/1.1\r\nHost: localhost\r\nUpload-Offset: 0\r\n"
                  + "Upload-Complete: ?1\r\nContent-Type: "
                  + UploadHeaders.PARTIAL
                  + "\r\n"
                  + "Content-Length: 20000000\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[sent]);
      out.flush();
      waitForOffset(location, Uploads.PART_BYTES_MAX);
    }
    // Nothing of the part that broke off, and the upload can go on.
    UploadCalls.assertOffset(location, Uploads.PART_BYTES_MAX, false);
    UploadCalls.append(location, Uploads.PART_BYTES_MAX, new byte[5], true).statusCode(204);
    UploadCalls.assertOffset(location, Uploads.PART_BYTES_MAX + 5L, true);
  }

  private static void waitForOffset(String location, long offset) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (given()
          .head(UploadCalls.path(location))
          .header("Upload-Offset")
          .equals(String.valueOf(offset))) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the offset did not come to " + offset);
  }

  @Test
  void uploadThatExpired_isGoneWithItsParts() throws SQLException {
    String location = UploadCalls.begin();
    UploadCalls.append(location, 0, new byte[10], false).statusCode(204);
    update("update upload set expires_at = now() - interval '1 second' where id = ?", location);
    given().head(UploadCalls.path(location)).then().statusCode(404);
    UploadCalls.append(location, 10, new byte[1], false).statusCode(404);
    UploadCalls.begin();
    assertThat(update("delete from upload_part where upload = ?", location)).isZero();
  }

  private int update(String sql, String location) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, UploadCalls.id(location));
      return statement.executeUpdate();
    }
  }

  @Test
  void openDcTrace_isReadFromAnUpload() throws IOException {
    byte[] tasks = TraceFiles.openDc("tasks-snappy");
    UploadCalls.bytes("application/vnd.apache.parquet")
        .body(tasks)
        .post("/v1/workloads?format=opendc")
        .then()
        .statusCode(201)
        .body("jobs", equalTo(3))
        .body("leftOut.'asked for nothing'", equalTo(1));
    String location = UploadCalls.begin();
    UploadCalls.append(location, 0, tasks, true).statusCode(204);
    UploadCalls.workload("format=opendc&widerJobs=cap&upload=" + UploadCalls.id(location))
        .statusCode(201)
        .body("jobs", equalTo(3));
    UploadCalls.bytes("text/csv")
        .body("id\n1\n")
        .post("/v1/workloads?format=opendc")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].rule", equalTo("must be a whole Parquet file"));
  }
}
