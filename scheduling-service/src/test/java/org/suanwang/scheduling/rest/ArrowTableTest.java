package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.testing.ArrowRead;

/** The details of a simulation as Arrow streams hold what their CSV says. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ArrowTableTest {
  private static final String ARROW = "application/vnd.apache.arrow.stream";
  private static final List<String> DETAILS =
      List.of("jobs", "events", "ledger", "time-series", "queues");
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":2,"
          + "\"devicesPerNode\":8,\"price\":{\"value\":9.5,\"unit\":\"CNY/(device.h)\","
          + "\"rationale\":\"test\"}}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String JOBS =
      "{\"name\":\"w\",\"jobs\":["
          + "{\"id\":\"=1+1\",\"device\":\"d\",\"devices\":16,\"durationSeconds\":3601,"
          + "\"submitAt\":\"2025-01-01T00:00:00Z\"},"
          + "{\"id\":\"算网\",\"device\":\"d\",\"devices\":16,\"durationHours\":20,"
          + "\"submitAt\":\"2025-01-01T00:00:01Z\"}],"
          + "\"background\":{\"seed\":3,\"jobs\":200,\"days\":30}}";

  private static String run() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", JOBS);
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", ",\"commissionRate\":0.08");
    Calls.completed(id);
    return "/v1/simulations/" + id;
  }

  private static byte[] arrow(String path) {
    return given().get(path).then().statusCode(200).contentType(ARROW).extract().asByteArray();
  }

  private static void assertSame(String path, String query) throws IOException {
    String csv = Calls.get(path + "?format=csv" + query).statusCode(200).extract().asString();
    ArrowRead read = ArrowRead.of(arrow(path + "?format=arrow" + query));
    List<List<String>> lines =
        CsvReader.builder().ofCsvRecord(csv).stream().map(r -> r.getFields()).toList();
    assertThat(read.names()).as(path).isEqualTo(lines.getFirst());
    assertThat(read.rows()).as(path).hasSize(lines.size() - 1);
    for (int row = 0; row < read.rows().size(); row++) {
      List<String> line = lines.get(row + 1);
      for (int column = 0; column < line.size(); column++) {
        String type = read.types().get(column);
        String shown = shown(type, read.rows().get(row).get(column));
        assertThat(shown)
            .as("%s row %d column %s", path, row, read.names().get(column))
            .isEqualTo(type.startsWith("Decimal") ? plain(line.get(column)) : line.get(column));
      }
    }
  }

  private static String plain(String money) {
    return new BigDecimal(money).setScale(6).toPlainString();
  }

  /** As the CSV writes it. */
  private static String shown(String type, @Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (type.startsWith("Timestamp")) {
      return Instant.ofEpochSecond((Long) cell).toString();
    }
    String text = cell instanceof BigDecimal d ? d.toPlainString() : cell.toString();
    return type.equals("Utf8") && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }

  @Test
  void everyDetail_holdsTheValuesOfItsCsv() throws InterruptedException, IOException {
    String run = run();
    for (String detail : DETAILS) {
      assertSame(run + "/" + detail, "");
    }
    for (String detail : List.of("jobs", "events", "ledger", "queues")) {
      assertSame(run + "/" + detail, "&cursor=1&limit=2");
    }
  }

  @Test
  void accept_asksForTheSameStream() throws InterruptedException {
    String run = run();
    for (String detail : DETAILS) {
      byte[] byAccept =
          given()
              .accept(ARROW)
              .get(run + "/" + detail)
              .then()
              .statusCode(200)
              .header("Content-Disposition", endsWith("-" + detail + ".arrows\""))
              .extract()
              .asByteArray();
      assertThat(byAccept).as(detail).isEqualTo(arrow(run + "/" + detail + "?format=arrow"));
    }
  }

  @Test
  void columns_haveTheirTypes() throws InterruptedException, IOException {
    String run = run();
    assertThat(ArrowRead.of(arrow(run + "/ledger?format=arrow")).types())
        .containsExactly(
            "Int(64, true)",
            "Int(64, true)",
            "Utf8",
            "FloatingPoint(DOUBLE)",
            "FloatingPoint(DOUBLE)",
            "Utf8",
            "Decimal(38, 6, 128)",
            "Utf8",
            "Utf8");
    assertThat(ArrowRead.of(arrow(run + "/time-series?format=arrow")).types())
        .startsWith("Timestamp(SECOND, UTC)", "Int(64, true)");
    // A spreadsheet's formula is no danger here: the text is the caller's own.
    assertThat(ArrowRead.of(arrow(run + "/jobs?format=arrow")).rows().getFirst().getFirst())
        .hasToString("=1+1");
  }

  @Test
  void runThatIsNotThere_isAProblem() {
    for (String detail : DETAILS) {
      given()
          .accept(ARROW)
          .get("/v1/simulations/none/" + detail)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
  }
}
