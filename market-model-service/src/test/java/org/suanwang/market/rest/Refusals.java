package org.suanwang.market.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.suanwang.market.rest.EvaluationResourceTest.post;

import io.restassured.response.ValidatableResponse;

/** Publishing small models, and what every refusal has in common. */
final class Refusals {
  private static final String PROBLEM = "application/problem+json";

  private Refusals() {}

  static ValidatableResponse problem(ValidatableResponse answer, int status) {
    return answer
        .statusCode(status)
        .contentType(PROBLEM)
        .body("status", equalTo(status))
        .body("detail", notNullValue())
        .body(not(containsString("org.suanwang")))
        .body(not(containsString("Exception")));
  }

  static ValidatableResponse publish(String document) {
    return post("/v1/models", document);
  }

  static String model(String id, String value, String unit, String formula) {
    return """
    id: %s
    title: T
    licence: CC0-1.0
    parameters:
      - {name: x, label: L, unit: "%s", values: [{value: "%s",
         source: {title: T, locator: L, date: 2026-01-01, tier: PRIMARY}}]}
    variables:
      - {name: y, label: L, unit: "%s", definition: D, formula: "%s", rationale: R,
         rounding: {decimals: 0, mode: HALF_UP, flow: PRINTED},
         source: {title: T, locator: L, date: 2026-01-01, tier: OWN}}
    """
        .formatted(id, unit, value, unit, formula);
  }
}
