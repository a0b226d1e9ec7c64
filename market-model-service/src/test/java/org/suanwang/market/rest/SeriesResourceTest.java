package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.suanwang.market.rest.Refusals.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class SeriesResourceTest {
  private static final String SERIES = "/v1/series";
  private static final String BANDS = "/v1/series/uncertainties";

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static String question(String fields) {
    return "{\"model\": \"dongwu-2024\"" + fields + "}";
  }

  @Test
  void family_isAnsweredAsColumns() {
    post(SERIES, question(", \"families\": [\"intelligent_capacity\", \"iaas\"]"))
        .statusCode(200)
        .body("series.family", contains("intelligent_capacity", "iaas"))
        .body("series[0].years", contains(2023, 2024, 2025))
        .body("series[1].exact", contains("3413", "4778.2"))
        .body("series[1].printed", contains("3413", "4778"))
        .body("series[1].low", nullValue());
  }

  @Test
  void withoutFamilies_allOfAtLeastTwoYearsAreAnswered() {
    post(SERIES, question(""))
        .statusCode(200)
        .body("series.size()", greaterThan(5))
        .body("series.every { it.years.size() > 1 }", equalTo(true));
  }

  @Test
  void otherModesAndYears_areAnswered() {
    String iaas = ", \"families\": [\"iaas\"], \"scenario\": \"uncertain-chain\"";
    post(SERIES, question(iaas + ", \"mode\": \"interval\""))
        .statusCode(200)
        .body("series[0].low.size()", equalTo(2))
        .body("series[0].exact", nullValue());
    post(SERIES, question(iaas + ", \"mode\": \"double\", \"fromYear\": 2025, \"toYear\": 2025"))
        .statusCode(200)
        .body("series[0].years", contains(2025));
  }

  @Test
  void csv_hasALineAYear() {
    String csv =
        given()
            .accept("text/csv")
            .contentType(ContentType.JSON)
            .body(SeriesExamples.SERIES)
            .post(SERIES)
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .extract()
            .asString();
    List<String> lines = csv.lines().toList();
    List<String> example = SeriesCsv.EXAMPLE.lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).isEqualTo(example.getFirst());
    String version = lines.get(1).split(",", -1)[1];
    assertThat(lines.get(2)).isEqualTo(example.get(2).replace("1f0c5a9be214", version));
  }

  @Test
  void bands_areOfWorldsThatAreTheSameInAllYears() {
    String published =
        """
        id: growing
        title: t
        licence: l
        parameters:
          - name: start
            label: s
            unit: "1"
            values:
              - value: 2
                interval: {low: 1, high: 3, rationale: r}
                source: {title: t, locator: l, date: 2026-01-01, tier: PRIMARY}
        variables:
        """;
    for (int i = 0; i < 3; i++) {
      published +=
          """
            - name: market_%d
              label: m
              unit: "1"
              definition: d
              formula: "%s"
              rounding: {decimals: 1, mode: HALF_UP, flow: EXACT}
              source: {title: t, locator: l, date: 2026-01-01, tier: PRIMARY}
          """
              .formatted(
                  2024 + i, i == 2 ? "market_2025 / market_2024" : "start * " + i + " + start");
    }
    post("/v1/models", published).statusCode(201);
    // 2026 divides what the same world had in 2025 by what it had in 2024: always 2.
    post(BANDS, "{\"model\": \"growing\", \"families\": [\"market\"], \"quantiles\": [0, 1]}")
        .statusCode(200)
        .body("inputs.name", contains("start"))
        .body("series[0].years", contains(2024, 2025, 2026))
        .body("series[0].quantiles[0].values[2]", equalTo(2.0f))
        .body("series[0].quantiles[1].values[2]", equalTo(2.0f))
        .body("series[0].sd[2]", equalTo(0.0f))
        .body("series[0].quantiles[1].values[1]", greaterThan(5.9f));
  }

  @Test
  void wrongFamiliesAndYears_areRefused() {
    for (String path : List.of(SERIES, BANDS)) {
      problem(post(path, question(", \"families\": [\"iaaas\"]")), 400)
          .body("violations[0].field", equalTo("families"))
          .body("violations[0].remedy", containsString("iaas"));
      problem(post(path, question(", \"families\": []")), 400);
      problem(post(path, question(", \"families\": [\"iaas\"], \"fromYear\": 2026")), 400)
          .body("violations.field", hasItem("fromYear"));
      problem(post(path, question(", \"families\": [\"iaas\"], \"toYear\": 99999")), 400)
          .body("violations[0].rule", equalTo("must be from 1900 to 2199"));
      problem(post(path, question(", \"families\": [\"iaas\"], \"scenario\": \"x\"")), 404);
    }
    problem(post(BANDS, question("")), 400).body("violations[0].field", equalTo("families"));
  }
}
