package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
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
}
