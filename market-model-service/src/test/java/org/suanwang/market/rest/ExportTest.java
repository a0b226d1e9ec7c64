package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.suanwang.market.rest.Refusals.problem;
import static org.suanwang.market.rest.Refusals.publish;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Analyses and comparisons as CSV, models as the documents they can be posted as. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ExportTest {
  private static final String FEE =
      """
      {"model": "dongwu-2024", "scenario": "uncertain-chain", "outputs": ["scheduling_fee_2025"]%s}""";

  private static List<NamedCsvRecord> lines(Response answer) {
    String text = answer.then().statusCode(200).contentType("text/csv").extract().asString();
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  private static List<NamedCsvRecord> post(String path, String body) {
    return lines(
        given().contentType(ContentType.JSON).accept("text/csv").body(body).post("/v1/" + path));
  }

  private static Predicate<NamedCsvRecord> is(String column, String value) {
    return line -> line.getField(column).equals(value);
  }

  private static double number(List<NamedCsvRecord> lines, String name, String column) {
    return lines.stream()
        .filter(is("name", name))
        .map(l -> Double.parseDouble(l.getField(column)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void uncertainty_isATableOfQuantilesHistogramAndDistribution() {
    var lines = post("uncertainties", FEE.formatted(", \"quantiles\": [0.05, 0.5]"));
    assertThat(number(lines, "mean", "value")).isCloseTo(703.158989, within(0.01));
    assertThat(lines.stream().filter(is("part", "quantile"))).hasSize(2);
    assertThat(lines.stream().filter(is("part", "cdf"))).hasSize(101);
    assertThat(
            lines.stream()
                .filter(is("part", "histogram"))
                .mapToLong(l -> Long.parseLong(l.getField("value")))
                .sum())
        .isEqualTo(65_536);
  }

  @Test
  void sensitivity_isALineAnInputWithItsIndices() {
    var lines = post("sensitivities", FEE.formatted(", \"sobol\": {\"worlds\": 1024}"));
    assertThat(lines).hasSize(4);
    assertThat(lines)
        .noneMatch(l -> l.getField("atLow").isEmpty() || l.getField("total").isEmpty());
    assertThat(lines.stream().mapToDouble(l -> Double.parseDouble(l.getField("first"))).sum())
        .isCloseTo(1, within(0.05));
    var plain = post("sensitivities", FEE.formatted(""));
    assertThat(plain).hasSize(4).allMatch(l -> l.getField("total").isEmpty());
  }

  @Test
  void backTest_isALineAForecast() {
    var lines = post("back-tests", "{\"model\": \"compute-outlook-2024\"}");
    assertThat(number(lines, "racks-2025-06", "realised")).isEqualTo(1085);
    assertThat(lines).allMatch(l -> !l.getField("realisedSource").isEmpty());
  }

  @Test
  void bands_areALineAYearAndQuantile() {
    var lines =
        post(
            "series/uncertainties",
            """
            {"model": "compute-outlook", "families": ["racks"], "fromYear": 2025, "toYear": 2026,
             "worlds": 1024, "quantiles": [0.1, 0.9]}""");
    assertThat(lines).hasSize(4);
    assertThat(lines).extracting(l -> l.getField("year")).containsOnly("2025", "2026");
  }

  @Test
  void comparisons_areALineADifference() {
    var scenarios =
        lines(
            given()
                .accept("text/csv")
                .get("/v1/models/dongwu-2024/scenarios/diff?from=pessimistic&to=optimistic"));
    assertThat(scenarios)
        .anyMatch(is("name", "scheduling_fee_rate").and(is("from", "5")).and(is("to", "10")))
        .anyMatch(is("kind", "OUTPUT").and(is("percent", "100.0000")));
    String earlier =
        publish(Refusals.model("export-diff", "2", "1", "x * x")).extract().path("version");
    publish(Refusals.model("export-diff", "3", "1", "x * x")).statusCode(201);
    var versions =
        lines(given().accept("text/csv").get("/v1/models/export-diff/diff?from=" + earlier));
    assertExample(ComparisonCsv.MODELS_EXAMPLE, "/v1/models/export-diff/diff?from=" + earlier, "");
    assertThat(versions)
        .anyMatch(is("kind", "PARAMETER").and(is("from", "2")).and(is("to", "3")))
        .anyMatch(is("name", "y").and(is("difference", "5.0")));
  }

  /** Versions are those of the data of some day. */
  private static List<String> unversioned(String csv) {
    return csv.replaceAll("(?<=,)[0-9a-f]{12}(?=,)", "(version)").lines().toList();
  }

  private static void assertExample(String example, String path, String question) {
    var request = given().contentType(ContentType.JSON).accept("text/csv");
    Response answer =
        question.isEmpty() ? request.get(path) : request.body(question).post("/v1/" + path);
    assertThat(unversioned(answer.then().statusCode(200).extract().asString()))
        .containsAll(unversioned(example));
  }

  @Test
  void examples_areLinesOfTheAnswers() {
    assertExample(AnalysisCsv.UNCERTAINTY_EXAMPLE, "uncertainties", AnalysisExamples.UNCERTAINTY);
    assertExample(AnalysisCsv.SENSITIVITY_EXAMPLE, "sensitivities", AnalysisExamples.SENSITIVITY);
    assertExample(AnalysisCsv.BACK_TEST_EXAMPLE, "back-tests", BackTestExamples.QUESTION);
    assertExample(SeriesCsv.BANDS_EXAMPLE, "series/uncertainties", SeriesExamples.BANDS);
    assertExample(
        ComparisonCsv.SCENARIOS_EXAMPLE,
        "/v1/models/dongwu-2024/scenarios/diff?from=pessimistic&to=optimistic",
        "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/yaml", "application/json"})
  void shippedModel_canBePostedUnderAnotherId(String type) {
    String id = "copied-as-" + type.substring(12);
    String document =
        given()
            .accept(type)
            .get("/v1/models/dongwu-2024/document")
            .then()
            .statusCode(200)
            .contentType(type)
            .extract()
            .asString()
            .replaceFirst("dongwu-2024", id);
    given()
        .contentType(type)
        .body(document.getBytes(UTF_8))
        .post("/v1/models")
        .then()
        .statusCode(201);
    given()
        .contentType(ContentType.JSON)
        .body(
            "{\"model\": \""
                + id
                + "\", \"scenario\": \"neutral\", \"outputs\": [\"scheduling_fee_2025\"]}")
        .post("/v1/evaluations")
        .then()
        .body("values[0].exact", equalTo("709.84"));
  }

  @Test
  void postedModel_keepsItsVersion() {
    String posted = Refusals.model("export-again", "2", "1", "x * x") + "# a remark\n";
    String version = publish(posted).statusCode(201).extract().path("version");
    String document = given().get("/v1/models/export-again/document").then().extract().asString();
    assertThat(document).isEqualTo(posted);
    publish(document).statusCode(200).body("version", equalTo(version));
  }

  @Test
  void documentOfNoModel_isAProblem() {
    problem(given().get("/v1/models/nonsense/document").then(), 404);
  }
}
