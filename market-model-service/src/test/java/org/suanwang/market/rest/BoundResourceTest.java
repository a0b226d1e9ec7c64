package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** What is known only as "at least" or "at most" is answered so. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class BoundResourceTest {
  private static final String HUBS =
      "{\"model\": \"dongwu-2024\", \"outputs\": [\"hub_new_capacity_2025\"], \"mode\": \"%s\"}";

  private static final String RACKS =
      """
      {"model": "compute-outlook", "families": ["racks_observed"], "mode": "%s",
       "fromYear": 2024, "toYear": 2025}""";

  private static ValidatableResponse post(String path, String body, String accept) {
    return given()
        .accept(accept)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse post(String path, String body) {
    return post(path, body, "application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exact", "double"})
  void figure_saysThatItIsALowerBound_andWhy(String mode) {
    post("/v1/evaluations", HUBS.formatted(mode))
        .body("values[0].value", equalTo(24f))
        .body("values[0].bound", equalTo("at least"))
        .body("values[0].boundedBy", contains("hub_share_of_new_compute"));
  }

  @Test
  void shareOfAtLeast60Percent_isARangeUpToTheWhole() {
    post("/v1/evaluations", HUBS.formatted("interval"))
        .body("values[0].low", equalTo("24"))
        .body("values[0].high", equalTo("40"))
        .body("values[0].bound", nullValue())
        .body("values[0].boundedBy", contains("hub_share_of_new_compute"));
    String share = "parameters.find { it.name == 'hub_share_of_new_compute' }.values[0]";
    given()
        .get("/v1/models/dongwu-2024")
        .then()
        .body(share + ".low", equalTo("60"))
        .body(share + ".high", equalTo("100"));
  }

  @Test
  void overriddenBound_isNoLongerOne() {
    post(
            "/v1/evaluations",
            """
            {"model": "dongwu-2024", "outputs": ["hub_new_capacity_2025"], "overrides": {
              "hub_share_of_new_compute": {"value": "70", "unit": "%", "rationale": "counted"}}}""")
        .body("values[0].exact", equalTo("28"))
        .body("values[0].bound", nullValue())
        .body("values[0].boundedBy", nullValue());
  }

  @Test
  void countOfAtLeast_hasNoHighEnd() {
    post("/v1/series", RACKS.formatted("interval"))
        .body("series[0].low", contains("900"))
        .body("series[0].high", nullValue())
        .body("series[0].values", contains(900f))
        .body("series[0].printed", contains("[900, no end]"))
        .body("series[0].bound", nullValue());
    post("/v1/series", RACKS.formatted("exact")).body("series[0].bound", contains("at least"));
  }

  @Test
  void productOfAtLeastAndAtMost_hasNoNumber() {
    String model =
        Examples.MODEL_POST
            .replace("rack-cooling", "rack-bounds")
            .replace("- value: 40\n", "- value: 40\n        bound: AT_LEAST\n")
            .replace("- value: 4000", "- value: 4000\n        bound: AT_MOST");
    given().contentType(ContentType.JSON).body(model).post("/v1/models").then().statusCode(201);
    String question = "{\"model\": \"rack-bounds\", \"mode\": \"interval\"}";
    post("/v1/evaluations", question)
        .body("values[0].value", nullValue())
        .body("values[0].low", nullValue())
        .body("values[0].high", nullValue())
        .body("values[0].printed", equalTo("any number"));
    assertThat(post("/v1/evaluations", question, "text/csv").extract().asString())
        .contains(",Cost of cooling a rack,,,,,,any number,,CNY/rack");
    post("/v1/evaluations", "{\"model\": \"rack-bounds\"}")
        .body("values[0].bound", equalTo("undecided"))
        .body("values[0].boundedBy", contains("rack_power", "cooling_cost_per_power"));
  }

  @Test
  void explanation_tellsTheBoundAtEveryStep() {
    post("/v1/explanations", HUBS.formatted("exact"))
        .body("explanations[0].bound", equalTo("at least"))
        .body("explanations[0].boundedBy", contains("hub_share_of_new_compute"));
    assertThat(post("/v1/explanations", HUBS.formatted("exact"), "text/plain").extract().asString())
        .contains("\n  bound: at least, as it rests on hub_share_of_new_compute\n")
        .contains("note: the source says at least");
  }
}
