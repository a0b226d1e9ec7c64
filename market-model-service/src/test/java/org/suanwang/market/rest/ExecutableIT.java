package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/**
 * What is shipped works: the built artifact, native executable or jar, runs against a real
 * PostgreSQL, without the catalogue, and is called over HTTP. It catches what only the build can
 * break: data files left out, types that cannot be written as JSON, migrations that are not found.
 */
@QuarkusIntegrationTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ExecutableIT {
  private static final String PROBLEM = "application/problem+json";

  private static ValidatableResponse get(String path) {
    return given().get(path).then();
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  @Test
  void readiness_isUpAndNamesTheData() {
    get("/q/health/ready")
        .statusCode(200)
        .body("status", is("UP"))
        .body("checks.find{it.name=='data is loaded and checked'}.status", is("UP"))
        .body(
            "checks.find{it.name=='data is loaded and checked'}.data.'dongwu-2024'",
            matchesPattern("[0-9a-f]{12}"));
  }

  @Test
  void neutralFee_isTheReports() {
    post(
            "/v1/evaluations",
            """
            {"model": "dongwu-2024", "scenario": "neutral", "outputs": ["scheduling_fee_2025"]}""")
        .statusCode(200)
        .body("values[0].exact", is("709.84"))
        .body("values[0].value", is(709.84f))
        .body("values[0].printed", is("710"))
        .body("values[0].unit", is("1e8 CNY"));
  }

  @Test
  void everyModeOfEvaluation_answers() {
    for (String mode : new String[] {"exact", "double", "interval"}) {
      post("/v1/evaluations", "{\"model\": \"dongwu-2024\", \"mode\": \"%s\"}".formatted(mode))
          .statusCode(200)
          .body("values", hasSize(69));
    }
  }

  @Test
  void analyses_answerAsTheyDoOnTheJvm() {
    double mean =
        post("/v1/uncertainties", AnalysisExamples.UNCERTAINTY)
            .statusCode(200)
            .body("outputs[0].quantiles", hasSize(3))
            .extract()
            .jsonPath(new JsonPathConfig(NumberReturnType.DOUBLE))
            .getDouble("outputs[0].mean.value");
    assertThat(mean).isCloseTo(703.157753028767, within(1e-9));
    post("/v1/sensitivities", AnalysisExamples.SENSITIVITY)
        .statusCode(200)
        .body("outputs[0].tornado", hasSize(4))
        .body("outputs[0].sobol.indices", hasSize(4));
    post("/v1/goal-seeks", AnalysisExamples.GOAL_SEEK)
        .statusCode(200)
        .body("solutions", hasSize(1));
    post("/v1/back-tests", BackTestExamples.QUESTION)
        .statusCode(200)
        .body("forecasts[0].inside", equalTo(true))
        .body("forecasts[0].realised.source.tier", equalTo("RESEARCH"));
  }

  @Test
  void explanation_leadsToSources() {
    post("/v1/explanations", Examples.EXPLANATION)
        .statusCode(200)
        .body("explanations[0].formula", notNullValue())
        .body("explanations[0].inputs[0].source", notNullValue());
  }

  @Test
  void versionsScenariosAndYears_areCompared() {
    String version =
        get("/v1/models/dongwu-2024/versions").statusCode(200).extract().path("items[0].version");
    get("/v1/models/dongwu-2024/diff?from=" + version).statusCode(200).body("parts", hasSize(0));
    get("/v1/models/dongwu-2024/scenarios/diff?from=neutral&to=optimistic")
        .statusCode(200)
        .body("outputs.find { it.variable == 'scheduling_fee_2025' }.percent", is("25.0000"));
    post("/v1/models/dongwu-2024/scenarios", ComparisonExamples.FORK)
        .statusCode(201)
        .body("scenarios", hasItem("small-users"));
    post("/v1/series", SeriesExamples.SERIES).statusCode(200).body("series", hasSize(1));
    post("/v1/series/uncertainties", SeriesExamples.BANDS)
        .statusCode(200)
        .body("series[0].quantiles", hasSize(2));
    given()
        .accept("text/plain")
        .contentType(ContentType.JSON)
        .body(Examples.EXPLANATION)
        .post("/v1/explanations")
        .then()
        .statusCode(200)
        .body(containsString("= 300 [EFLOP/s] / 220 [EFLOP/s]"));
  }

  @Test
  void workbook_comesBack() {
    byte[] file = get("/v1/models/dongwu-2024/workbook?scenario=neutral").extract().asByteArray();
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    given()
        .contentType(type)
        .body(file)
        .post("/v1/models/dongwu-2024/workbook")
        .then()
        .statusCode(200)
        .body("changesOf", is("neutral"))
        .body("changes", hasSize(0));
    given()
        .contentType(type)
        .body(new byte[] {'P', 'K', 3, 4})
        .post("/v1/models/dongwu-2024/workbook")
        .then()
        .statusCode(400)
        .contentType(PROBLEM);
  }

  @Test
  void models_areServedInFull() {
    get("/v1/models").statusCode(200).body("items.id", hasItem("dongwu-2024"));
    get("/v1/models/dongwu-2024").statusCode(200).body("variables", hasSize(69));
    get("/v1/models/dongwu-2024/findings").statusCode(200).body("items", hasSize(greaterThan(1)));
  }

  @Test
  void postedModel_isFoundAndEvaluated() {
    String location =
        given()
            .contentType(ContentType.JSON)
            .body(Examples.MODEL_POST)
            .post("/v1/models")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    get(location).statusCode(200).body("id", is("rack-cooling"));
    post("/v1/evaluations", "{\"model\": \"rack-cooling\"}")
        .statusCode(200)
        .body("values[0].exact", is("160000"));
  }

  @Test
  void demandWithASnapshot_needsNoCatalogue() {
    post("/v1/demands", BridgeExamples.DEMAND_SNAPSHOT)
        .statusCode(200)
        .body("catalogVersion.origin", is("request"))
        .body("equivalence.to.count.value", is(30919))
        .body("totals.referenceDeviceHours.value", is(172800000))
        .body("totals.deviceHours.value", is(667850400))
        .body("jobs", hasSize(10))
        .body("jobs[0].devices", is(30919))
        .body("jobs[0].submitAt", is("2025-01-01T00:00:00Z"));
  }

  @Test
  void reconciliation_setsTheFeesBesideEachOther() {
    post("/v1/reconciliations", BridgeExamples.RECONCILIATION)
        .statusCode(200)
        .body("topDown.fee.printed", hasItems("444", "710", "887"))
        .body("bottomUp[0].scenarioFees[1].fee.printed", is("295"))
        .body("assumptions.name", hasItem("scaled-by-throughput"));
  }

  @Test
  void badBody_isAProblemWithItsViolations() {
    post("/v1/evaluations", "{\"model\": \"dongwu-2024\", \"surprise\": 1}")
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", is("surprise"))
        .body("violations[0].rule", is("is not a field of this body"))
        .body("violations[0].remedy", notNullValue());
    post("/v1/reconciliations", BridgeExamples.RECONCILIATION.replace("0.62", "62"))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations", hasSize(1));
  }

  @Test
  void unknownParameter_isRefusedWithTheKnownOnes() {
    get("/v1/models?limt=5")
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].remedy", is("use one of: cursor, limit"));
    get("/v1/models?limit=x")
        .statusCode(400)
        .body("violations[0].rule", is("must be a whole number from 1 to 1000"));
  }

  @Test
  void unknownModel_isAProblem() {
    post("/v1/evaluations", "{\"model\": \"nobody\"}")
        .statusCode(404)
        .contentType(PROBLEM)
        .body("detail", containsString("GET /v1/models"));
  }

  @Test
  void metricsAndContract_areServed() {
    get("/q/metrics").statusCode(200).body(containsString("market_models"));
    get("/q/openapi").statusCode(200).body(containsString("/v1/reconciliations"));
  }
}
