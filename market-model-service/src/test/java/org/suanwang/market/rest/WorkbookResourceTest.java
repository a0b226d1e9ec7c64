package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** A model as an xlsx file over REST. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class WorkbookResourceTest {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Test
  void workbook_isAFileWithTheScenarioChosen() throws IOException {
    byte[] file =
        given()
            .get("/v1/models/dongwu-2024/workbook?scenario=optimistic")
            .then()
            .statusCode(200)
            .contentType(XLSX)
            .header(
                "Content-Disposition",
                matchesPattern("attachment; filename=\"dongwu-2024-[0-9a-f]{12}\\.xlsx\""))
            .extract()
            .asByteArray();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheet("Scenarios").getRow(1).getCell(1)).hasToString("optimistic");
    }
    assertThat(given().get("/v1/models/dongwu-2024/workbook?scenario=optimistic").asByteArray())
        .isEqualTo(file);
  }

  @Test
  void unknownModelOrScenario_isNotFound() {
    Refusals.problem(given().get("/v1/models/nonsense/workbook").then(), 404)
        .body("detail", containsString("no model has the id"));
    Refusals.problem(given().get("/v1/models/dongwu-2024/workbook?scenario=nonsense").then(), 404)
        .body("detail", containsString("no scenario has the id"));
  }

  @Test
  void otherType_isNotAcceptable() {
    given()
        .accept("text/csv")
        .get("/v1/models/dongwu-2024/workbook")
        .then()
        .statusCode(406)
        .contentType("application/problem+json");
  }

  @Test
  void modelWithoutResult_isAProblemThatNamesTheFormula() {
    Refusals.publish(Refusals.model("workbook-no-result", "0", "1", "1 / x")).statusCode(201);
    Refusals.problem(given().get("/v1/models/workbook-no-result/workbook").then(), 400)
        .body("violations[0].field", equalTo("y"));
  }

  private static byte[] changed(byte[] file, double utilisation) throws IOException {
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (var row : workbook.getSheet("Parameters")) {
        if (row.getCell(0).toString().equals("utilisation_2025")) {
          row.getCell(3).setCellValue(utilisation);
        }
      }
      var bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static ValidatableResponse send(String path, byte[] file) {
    return given().contentType(XLSX).body(file).post("/v1/models/" + path).then();
  }

  @Test
  void unchangedWorkbook_publishesNothing() {
    byte[] file = given().get("/v1/models/dongwu-2024/workbook?scenario=neutral").asByteArray();
    String version = given().get("/v1/models/dongwu-2024").path("version");
    send("dongwu-2024/workbook", file)
        .statusCode(200)
        .body("model.version", equalTo(version))
        .body("changesOf", equalTo("neutral"))
        .body("changes", empty());
    send("dongwu-2024@" + version + "/workbook", file).statusCode(200);
  }

  @Test
  void changedWorkbook_becomesAScenario() throws IOException {
    byte[] file =
        changed(given().get("/v1/models/dongwu-2024/workbook?scenario=neutral").asByteArray(), 40);
    String answer =
        send("dongwu-2024/workbook?name=busier&rationale=measured&as=from-workbook", file)
            .statusCode(201)
            .body("model.scenarios", hasItem("busier"))
            .extract()
            .asString();
    var json = new ObjectMapper();
    ExamplesTest.assertExcerpt(
        "import", json.readTree(ComparisonExamples.IMPORT_ANSWER), json.readTree(answer));
    // 4778 · 0.6 / 0.4 is 7167, of which 8 %; the scenario begins with the chosen one.
    given()
        .contentType("application/json")
        .body(
            """
            {"model": "from-workbook", "scenario": "busier", "outputs": ["scheduling_fee_2025"]}""")
        .post("/v1/evaluations")
        .then()
        .body("values[0].exact", equalTo("573.36"));
    byte[] again = given().get("/v1/models/from-workbook/workbook?scenario=busier").asByteArray();
    send("from-workbook/workbook?name=idler&rationale=guessed", changed(again, 30))
        .statusCode(400)
        .body("violations[0].rule", containsString("has no effect"));
    byte[] base = given().get("/v1/models/from-workbook/workbook").asByteArray();
    send("from-workbook/workbook?name=idler&rationale=guessed", changed(base, 30))
        .statusCode(201)
        .body("model.scenarios", hasItem("idler"));
    // The file is of the version before.
    send("from-workbook/workbook?name=other&rationale=guessed", changed(base, 31)).statusCode(409);
  }

  @Test
  void whatIsNotSaid_orOfAnotherModel_isRefused() throws IOException {
    byte[] file = given().get("/v1/models/dongwu-2024/workbook").asByteArray();
    Refusals.problem(send("dongwu-2024/workbook", changed(file, 40)), 400)
        .body("violations.field", contains("name", "rationale"));
    Refusals.problem(send("dongwu-2024/workbook?name=x&rationale=y", changed(file, 40)), 409);
    Refusals.problem(
            send("dongwu-2024/workbook?name=x&rationale=y&as=too-busy", changed(file, 101)), 400)
        .body("violations[0].field", startsWith("Parameters!D"))
        .body("violations[0].rule", containsString("share-out-of-range"));
    Refusals.problem(
            send("dongwu-2024/workbook?name=neutral&rationale=y&as=twice", changed(file, 40)), 400)
        .body("violations[0].field", equalTo("name"))
        .body("violations[0].rule", containsString("duplicate-name"));
    Refusals.problem(send("rack-fans/workbook", file), 400)
        .body("violations[0].field", equalTo("About!B1"));
    Refusals.problem(send("dongwu-2024/workbook", new byte[] {1, 2, 3}), 400)
        .body("violations[0].field", equalTo("(file)"));
    Refusals.problem(send("dongwu-2024/workbook", new byte[0]), 400);
    Refusals.problem(
        given().contentType("text/csv").body("a").post("/v1/models/dongwu-2024/workbook").then(),
        415);
  }
}
