package org.suanwang.market.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.suanwang.market.rest.EvaluationResourceTest.post;
import static org.suanwang.market.rest.Refusals.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** A refusal names the field as the request has it, on whatever line it stands. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class RefusedFieldTest {
  private static final String SOURCE =
      "{\"title\": \"T\", \"locator\": \"L\", \"date\": \"2026-01-01\", \"tier\": \"PRIMARY\"}";

  private static String parameter(String name, String value) {
    return """
        {"name": "%s", "label": "L", "unit": "%%", "values": [{"value": %s, "source": %s}]}"""
        .formatted(name, value, SOURCE);
  }

  private static String model(String id, String parameters, String more) {
    return """
        {"id": "%s", "title": "T", "licence": "CC0-1.0", "parameters": [%s]%s}"""
        .formatted(id, parameters, more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "many"                                                                                                           | parameters[1].values[0].value
          "5", "distribution": {"form": "UNIFORM", "low": "x", "high": "9", "rationale": "R"}                               | parameters[1].values[0].distribution.low
          "5", "distribution": {"form": "UNIFORM", "low": "9", "high": "4", "rationale": "R"}                               | parameters[1].values[0].distribution.low
          "5", "distribution": {"form": "UNIFORM", "low": "6", "high": "9", "rationale": "R"}                               | parameters[1].values[0].value
          "5", "interval": {"low": "4", "hihg": "9", "rationale": "R", "high": "7"}                                         | parameters[1].values[0].interval.hihg
          "5", "distribution": {"form": "SAMPLE", "values": ["4", "7", "x"], "rationale": "R"}                                   | parameters[1].values[0].distribution.values
          "105"                                                                                                            | parameters[1].values[0]
          """)
  void modelOnOneLine_isToldWithThePathInIt(String value, String path) {
    String parameters = parameter("fee", "\"1\"") + ", " + parameter("rate", value);
    problem(post("/v1/models", model("refused-field", parameters, "")), 400)
        .body("violations.field", contains("model.yaml:1 " + path));
  }

  @Test
  void correlationsAndScenarios_areToldWithTheirPath() {
    String more =
        """
        , "correlations": [{"first": "fee", "second": "rate", "coefficient": "2", "rationale": "R"}],
          "scenarios": []""";
    String uncertain =
        "\"5\", \"distribution\": {\"form\": \"UNIFORM\", \"low\": \"1\", \"high\": \"9\", \"rationale\": \"R\"}";
    String parameters = parameter("fee", uncertain) + ", " + parameter("rate", uncertain);
    problem(post("/v1/models", model("refused-field", parameters, more)), 400)
        .body("violations[0].field", equalTo("model.yaml:1 correlations[0].coefficient"));
    String scenario =
        """
        , "scenarios": [{"name": "s", "label": "L", "description": "D", "overrides": [
          {"name": "fee", "value": "5", "unit": "%", "rationale": "R",
           "interval": {"low": "6", "high": "4", "rationale": "R"}}]}]""";
    problem(post("/v1/models", model("refused-field", parameters, scenario)), 400)
        .body(
            "violations[0].field", equalTo("model.yaml:1 scenarios[0].overrides[0].interval.low"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "name": "s", "overrides": [{"name": "utilisation_2025", "value": "105", "unit": "%", "rationale": "R"}] | scenario.overrides[0].value
          "name": "s", "overrides": [{"name": "utilisation_205", "value": "35", "unit": "%", "rationale": "R"}]   | scenario.overrides[0].name
          "name": "s", "overrides": [{"name": "utilisation_2025", "value": "35", "unit": "kW", "rationale": "R"}] | scenario.overrides[0].unit
          "name": "s", "rounding": [{"variable": "iaas_205", "flow": "EXACT", "rationale": "R"}]                  | scenario.rounding[0].variable
          "name": "s", "rounding": [{"flow": "SOMEHOW", "rationale": "R"}]                                        | scenario.rounding[0].flow
          "name": "s", "parent": "nobody"                                                                         | scenario.parent
          """)
  void scenario_isToldInTheFieldsOfTheQuestion(String fields, String field) {
    String body =
        """
        {"as": "refused-fork", "scenario": {"label": "L", "description": "D", %s}}"""
            .formatted(fields);
    problem(post("/v1/models/dongwu-2024/scenarios", body), 400)
        .body("violations.field", contains(field));
  }

  @Test
  void idOfAFork_isToldAsItsField() {
    String scenario = "\"scenario\": {\"name\": \"s\", \"label\": \"L\", \"description\": \"D\"}";
    problem(
            post("/v1/models/dongwu-2024/scenarios", "{\"as\": \"Not An Id\", " + scenario + "}"),
            400)
        .body("violations.field", contains("as"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          sensitivities | "outputs": ["iaas_2025"], "sobol": {"worlds": 1000}                                                 | sobol.worlds
          sensitivities | "outputs": ["iaas_2025"], "sobol": {"resamples": 1}                                                 | sobol.resamples
          sensitivities | "outputs": ["iaas_2052"], "sobol": {}                                                               | outputs
          series        | "families": ["iaas"], "toYear": 1950                                                                | toYear
          goal-seeks    | "parameter": "iaas_public_2022", "output": "iaas_2025", "target": {"value": "1", "unit": "1e8 CNY"} | from
          evaluations   | "overrides": {"utilisation_2025": {"value": "1", "unit": "kW", "rationale": "R"}}                   | overrides.utilisation_2025.unit
          evaluations   | "overrides": {"utilisation_2025": {"value": "1", "unit": "%", "rationale": "R", "uncertainty": {"interval": {"low": "3", "high": "2", "rationale": "R"}}}} | overrides.utilisation_2025.uncertainty.interval.low
          evaluations   | "rounding": [{"variable": "nobody", "flow": "EXACT", "rationale": "R"}]                             | rounding[0].variable
          """)
  void question_isToldInItsOwnFields(String call, String fields, String field) {
    problem(post("/v1/" + call, "{\"model\": \"dongwu-2024\", " + fields + "}"), 400)
        .body("violations.field", contains(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null                                                                               | (body)
          {"model": "dongwu-2024", "outputs": ["iaas_2025", null]}                           | outputs[1]
          {"model": "dongwu-2024", "overrides": {"iaas_2025": null}}                         | overrides.iaas_2025
          {"model": "dongwu-2024", "overrides": {"iaas_2025": {"value": "1", "unit": "1"}}}  | overrides.iaas_2025.rationale
          {"model": "dongwu-2024", "rounding": [{"variable": "iaas_2025", "rationale": "R"}]} | rounding[0].flow
          """)
  void missingPart_isToldWithItsPlace(String body, String field) {
    problem(post("/v1/evaluations", body), 400).body("violations.field", contains(field));
  }

  @Test
  void correlatedName_isToldWithItsSide() {
    String correlation =
        """
        {"first": "utilisation_2025", "second": "nothing", "coefficient": 0.5, "rationale": "R"}""";
    String body =
        """
        {"model": "dongwu-2024", "outputs": ["scheduling_fee_2025"], "correlations": [%s]}"""
            .formatted(correlation);
    problem(post("/v1/uncertainties", body), 400)
        .body("violations.field", contains("correlations[0].second"));
  }

  @Test
  void nameThatIsNoText_isToldWithItsLine() {
    problem(post("/v1/models", "? [a, b]\n: c"), 400)
        .body("violations[0].field", equalTo("model.yaml:1"));
  }
}
