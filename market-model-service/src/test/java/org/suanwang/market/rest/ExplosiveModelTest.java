package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.suanwang.market.rest.EvaluationResourceTest.post;
import static org.suanwang.market.rest.Refusals.model;
import static org.suanwang.market.rest.Refusals.problem;
import static org.suanwang.market.rest.Refusals.publish;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Models whose numbers explode are refused in every mode, and soon. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ExplosiveModelTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1e999999|1|x|powers of ten up to 300",
        "1e-999999|1|x|powers of ten up to 300",
        "2|1|x + 1e999999|powers of ten up to 300",
        "2|1|x + 0 [1e999999]|powers of ten up to 300",
        "2|(1e300)^6 CNY|x|beyond 1e600",
        "2|((((1e9)^6)^6)^6)^6 CNY|x|beyond 1e600",
        "2|1e300.1e300.1e300 CNY|x|beyond 1e600",
        "2|CNY|(((((((((x^12)^12)^12)^12)^12)^12)^12)^12)^12)^12|no small whole number"
      })
  void hugeExponent_isRefusedWhenPublished(String value, String unit, String formula, String rule) {
    problem(publish(model("huge", value, unit, formula)), 400)
        .body("violations[0].field", startsWith("model.yaml:"))
        .body("violations.rule", hasItem(containsString(rule)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "2^", "min(1, ", "x^-"})
  void deepFormula_isRefusedWithTheLimit(String opening) {
    problem(publish(model("deep", "2", "1", opening.repeat(200) + "x")), 400)
        .body("violations[0].rule", containsString("at most 64 levels"));
    problem(publish(model("long", "2", "1", opening.repeat(1000) + "x")), 400);
  }

  /** Each is published, because it has a result in some scenario; none may hang or give a 500. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "power|10|1|x^1000000",
        "nested|10|1|((x^1000)^1000)^1000",
        "tower|9|1|x^x^x^x^x",
        "root-of-root|1e300|1|x^(999/64)",
        "negative-power|1e-300|1|x^-1000",
        "square|1e300|1|x * x * x",
        "large-unit|9e300|1e300 CNY|x",
        "many-digits|999999999999999999999999999999999999999999999999999999999999e300|1|x"
      })
  void explodingFormula_isAProblemInEveryMode(
      String id, String value, String unit, String formula) {
    publish(model("exploding-" + id, value, unit, formula)).statusCode(201);
    for (String mode : new String[] {"exact", "double", "interval"}) {
      problem(
              post(
                  "/v1/evaluations",
                  "{\"model\": \"exploding-%s\", \"mode\": \"%s\"}".formatted(id, mode)),
              400)
          .body("violations[0].rule", startsWith("must have a result: "))
          .body("violations[0].remedy", notNullValue());
    }
    given()
        .get("/v1/models/exploding-" + id + "/scenarios/diff")
        .then()
        // A root can take all the arithmetic that a request may spend; all else has no result.
        .statusCode(id.equals("root-of-root") ? 400 : 200);
    given()
        .get("/v1/models/exploding-" + id + "/findings")
        .then()
        .statusCode(200)
        .body("items.rule", hasItem("no-result"));
  }

  @Test
  void tooMuchExactArithmetic_isRefused_andTheFindingsSayWhatTheyLeftOut() {
    var document = new StringBuilder("id: heavy\ntitle: T\nlicence: CC0-1.0\nparameters:\n");
    String source = "source: {title: T, locator: L, date: 2026-01-01, tier: OWN}";
    var product = new StringBuilder("1");
    for (int i = 0; i < 40; i++) {
      document.append(
          "  - {name: p%d, label: L, unit: \"1\", assumption: true, rationale: R,".formatted(i)
              + " values: [{value: \"1/%s\", %s}]}\n".formatted("7".repeat(58) + (10 + i), source));
      product.append(" * p").append(i);
    }
    String formula =
        "  - {name: %s, label: L, unit: \"1\", definition: D, formula: \"%s\", rationale: R,"
            + " rounding: {decimals: 0, mode: HALF_UP, flow: EXACT}, "
            + source
            + "}\n";
    document.append("variables:\n").append(formula.formatted("big", product));
    for (int i = 0; i < 700; i++) {
      document.append(formula.formatted("v" + i, "big" + " + 1 - 1".repeat(40)));
    }
    publish(document.toString()).statusCode(201);
    for (String mode : new String[] {"exact", "interval"}) {
      problem(
              post("/v1/evaluations", "{\"model\": \"heavy\", \"mode\": \"%s\"}".formatted(mode)),
              400)
          .body("violations[0].rule", containsString("too much exact arithmetic"));
    }
    post("/v1/evaluations", "{\"model\": \"heavy\", \"mode\": \"double\"}").statusCode(200);
    problem(given().get("/v1/models/heavy/scenarios/diff").then(), 400)
        .body("violations[0].rule", containsString("too much exact arithmetic"));
    given()
        .get("/v1/models/heavy/findings")
        .then()
        .statusCode(200)
        .body("items.rule", hasItem("unfinished"));
  }

  @Test
  void manyMisspeltNames_areToldSoon() {
    var document = new StringBuilder(model("misspelt", "1", "1", "x"));
    for (int i = 0; i < 1000; i++) {
      var names = new StringBuilder("x");
      for (int j = 0; j < 100; j++) {
        names.append(" + nobody_knows_").append(i).append('_').append(j);
      }
      document.append(
          """
            - {name: v%d, label: L, unit: "1", definition: D, formula: "%s", rationale: R,
               rounding: {decimals: 0, mode: HALF_UP, flow: PRINTED},
               source: {title: T, locator: L, date: 2026-01-01, tier: OWN}}
          """
              .formatted(i, names.substring(0, Math.min(1990, names.lastIndexOf(" +")))));
    }
    problem(publish(document.toString()), 400)
        .body("violations.size()", equalTo(1001))
        .body("violations[1000].rule", containsString("more"));
  }
}
