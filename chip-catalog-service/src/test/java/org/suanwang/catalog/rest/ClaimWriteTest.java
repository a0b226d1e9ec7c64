package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Adding claims: checked, sourced, appended once, published; and nothing old ever changes. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ClaimWriteTest {
  @Inject DataSource database;

  private static String claim(String accelerator, String capacity, String source) {
    return """
        {"subject":"%s","attribute":{"kind":"memoryCapacity"},
         "quantity":{"value":%s,"unit":"GB"},"printed":"%s GB",
         "source":{"id":"%s","title":"A datasheet","publisher":"The vendor",
                   "tier":"VENDOR_DATASHEET","date":"2021-07-07"},
         "locator":{"place":"page 2","row":"Memory"},
         "asOf":"2021-07-07","basis":{"kind":"REPORTED"}}"""
        .formatted(accelerator, capacity, capacity, source);
  }

  private static RequestSpecification json() {
    return given().contentType(ContentType.JSON);
  }

  private static ValidatableResponse post(String body) {
    return json().body(body).post("/v1/claims").then();
  }

  private static String currentTag() {
    return given().get("/v1/vendors").then().extract().header("ETag");
  }

  @Test
  void soundClaim_isAppendedAndPublishedInANewVersion() {
    String before = currentTag();
    String location =
        json()
            .header("X-User", "example-analyst")
            .body(claim("enflame-cloudblazer-t20", "32", "enflame-t20-sheet"))
            .post("/v1/claims")
            .then()
            .statusCode(201)
            .header("ETag", not(equalTo(before)))
            .body("claim.recordedBy", is("example-analyst"))
            .body(
                "claim.id", startsWith("enflame-cloudblazer-t20.memorycapacity.enflame-t20-sheet."))
            .extract()
            .header("Location");
    given().get(location).then().statusCode(200).body("claim.printed", is("32 GB"));
    given()
        .get("/v1/accelerators/enflame-cloudblazer-t20")
        .then()
        .body("specification.memoryCapacity.value", is(32));
    given().get("/v1/catalog-versions").then().body("items[0].cause", is("example-analyst"));
    given()
        .get("/v1/sources?limit=1000")
        .then()
        .body("items.source.id", hasItem("enflame-t20-sheet"));
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("catalog_version_info{version=\"" + currentTag().replace("\"", "")));
  }

  @Test
  void sameClaimAgain_isAConflict() {
    String body = claim("enflame-cloudblazer-t21", "32", "enflame-t21-sheet");
    post(body).statusCode(201);
    post(body).statusCode(409).body("detail", containsString("is there already"));
  }

  @Test
  void sameRequestWithTheSameKey_isDoneOnce() {
    String body = claim("jingjia-jm9100", "8", "jm9100-sheet");
    String first =
        json()
            .header("Idempotency-Key", "key-1")
            .body(body)
            .post("/v1/claims")
            .then()
            .statusCode(201)
            .extract()
            .path("claim.id");
    json()
        .header("Idempotency-Key", "key-1")
        .body(body)
        .post("/v1/claims")
        .then()
        .statusCode(201)
        .body("claim.id", is(first));
    json()
        .header("Idempotency-Key", "key-1")
        .body(claim("jingjia-jm92", "8", "jm92-sheet"))
        .post("/v1/claims")
        .then()
        .statusCode(409)
        .body("detail", containsString("Idempotency-Key"));
  }

  @Test
  void staleVersion_isRefusedWithWhatToDo() {
    json()
        .header("If-Match", "\"2020-01-01-000000000000\"")
        .body(claim("jingjia-jm9", "8", "jm9-sheet"))
        .post("/v1/claims")
        .then()
        .statusCode(412)
        .contentType("application/problem+json")
        .body("detail", containsString("If-Match"));
    given().get("/v1/sources/jm9-sheet").then().statusCode(404);
  }

  @Test
  void correctionOfNothing_isRefusedAndNothingIsWritten() {
    String tag = currentTag();
    post(claim("amd-mi250", "128", "amd-sheet")
            .replace(
                "{\"kind\":\"REPORTED\"}",
                "{\"kind\":\"CORRECTED\",\"corrects\":\"no.such.claim\",\"why\":\"x\"}"))
        .statusCode(400)
        .body("violations[0].rule", is("CorrectionsPointAtClaims"));
    given().get("/v1/sources/amd-sheet").then().statusCode(404);
    assertThat(currentTag()).isEqualTo(tag);
  }

  @Test
  void correction_isShownBesideWhatItCorrects() {
    String body =
        """
        {"subject":"hygon-shensuan-1","attribute":{"kind":"throughput","precision":"FP32",
           "sparsity":"DENSE","circuit":"VECTOR","scope":"BOARD"},
         "quantity":{"printed":"12.29 TFLOPS"},"source":{"id":"hygon-z100l-survey"},
         "locator":{"place":"list"},"asOf":"2026-11-23",
         "basis":{"kind":"CORRECTED","corrects":"hygon-shensuan-1.figure-11.fp32",
                  "why":"lanes and clock give 12.29"}}""";
    String id = post(body).statusCode(201).extract().path("claim.id");
    given()
        .get("/v1/claims/hygon-shensuan-1.figure-11.fp32")
        .then()
        .body("claim.correctedBy", hasItem(id))
        .body("claim.quantity.value", is(11.5f));
  }

  @Test
  void knownSourceWithOtherParticulars_isAConflict() {
    post(claim("amd-mi250", "128", "epoch-ml-hardware"))
        .statusCode(409)
        .body("detail", containsString("sources are never changed"));
  }

  @Test
  void machineWrittenSource_isNeverCitable() {
    post(claim("amd-mi250", "128", "chatter").replace("VENDOR_DATASHEET", "MACHINE_WRITTEN"))
        .statusCode(400)
        .body("violations[0].rule", is("SourceIsCitable"));
  }

  @Test
  void claimThatItsOwnPrintedTextContradicts_isRefused() {
    post(claim("amd-mi250", "128", "s1").replace("\"128 GB\"", "\"256 GB\""))
        .statusCode(400)
        .body("violations.field", contains("printed"))
        .body("violations.value", contains("256 GB"))
        .body("violations.rule", contains("PrintedTextSaysSo"));
  }

  @Test
  void claimDerivedFromNothing_isRefused() {
    post(claim("amd-mi250", "128", "s1")
            .replace(
                "{\"kind\":\"REPORTED\"}",
                "{\"kind\":\"DERIVED\",\"rule\":\"twice as much\",\"inputs\":[\"amd-mi250.no.such\"]}"))
        .statusCode(400)
        .body("violations.field", contains("basis.inputs"))
        .body("violations.rule", contains("DerivedInputsExist"));
  }

  @Test
  void impossibleNumber_isToldByItsField() {
    post(claim("amd-mi250", "128000000000", "s1"))
        .statusCode(400)
        .body("violations.field", hasItem("quantity"))
        .body("violations.value", hasItem("128000000000 GB"))
        .body("violations.rule", hasItem("MagnitudeIsPossible"));
  }

  @Test
  void numberFarFromAllOthers_isRefused() {
    post(claim("nvidia-h20", "96000", "s1"))
        .statusCode(400)
        .body("violations.field", hasItem("quantity"))
        .body("violations.rule", hasItem("FarFromOthers"));
  }

  @Test
  void peakWithoutSparsity_isRefused() {
    post(claim("amd-mi250", "1", "s1")
            .replace(
                "{\"kind\":\"memoryCapacity\"}",
                "{\"kind\":\"throughput\",\"precision\":\"FP16\",\"scope\":\"PACKAGE\"}"))
        .statusCode(400)
        .body("violations.field", contains("attribute.sparsity", "attribute.circuit"));
  }

  @Test
  void database_refusesToChangeOrRemoveClaims() {
    for (String sql :
        List.of(
            "UPDATE claim SET printed = 'better'",
            "DELETE FROM claim",
            "TRUNCATE claim CASCADE",
            "UPDATE source SET title = 'better'",
            "DELETE FROM catalog_version")) {
      assertThatThrownBy(() -> execute(sql))
          .as(sql)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
