package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Models that are too much in one way or another are refused at once, with what is too much. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class VastModelTest {
  private static ValidatableResponse vast(String id, String scenarios) {
    String body =
        """
        id: %s
        title: T
        licence: CC0-1.0
        parameters:
          - name: a
            label: A
            unit: "1"
            values:
              - value: "2"
                source: {title: T, locator: L, date: 2026-01-01, tier: PRIMARY}
                distribution: {form: LOGNORMAL, median: "2", geometricSd: "100", rationale: R}
        variables:
          - {name: x, label: L, unit: "1", definition: D, formula: "a^30", rationale: R,
             rounding: {decimals: 0, mode: HALF_UP, flow: EXACT},
             source: {title: T, locator: L, date: 2026-01-01, tier: OWN}}
        scenarios:
        %s
        """
            .formatted(id, scenarios);
    return Refusals.publish(body);
  }

  private static String scenario(int number, int parent) {
    return "  - {name: s%d, label: S, description: D, parent: s%d, overrides: []}\n"
        .formatted(number, parent);
  }

  @Test
  void chainOfScenarios_isRefusedAtOnce() {
    String chain =
        IntStream.range(1, 30_000).mapToObj(i -> scenario(i, i - 1)).collect(Collectors.joining());
    vast("vast-chain", chain)
        .statusCode(400)
        .body("violations", hasSize(1))
        .body("violations[0].rule", containsString("too many scenarios"));
  }

  @Test
  void circleOfScenarios_isNamed() {
    vast("vast-circle", scenario(0, 1) + scenario(1, 2) + scenario(2, 0))
        .statusCode(400)
        .body("violations.rule", hasItem(containsString("s0 → s1 → s2 → s0")));
  }

  /** Sixteen hundred powers of two: each batch once kept its own count of them to the end. */
  @ParameterizedTest
  @ValueSource(strings = {"MONTE_CARLO", "QUASI_MONTE_CARLO"})
  void spreadOverManyMagnitudes_isCounted(String method) {
    vast("vast-spread", "  []");
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"model": "vast-spread", "outputs": ["x"], "worlds": 65536, "method": "%s"}"""
                .formatted(method))
        .post("/v1/uncertainties")
        .then()
        .statusCode(200);
  }
}
