package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class EvaluationResourceTest {
  static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static ValidatableResponse evaluate(String body) {
    return post("/v1/evaluations", body);
  }

  @ParameterizedTest
  @CsvSource({"pessimistic,443.65,444", "neutral,709.84,710", "optimistic,887.3,887"})
  void scenarioOfTable3_isPrintedAsInTheReport(String scenario, String exact, String printed) {
    evaluate(
            """
            {"model": "dongwu-2024", "scenario": "%s", "outputs": ["scheduling_fee_2025"]}"""
                .formatted(scenario))
        .statusCode(200)
        .body("model.id", equalTo("dongwu-2024"))
        .body("scenario", equalTo(scenario))
        .body("mode", equalTo("exact"))
        .body("values[0].exact", equalTo(exact))
        .body("values[0].printed", equalTo(printed))
        .body("values[0].unit", equalTo("1e8 CNY"));
  }

  @Test
  void bothReadingsOfTheIdleCompute_areEvaluable() {
    evaluate("{\"model\": \"dongwu-2024\", \"outputs\": [\"idle_compute_2025\"]}")
        .body("values[0].exact", equalTo("62114/7"))
        .body("values[0].printed", equalTo("8873"));
    evaluate(
            """
            {"model": "dongwu-2024", "outputs": ["idle_compute_2025"],
             "rounding": [{"variable": "iaas_2025", "flow": "exact", "rationale": "why not"}]}""")
        .body("values[0].exact", equalTo("8873.8"))
        .body("values[0].printed", equalTo("8874"));
  }

  @Test
  void override_inAnotherUnitOfTheSameDimension_isConverted() {
    evaluate(
            """
            {"model": "dongwu-2024", "outputs": ["scheduling_fee_rate"],
             "overrides": {"scheduling_fee_rate":
               {"value": "0.03", "unit": "1", "rationale": "like a shop"}}}""")
        .statusCode(200)
        .body("values[0].exact", equalTo("3"))
        .body("values[0].unit", equalTo("%"));
  }

  @Test
  void noOutputs_areAllVariables() {
    evaluate("{\"model\": \"dongwu-2024\"}").statusCode(200).body("values", hasSize(70));
  }

  @Test
  void intervalMode_givesLowAndHigh() {
    evaluate(
            """
            {"model": "dongwu-2024", "outputs": ["utilisation_2025"], "mode": "interval"}""")
        .body("values[0].low", equalTo("30"))
        .body("values[0].high", equalTo("40"));
  }

  @Test
  void everythingWrongWithTheOverrides_isToldAtOnce() {
    evaluate(
            """
            {"model": "dongwu-2024", "overrides": {
              "utilization_2025": {"value": "0.3", "unit": "1", "rationale": "r"},
              "utilisation_2025": {"value": "NaN", "unit": "1", "rationale": "r"},
              "iaas_public_2022": {"value": "1", "unit": "device", "rationale": "r"},
              "iaas_private_2022": {"value": "1", "unit": "1e8 CNZ", "rationale": "r"}}}""")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations", hasSize(4))
        .body("violations.remedy", hasItem("did you mean \"utilisation_2025\"?"))
        .body("violations.remedy", hasItem("give it in 1e8 CNY"));
  }

  @ParameterizedTest
  @CsvSource({"utilisation_2025,101,%", "scheduling_fee_rate,-1,%", "utilisation_2025,35,1"})
  void overrideOfAShareBeyondTheWhole_isRefused(String name, String value, String unit) {
    evaluate(
            """
            {"model": "dongwu-2024", "overrides": {
              "%s": {"value": "%s", "unit": "%s", "rationale": "r"}}}"""
                .formatted(name, value, unit))
        .statusCode(400)
        .body("violations", hasSize(1))
        .body("violations[0].field", equalTo("overrides." + name + ".value"))
        .body("violations[0].value", containsString(value))
        .body("violations[0].rule", containsString("from 0 to 100 %"))
        .body("violations[0].remedy", containsString("0.35"));
  }

  @Test
  void growthBeyondTheWhole_isTaken() {
    evaluate(
            """
            {"model": "dongwu-2024", "outputs": ["ai_server_market_2022"], "overrides": {
              "ai_server_market_growth_2023": {"value": "182", "unit": "%", "rationale": "r"}}}""")
        .statusCode(200)
        .body("findings", nullValue());
  }

  @Test
  void computedShareBeyondTheWhole_isAFindingOfTheAnswer() {
    String model =
        Examples.MODEL_POST
                .replace("rack-cooling", "rack-share")
                .replace("kW/rack", "\"1\"")
                .replace("CNY/kW", "\"1\"")
                .replace("CNY/rack", "\"%\"")
            + "\n";
    given().contentType(ContentType.JSON).body(model).post("/v1/models").then().statusCode(201);
    for (String mode : List.of("exact", "double", "interval")) {
      evaluate("{\"model\": \"rack-share\", \"mode\": \"%s\"}".formatted(mode))
          .statusCode(200)
          .body("findings", hasSize(1))
          .body("findings[0].rule", equalTo("share-out-of-range"))
          .body("findings[0].subject", equalTo("cooling_cost_per_rack"));
    }
  }

  @Test
  void divisionByZero_namesThePartAndTheValues() {
    evaluate(
            """
            {"model": "dongwu-2024", "outputs": ["idle_compute_2025"], "overrides": {
              "utilisation_2025": {"value": "0", "unit": "1", "rationale": "r"}}}""")
        .statusCode(400)
        .body("violations[0].field", equalTo("idle_compute_2025"))
        .body("violations[0].rule", containsString("division by zero"))
        .body("violations[0].value", containsString("4778 * (1 - 0) / 0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "42",
        "{",
        "{}",
        "{\"model\": null}",
        "{\"model\": \"dongwu-2024\", \"mode\": \"guess\"}",
        "{\"model\": \"dongwu-2024\", \"outputs\": [null]}",
        "{\"model\": \"dongwu-2024\", \"outputs\": [\"idle_compute\"]}",
        "{\"model\": \"dongwu-2024\", \"outputs\": \"idle_compute_2025\"}",
        "{\"model\": \"dongwu-2024\", \"overrides\": {\"utilisation_2025\": null}}",
        "{\"model\": \"dongwu-2024\", \"overrides\": {\"utilisation_2025\": {}}}",
        "{\"model\": \"dongwu-2024\", \"surprise\": 1}",
        "{\"model\": \"dongwu-2024\", \"overrides\": {\"utilisation_2025\":"
            + " {\"value\": \"1e999999999\", \"unit\": \"1\", \"rationale\": \"r\"}}}",
        "{\"model\": \"dongwu-2024\", \"overrides\": {\"utilisation_2025\":"
            + " {\"value\": \"1/0\", \"unit\": \"1\", \"rationale\": \"r\"}}}",
        "{\"model\": \"dongwu-2024\", \"overrides\": {\"utilisation_2025\":"
            + " {\"value\": \"1\", \"unit\": \"((((((1\", \"rationale\": \"r\"}}}",
        "{\"model\": \"dongwu-2024\", \"rounding\": [{\"flow\": \"sideways\","
            + " \"rationale\": \"r\"}]}"
      })
  void wrongBody_isAProblemWithViolations(String body) {
    evaluate(body).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void unknownModelOrScenario_isNotFound_andSaysWhereToLook() {
    evaluate("{\"model\": \"nobody\"}")
        .statusCode(404)
        .body("detail", containsString("GET /v1/models"));
    evaluate("{\"model\": \"dongwu-2042\"}")
        .statusCode(404)
        .body("detail", containsString("did you mean \"dongwu-2024\"?"));
    evaluate("{\"model\": \"dongwu-2024@000000000000\"}")
        .statusCode(404)
        .body("detail", containsString("/v1/models/dongwu-2024/versions"));
    evaluate("{\"model\": \"dongwu-2024\", \"scenario\": \"nobody\"}")
        .statusCode(404)
        .body("detail", containsString("pessimistic"));
  }

  @Test
  void explanation_leadsToSourcesThroughTheRounding() {
    post(
            "/v1/explanations",
            """
            {"model": "dongwu-2024", "scenario": "neutral", "outputs": ["scheduling_fee_2025"]}""")
        .statusCode(200)
        .body("explanations[0].formula", equalTo("idle_compute_2025 * scheduling_fee_rate"))
        .body("explanations[0].inputs[0].flowing", equalTo("8873"))
        .body("explanations[0].inputs[0].value", equalTo("8873.42857143…"))
        .body("explanations[0].inputs[0].inputs[0].name", equalTo("iaas_2025"))
        .body("explanations[0].inputs[0].inputs[0].value", equalTo("4778.2"))
        .body("explanations[0].inputs[1].kind", equalTo("override"));
  }
}
