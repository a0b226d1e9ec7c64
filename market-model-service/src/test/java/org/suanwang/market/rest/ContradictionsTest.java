package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Where the report contradicts itself both readings are told, and both can be evaluated. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ContradictionsTest {
  private static final String FINDINGS = "/v1/models/dongwu-2024/findings?limit=1000";

  /** The increment of 40 points, 25 times, 1.4, 8873, and racks at a price per server. */
  @ParameterizedTest
  @CsvSource({
    "retrofit_market_2025_cold_plate, base, 832, cooling-by-level, 1040",
    "retrofit_market_2025_immersion, base, 2288, cooling-by-level, 2860",
    "training_energy_ratio, base, 3.75, energy-as-stated, 25",
    "growth_2023_2025, neutral, 1.4, exact-chain, 15/11",
    "idle_compute_2025, neutral, 8873, unrounded-iaas, 8874",
    "retrofit_market_2025_cold_plate, base, 832, cooling-per-server, 3040",
  })
  void eachContradiction_isFound_andBothReadingsAreEvaluable(
      String variable, String one, String valueOfOne, String other, String valueOfOther) {
    var finding =
        given()
            .get(FINDINGS)
            .then()
            .statusCode(200)
            .extract()
            .<Map<String, String>>path(
                "items.find { it.rule == 'two-readings' && it.subject == '%s'".formatted(variable)
                    + " && it.message.contains('scenario "
                    + other
                    + ":') }");
    assertThat(finding).isNotNull();
    assertThat(finding.get("severity")).isEqualTo("WARNING");
    String message = Objects.requireNonNull(finding.get("message"));
    String remedy = Objects.requireNonNull(finding.get("remedy"));
    assertThat(message).contains("in scenario " + one + ",");
    assertThat(remedy).contains("from=" + one + "&to=" + other);
    for (var reading : Map.of(one, valueOfOne, other, valueOfOther).entrySet()) {
      evaluated(variable, reading.getKey(), reading.getValue(), message);
    }
    // The growth itself is printed alike in both; what is made of it is not.
    String compare = remedy.replaceAll("(?s).*GET ", "");
    given()
        .urlEncodingEnabled(false)
        .get(compare)
        .then()
        .statusCode(200)
        .body(
            "outputs.variable",
            hasItem(variable.equals("growth_2023_2025") ? "iaas_2025" : variable));
  }

  /** What flows on is what the finding says, whether that is the exact or the printed value. */
  private static void evaluated(String variable, String scenario, String value, String message) {
    var figure =
        given()
            .contentType(ContentType.JSON)
            .body(
                "{\"model\": \"dongwu-2024\", \"scenario\": \"%s\", \"outputs\": [\"%s\"]}"
                    .formatted(scenario, variable))
            .post("/v1/evaluations")
            .then()
            .statusCode(200)
            .extract()
            .<Map<String, Object>>path("values[0]");
    String flowing = String.valueOf(figure.getOrDefault("flowing", figure.get("exact")));
    assertThat(flowing).isEqualTo(value);
    assertThat(message).contains("as " + (value.equals("15/11") ? "1.36363636364… " : value));
  }

  @Test
  void statedRatio_isAParameterWithItsSource() {
    String ratio = "parameters.find { it.name == 'energy_ratio_stated' }.values[0]";
    given()
        .get("/v1/models/dongwu-2024")
        .then()
        .body(ratio + ".value", equalTo("25"))
        .body(ratio + ".source.locator", containsString("section 6"));
  }

  @Test
  void readingOfNothing_isRefused() {
    String model =
        Examples.MODEL_POST
            + """
            scenarios:
              - name: other
                label: "Other"
                description: "Another reading."
                readingOf: [cooling_cost_of_rack]
                overrides:
                  - {name: rack_power, value: 41, unit: kW/rack, rationale: "r"}
            """;
    given()
        .contentType(ContentType.JSON)
        .body(model)
        .post("/v1/models")
        .then()
        .statusCode(400)
        .body("violations[0].rule", containsString("readingOf holds"))
        .body("violations[0].remedy", containsString("cooling_cost_per_rack"));
  }

  @Test
  void readingWithoutAResult_isToldAsOne() {
    String model =
        Examples.MODEL_POST
                .replace("rack-cooling", "rack-readings")
                .replace("rack_power * cooling", "1 [kW^2/rack^2] / rack_power * cooling")
            + """
            scenarios:
              - name: none
                label: "None"
                description: "No power."
                readingOf: [cooling_cost_per_rack]
                overrides:
                  - {name: rack_power, value: 0, unit: kW/rack, rationale: "r"}
            """;
    given().contentType(ContentType.JSON).body(model).post("/v1/models").then().statusCode(201);
    given()
        .get("/v1/models/rack-readings/findings")
        .then()
        .body("items.findAll { it.subject == 'none' }.rule", hasItem("no-result"));
  }
}
