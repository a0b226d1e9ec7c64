package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** An evaluation as CSV. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class EvaluationCsvTest {
  private static List<NamedCsvRecord> evaluate(String body) {
    String text =
        given()
            .contentType(ContentType.JSON)
            .accept("text/csv")
            .body(body)
            .post("/v1/evaluations")
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .extract()
            .asString();
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  @Test
  void asCsv_isALineANumber() {
    var lines =
        evaluate(
            """
            {"model": "dongwu-2024", "scenario": "neutral",
             "outputs": ["scheduling_fee_2025", "idle_compute_2025"]}
            """);
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().getField("label")).isEqualTo("Scheduling fees, 2025");
    assertThat(lines.getFirst().getField("exact")).isEqualTo("709.84");
    assertThat(lines.getFirst().getField("unit")).isEqualTo("1e8 CNY");
    assertThat(lines.getLast().getField("flowing")).isEqualTo("8873");
  }

  @Test
  void asCsv_holdsEveryModesNumbers() {
    String body = "{\"model\": \"dongwu-2024\", \"mode\": \"%s\"}";
    assertThat(evaluate(body.formatted("double"))).allMatch(l -> l.getField("exact").isEmpty());
    assertThat(evaluate(body.formatted("interval"))).noneMatch(l -> l.getField("low").isEmpty());
  }

  @Test
  void asCsv_tellsBoundsAndTheCatalogueVersionsCited() {
    var bounded =
        evaluate("{\"model\": \"dongwu-2024\", \"outputs\": [\"hub_new_capacity_2025\"]}");
    assertThat(bounded.getFirst().getField("bound")).isEqualTo("at least");
    assertThat(bounded.getFirst().getField("catalogVersions")).isEmpty();
    var citing =
        evaluate("{\"model\": \"compute-demand\", \"outputs\": [\"domestic_devices_2025\"]}");
    assertThat(citing.getFirst().getField("catalogVersions")).matches("\\d{4}-\\d\\d-\\d\\d-\\w+");
  }

  @Test
  void labelThatBeginsLikeAFormula_isMarked() {
    String model =
        Refusals.model("evaluation-as-csv", "2", "1", "x * x")
            .replace("label: L,", "label: \"=1+1\",");
    Refusals.publish(model).statusCode(201);
    assertThat(evaluate("{\"model\": \"evaluation-as-csv\"}").getFirst().getField("label"))
        .isEqualTo("'=1+1");
  }

  @Test
  void refusal_staysAProblem() {
    var answer =
        given()
            .contentType(ContentType.JSON)
            .accept("text/csv")
            .body("{\"model\": \"nonsense\"}")
            .post("/v1/evaluations")
            .then();
    Refusals.problem(answer, 404);
  }
}
