package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.suanwang.market.rest.EvaluationResourceTest.post;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Bodies mean what they say, and what is said of a wrong one is said in the contract's words. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class StrictBodyTest {
  private static ValidatableResponse refused(String path, String body) {
    return post(path, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", notNullValue())
        .body("violations[0].remedy", notNullValue())
        .body(not(containsString("org.suanwang")))
        .body(not(containsString("fasterxml")))
        .body(not(containsString("java.")))
        .body(not(containsString("Exception")))
        .body(not(containsString("Feature")))
        .body(not(matchesPattern("(?s).*[A-Z][A-Za-z]+\\[[a-z]+=.*")))
        .body(not(containsString("`")));
  }

  @Test
  void unknownField_isNoFieldOfThisBody() {
    refused("/v1/evaluations", "{\"model\": \"dongwu-2024\", \"surprise\": 1}")
        .body("violations[0].field", equalTo("surprise"))
        .body("violations[0].rule", equalTo("is not a field of this body"))
        .body("violations[0].remedy", containsString("scenario"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.62|\"0.62\"|a number",
        "0.62|true|a number",
        "0.62|[]|a number",
        "365|\"365\"|a number",
        "\"fifo-best-fit\"|[]|a text without control characters",
        "\"fifo-best-fit\"|\"a\\u0000b\"|a text without control characters",
        "{\"value\": 1.2e10, \"unit\": \"CNY\"}|7|an object"
      })
  void otherKindOfValue_isNotReadAsIfItWereRight(String right, String wrong, String kind) {
    refused("/v1/reconciliations", BridgeExamples.RECONCILIATION.replace(right, wrong))
        .body("violations[0].rule", is("must be " + kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"model\": \"dongwu-2024\"} {}",
        "{\"model\": \"dongwu-2024\", \"model\": \"nobody\"}",
        "{\"model\": \"dongwu-2024\\u0000\"}",
        "{\"model\": NaN}",
        "{\"model\": ",
        "[]",
        "7",
        "{\"model\": \"dongwu-2024\", \"outputs\": {}}",
        "{\"model\": \"dongwu-2024\", \"overrides\": []}",
        "{\"model\": \"dongwu-2024\", \"overrides\": {\"a\": {\"value\": \"1\"}}}",
        "{\"model\": \"dongwu-2024\", \"overrides\": {\"a\": {\"worth\": \"1\"}}}"
      })
  void wrongBody_isToldWithoutNamesOfClasses(String body) {
    refused("/v1/evaluations", body);
  }

  @Test
  void tooDeepOrTooLong_isRefused() {
    String demand = BridgeExamples.DEMAND.replaceFirst("\\{", "{\"equivalence\": %s,");
    refused("/v1/demands", demand.formatted("[".repeat(5_000)));
    refused("/v1/demands", demand.formatted("\"" + "x".repeat(50_000) + "\""));
    refused("/v1/demands", demand.formatted("1".repeat(5_000)));
  }

  @Test
  void longModelDocument_isNoLongText() {
    String model =
        Examples.MODEL_POST
            .replace("id: rack-cooling", "id: long-cooling")
            .replace("two more are asked for.", "two more are asked for." + " and".repeat(400));
    String document = "# " + "x".repeat(20_000) + "\n" + model;
    given().contentType(ContentType.JSON).body(document).post("/v1/models").then().statusCode(201);
    given().get("/v1/models/long-cooling").then().statusCode(200);
  }
}
