package org.suanwang.market.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.suanwang.market.rest.EvaluationResourceTest.post;
import static org.suanwang.market.rest.Refusals.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Uncertainty, sensitivity and goal seek over REST. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class AnalysisResourceTest {
  private static final String FEE =
      """
      "model": "dongwu-2024", "scenario": "uncertain-chain", "outputs": ["scheduling_fee_2025"]""";

  /** Worked out in closed form: docs/uncertainty.md. */
  private static final double MEAN = 703.158989;

  private static final double SD = 133.635286;

  private static JsonPath answer(String path, String body) {
    return post(path, "{" + body + "}").statusCode(200).extract().jsonPath();
  }

  @Test
  void fee_hasTheMeanOfTheClosedForm() {
    JsonPath fee = answer("/v1/uncertainties", FEE);
    double error = fee.getDouble("outputs[0].mean.standardError");
    assertThat(fee.getDouble("outputs[0].mean.value")).isCloseTo(MEAN, within(3 * error));
    assertThat(fee.getDouble("outputs[0].sd")).isCloseTo(SD, within(0.05));
    assertThat(fee.getLong("outputs[0].count")).isEqualTo(65_536);
    assertThat(fee.getString("method")).isEqualTo("quasi-monte-carlo");
    assertThat(fee.getList("inputs")).hasSize(4);
    assertThat(fee.getList("outputs[0].histogram.counts")).hasSize(50);
    assertThat(fee.getList("outputs[0].cdf")).hasSize(101);
  }

  @Test
  void sameQuestion_hasTheSameAnswerToTheByte() {
    String body = "{" + FEE + ", \"method\": \"monte-carlo\", \"worlds\": 30000, \"seed\": 7}";
    String one = post("/v1/uncertainties", body).statusCode(200).extract().asString();
    String other = post("/v1/uncertainties", body).statusCode(200).extract().asString();
    assertThat(one).isEqualTo(other);
    String third =
        post("/v1/uncertainties", body.replace("\"seed\": 7", "\"seed\": 8")).extract().asString();
    assertThat(third).isNotEqualTo(one);
  }

  @Test
  void overrideWithADistribution_isDrawnAndCorrelated() {
    String body =
        FEE.replace("uncertain-chain", "exact-chain")
            + """
            , "overrides": {
              "utilisation_2025": {"value": "35", "unit": "%", "rationale": "as printed",
                "uncertainty": {"distribution": {"form": "triangular", "low": "25", "mode": "35",
                  "high": "45", "rationale": "ten points to either side"}}},
              "growth_2023_2025": {"value": "1.4", "unit": "1", "rationale": "as printed",
                "uncertainty": {"interval": {"low": "1.3", "high": "1.5", "rationale": "a tenth"}}}},
            "correlations": [{"first": "growth_2023_2025", "second": "utilisation_2025",
              "coefficient": 0.5, "rationale": "more growth fills the machines"}],
            "quantiles": [0.1]""";
    JsonPath fee = answer("/v1/uncertainties", body);
    assertThat(fee.getList("inputs.name")).contains("growth_2023_2025", "utilisation_2025");
    assertThat(fee.getString("inputs.find { it.name == 'utilisation_2025' }.drawnAs"))
        .isEqualTo("triangular");
    assertThat(fee.getString("inputs.find { it.name == 'growth_2023_2025' }.drawnAs"))
        .isEqualTo("interval");
    assertThat(fee.getDouble("correlations[0].coefficient")).isEqualTo(0.5);
    assertThat(fee.getList("outputs[0].quantiles")).hasSize(1);
  }

  @Test
  void worldsWithoutAResult_areCountedAndTold() {
    String model =
        Refusals.model("zero-divides", "1", "1", "1 / floor(x, 1)")
            .replace(
                "values: [{value: \"1\",",
                "values: [{value: \"1\", distribution: {form: UNIFORM, low: \"0\", high: \"2\","
                    + " rationale: R},");
    Refusals.publish(model).statusCode(201);
    post(
            "/v1/uncertainties",
            "{\"model\": \"zero-divides\", \"outputs\": [\"y\"], \"worlds\": 1024, \"seed\": 3}")
        .statusCode(200)
        .body("outputs[0].failed", equalTo(512))
        .body("outputs[0].count", equalTo(512))
        .body("outputs[0].mean.value", equalTo(1.0f))
        .body("outputs[0].failures", hasSize(5))
        .body("outputs[0].failures[0].inputs[0].name", equalTo("x"))
        .body("outputs[0].failures[0].reason.rule", containsString("zero"));
  }

  @Test
  void sensitivity_tellsWhichInputsTheModelHoldsForCorrelated() {
    String question =
        """
        {"model": "compute-demand", "outputs": ["%s"], "sobol": {"worlds": 1024, "correlations": []}}
        """;
    post("/v1/sensitivities", question.formatted("domestic_devices_2025"))
        .statusCode(200)
        .body("correlations", hasSize(1))
        .body("correlations[0].first", equalTo("training_efficiency"))
        .body("correlations[0].second", equalTo("domestic_training_efficiency"));
    post("/v1/sensitivities", question.formatted("training_devices"))
        .statusCode(200)
        .body("correlations", empty());
  }

  @Test
  void sensitivity_tellsTornadoAndShares() {
    post("/v1/sensitivities", "{" + FEE + ", \"sobol\": {}}")
        .statusCode(200)
        .body("outputs[0].tornado.input[0]", equalTo("scheduling_fee_rate"))
        .body("outputs[0].tornado", hasSize(4))
        .body("outputs[0].sobol.indices", hasSize(4))
        .body(
            "outputs[0].sobol.indices.find { it.input == 'scheduling_fee_rate' }.first.value.toDouble()",
            closeTo(0.497202, 0.005))
        .body(
            "outputs[0].sobol.indices.find { it.input == 'utilisation_2025' }.total.value.toDouble()",
            closeTo(0.458666, 0.005));
  }

  @Test
  void goalSeek_findsTheUtilisationOfAFee() {
    post(
            "/v1/goal-seeks",
            """
            {"model": "dongwu-2024", "scenario": "neutral", "parameter": "utilisation_2025",
             "output": "scheduling_fee_2025", "target": {"value": "709.84", "unit": "1e8 CNY"},
             "from": {"value": "0.2", "unit": "1"}, "to": {"value": "60", "unit": "%"}}""")
        .statusCode(200)
        .body("unit", equalTo("%"))
        .body("from", equalTo(20.0f))
        .body("monotone", equalTo(true))
        .body("solutions", hasSize(1))
        .body("solutions[0].value.toDouble()", closeTo(35, 0.01));
  }

  @Test
  void outputThatDoesNotVary_hasNoShares() {
    post(
            "/v1/sensitivities",
            "{\"model\": \"dongwu-2024\", \"outputs\": [\"growth_2023_2025\"], \"sobol\": {}}")
        .statusCode(200)
        .body("outputs[0].variable", equalTo("growth_2023_2025"))
        .body("outputs[0].tornado", hasSize(0))
        .body("outputs[0].sobol.indices", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "worlds": 1000                                   | worlds
          "worlds": 0, "method": "monte-carlo"             | worlds
          "worlds": 9000000000, "method": "monte-carlo"    | worlds
          "method": "guessing"                             | method
          "quantiles": [1.5]                               | quantiles
          "outputs": ["scheduling_fee"]                    | outputs
          "overrides": {"utilisation_2025": {"value": "35", "unit": "%", "rationale": "r", "uncertainty": {}}} | overrides.utilisation_2025.uncertainty
          "overrides": {"utilisation_2025": {"value": "35", "unit": "%", "rationale": "r", "uncertainty": {"distribution": {"form": "normal", "mean": "35", "rationale": "r"}}}} | overrides.utilisation_2025.uncertainty.distribution.sd
          "overrides": {"utilisation_2025": {"value": "35", "unit": "%", "rationale": "r", "uncertainty": {"distribution": {"form": "uniform", "low": "30", "high": "40", "sd": "1", "rationale": "r"}}}} | overrides.utilisation_2025.uncertainty.distribution.sd
          "overrides": {"utilisation_2025": {"value": "35", "unit": "%", "rationale": "r", "uncertainty": {"distribution": {"form": "uniform", "low": "40", "high": "30", "rationale": "r"}}}} | overrides.utilisation_2025
          "correlations": [{"first": "utilisation_2025", "second": "utilisation_2025", "coefficient": 0.5, "rationale": "r"}] | correlations
          """)
  void whatCannotBe_isRefusedWithItsField(String part, String field) {
    String base =
        part.startsWith("\"outputs\"")
            ? FEE.replace("\"outputs\": [\"scheduling_fee_2025\"]", part)
            : FEE + ", " + part;
    problem(post("/v1/uncertainties", "{" + base + "}"), 400)
        .body("violations.field.findAll { it.startsWith('" + field + "') }.size()", greaterThan(0));
  }

  @Test
  void goalInAnotherUnit_isRefused() {
    problem(
            post(
                "/v1/goal-seeks",
                """
                {"model": "dongwu-2024", "parameter": "utilisation_2025",
                 "output": "scheduling_fee_2025", "target": {"value": "1", "unit": "rack"}}"""),
            400)
        .body("violations.field", hasItem("target.unit"));
  }
}
