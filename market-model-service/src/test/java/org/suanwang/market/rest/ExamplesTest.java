package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/**
 * The examples of the OpenAPI document are true: every request is taken, and every answer is an
 * excerpt of what is really answered. The whole answers are written to {@code target/examples}.
 */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ExamplesTest {
  /** What another version of the data, or another day, changes. */
  private static final Set<String> PASSING = Set.of("version", "publishedAt", "line", "total");

  @Inject ObjectMapper json;

  @Test
  void evaluation_isTrue() throws IOException {
    check("evaluation", Examples.EVALUATION_ANSWER, post("/v1/evaluations", Examples.EVALUATION));
    post("/v1/evaluations", Examples.UNROUNDED);
    check("bound", BoundExamples.ANSWER, post("/v1/evaluations", BoundExamples.QUESTION));
  }

  @Test
  void explanation_isTrue() throws IOException {
    check(
        "explanation", Examples.EXPLANATION_ANSWER, post("/v1/explanations", Examples.EXPLANATION));
  }

  @Test
  void models_areTrue() throws IOException {
    check("models", Examples.MODELS_ANSWER, get("/v1/models?limit=1"));
    check("model", Examples.MODEL_ANSWER, get("/v1/models/dongwu-2024"));
    check("findings", Examples.FINDINGS_ANSWER, get("/v1/models/dongwu-2024/findings"));
  }

  @Test
  void catalogueValues_areTrue() throws IOException {
    check(
        "catalogue-values",
        CatalogueValuesResource.ANSWER,
        get("/v1/models/compute-demand/catalogue-values"));
  }

  @Test
  void demand_isTrue() throws IOException {
    check("demand", BridgeExamples.DEMAND_ANSWER, post("/v1/demands", BridgeExamples.DEMAND));
    post("/v1/demands", BridgeExamples.DEMAND_SNAPSHOT);
  }

  @Test
  void reconciliation_isTrue() throws IOException {
    check(
        "reconciliation",
        BridgeExamples.RECONCILIATION_ANSWER,
        post("/v1/reconciliations", BridgeExamples.RECONCILIATION));
  }

  @Test
  void analyses_areTrue() throws IOException {
    check(
        "uncertainty",
        AnalysisExamples.UNCERTAINTY_ANSWER,
        post("/v1/uncertainties", AnalysisExamples.UNCERTAINTY));
    check(
        "sensitivity",
        AnalysisExamples.SENSITIVITY_ANSWER,
        post("/v1/sensitivities", AnalysisExamples.SENSITIVITY));
    check(
        "goal-seek",
        AnalysisExamples.GOAL_SEEK_ANSWER,
        post("/v1/goal-seeks", AnalysisExamples.GOAL_SEEK));
  }

  @Test
  void backTest_isTrue() throws IOException {
    check("back-test", BackTestExamples.ANSWER, post("/v1/back-tests", BackTestExamples.QUESTION));
  }

  @Test
  void publication_isTrue() throws IOException {
    String answer =
        given()
            .contentType("application/json")
            .body(Examples.MODEL_POST)
            .post("/v1/models")
            .asString();
    check("publication", Examples.MODEL_POST_ANSWER, answer);
  }

  @Test
  void publicationAsJson_isTakenAndThenKnown() {
    given().contentType("application/json").body(Examples.MODEL_POST_JSON).post("/v1/models");
    assertThat(post("/v1/models", Examples.MODEL_POST_JSON)).contains("\"id\":\"rack-fans\"");
  }

  @Test
  void comparisons_areTrue() throws IOException {
    check("versions", ComparisonExamples.VERSIONS_ANSWER, get("/v1/models/dongwu-2024/versions"));
    check(
        "scenario-diff",
        ComparisonExamples.SCENARIO_DIFF_ANSWER,
        get("/v1/models/dongwu-2024/scenarios/diff?from=pessimistic&to=optimistic"));
    String model = Examples.MODEL_POST.replace("rack-cooling", "rack-diff");
    String first = publish("/v1/models", model);
    publish("/v1/models", model.replace("value: 40\n", "value: 50\n"));
    String version = json.readTree(first).get("version").asText();
    check(
        "model-diff",
        ComparisonExamples.MODEL_DIFF_ANSWER,
        get("/v1/models/rack-diff/diff?from=" + version));
    check(
        "fork",
        ComparisonExamples.FORK_ANSWER,
        publish("/v1/models/dongwu-2024/scenarios", ComparisonExamples.FORK));
  }

  private static String publish(String path, String body) {
    return given().contentType("application/json").body(body).post(path).asString();
  }

  @Test
  void series_areTrue() throws IOException {
    check("series", SeriesExamples.SERIES_ANSWER, post("/v1/series", SeriesExamples.SERIES));
    check(
        "bands",
        SeriesExamples.BANDS_ANSWER,
        post("/v1/series/uncertainties", SeriesExamples.BANDS));
  }

  @Test
  void problem_isTrue() throws IOException {
    String wrong = Examples.UNROUNDED.replace("\"utilisation_2025\"", "\"utilization_2025\"");
    String answer =
        given().contentType("application/json").body(wrong).post("/v1/evaluations").asString();
    check("problem", Examples.PROBLEM, answer);
  }

  private static String post(String path, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static String get(String path) {
    return given().get(path).then().statusCode(200).extract().asString();
  }

  private void check(String name, String example, String actual) throws IOException {
    Path file = Path.of("target", "examples", name + ".json");
    Files.createDirectories(file.getParent());
    JsonNode answer = json.readTree(actual);
    Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    assertExcerpt(name, json.readTree(example), answer);
  }

  static void assertExcerpt(String path, JsonNode example, JsonNode actual) {
    switch (example.getNodeType()) {
      case OBJECT ->
          example
              .properties()
              .forEach(
                  field -> {
                    JsonNode there = actual.path(field.getKey());
                    assertThat(there.isMissingNode()).as(path + "." + field.getKey()).isFalse();
                    if (!PASSING.contains(field.getKey())) {
                      assertExcerpt(path + "." + field.getKey(), field.getValue(), there);
                    }
                  });
      case ARRAY -> {
        for (int i = 0; i < example.size(); i++) {
          assertExcerpt(path + "[" + i + "]", example.get(i), actual.path(i));
        }
      }
      default -> assertThat(actual.asText()).as(path).isEqualTo(example.asText());
    }
  }
}
