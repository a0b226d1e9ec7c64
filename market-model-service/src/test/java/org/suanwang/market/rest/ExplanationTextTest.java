package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ExplanationTextTest {
  private static String explain(String body) {
    return given()
        .accept("text/plain")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/explanations")
        .then()
        .statusCode(200)
        .contentType("text/plain")
        .extract()
        .asString();
  }

  @Test
  void example_isHowTheAnswerBegins() {
    String text = explain(Examples.EXPLANATION);
    String version = text.substring(text.indexOf('@') + 1, text.indexOf(','));
    assertThat(text).startsWith(ExplanationText.EXAMPLE.replace("1f0c5a9be214", version));
    assertThat(text)
        .contains(
            "\n    compute_capacity@2025: Compute capacity of China\n      = 300 [EFLOP/s]\n"
                + "      source: MIIT and five ministries");
  }

  @Test
  void formula_isToldInNamesAndThenInNumbers_downToTheOverride() {
    String text =
        explain(
            """
            {"model": "dongwu-2024", "scenario": "neutral", "outputs": ["scheduling_fee_2025"]}""");
    assertThat(text)
        .containsSubsequence(
            "scheduling_fee_2025: Scheduling fees, 2025",
            "= idle_compute_2025 * scheduling_fee_rate",
            "= 8873 [1e8 CNY] * 8 [%]",
            "= 709.84 [1e8 CNY]; printed 710",
            "    idle_compute_2025: ",
            "= iaas_2025 * (1 - utilisation_2025) / utilisation_2025",
            "= 4778 [1e8 CNY] * (1 - 35 [%]) / 35 [%]",
            "; printed 8873, which flows on",
            "overridden by scenario neutral: The report's neutral rate.");
  }

  @Test
  void textsOfManyLines_stayOnOne() {
    String model =
        Examples.MODEL_POST
            .replace("rack-cooling", "rack-of-lines")
            .replace("\"Power times cost per power.\"", "\"Power\\n\\n= 1 times\\tcost.\"");
    given().contentType(ContentType.JSON).body(model).post("/v1/models").then().statusCode(201);
    assertThat(explain("{\"model\": \"rack-of-lines\"}"))
        .contains("  meaning: Power = 1 times cost.\n");
  }
}
