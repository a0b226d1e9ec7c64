package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.suanwang.market.rest.EvaluationResourceTest.post;
import static org.suanwang.market.rest.Refusals.model;
import static org.suanwang.market.rest.Refusals.problem;
import static org.suanwang.market.rest.Refusals.publish;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Whatever is sent, the answer is a problem in words of the contract, and it comes soon. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class HostileInputTest {
  @Inject EntityManager entities;

  @ParameterizedTest
  @ValueSource(strings = {"\\0", "\\x07", "\\ud800", "\\x1b[2J"})
  void unreadableText_isRefusedInModelsAndBodies(String escape) {
    String document = Examples.MODEL_POST.replace("Cooling of a rack\"", "Cooling" + escape + "\"");
    problem(publish(document), 400).body("violations[0].field", startsWith("model.yaml:2 title"));
    String json = escape.replace("\\0", "\\u0000").replace("\\x", "\\u00");
    problem(
            post(
                "/v1/evaluations",
                Examples.UNROUNDED.replace("what was said of 2022", "what" + json)),
            400)
        .body("violations[0].rule", containsString("control characters"));
    problem(post("/v1/evaluations", Examples.UNROUNDED.replace("\"utilisation", "\"" + json)), 400);
  }

  @Test
  void halfASurrogatePair_isNotPassedOn() {
    String body =
        BridgeExamples.DEMAND_SNAPSHOT.replaceFirst(
            "\"catalogVersion\"", "\"note\": \"\\\\ud800\", \"catalogVersion\"");
    problem(post("/v1/demands", body), 400)
        .body("violations[0].rule", containsString("surrogate pair"));
  }

  @Test
  void hugeNumberInASnapshot_isPassedOnAsItIs() {
    String body =
        BridgeExamples.DEMAND_SNAPSHOT.replaceFirst(
            "\"catalogVersion\"", "\"note\": 1e999, \"catalogVersion\"");
    assertThat(post("/v1/demands", body).statusCode(200).extract().asString())
        .contains("\"note\":1E+999");
  }

  @Test
  void longValue_isCutBetweenCharacters() {
    String id = "a".repeat(199) + "😀".repeat(10);
    problem(post("/v1/demands", BridgeExamples.DEMAND.replace("huawei-ascend-910", id)), 400)
        .body("violations[0].field", equalTo("device"))
        .body("violations[0].value", equalTo("a".repeat(199) + "😀…"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"dongwu-2024\"|null|model|null|must not be blank|send it",
        "\"dongwu-2024\"|\" \"|model| |must not be blank|send it",
        "\"neutral\"|\"%s\"|scenario|aaa|between 0 and 64|send at most 64",
        "\"huawei-ascend-910\"|\"NO ID\"|device|NO ID|lower-case|send it in this form"
      })
  void brokenConstraint_isToldWithFieldValueAndRemedy(
      String right, String wrong, String field, String value, String rule, String remedy) {
    String body = BridgeExamples.DEMAND.replace(right, wrong.formatted("a".repeat(65)));
    problem(post("/v1/demands", body), 400)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].value", startsWith(value == null ? " " : value))
        .body("violations[0].rule", containsString(rule))
        .body("violations[0].remedy", startsWith(remedy));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999999", "-1e999999999", "1e-2147483649", "0e999999999"})
  void hugeJsonNumber_isRefused(String number) {
    problem(
        post("/v1/reconciliations", BridgeExamples.RECONCILIATION.replace("0.62", number)), 400);
    problem(
        post("/v1/reconciliations", BridgeExamples.RECONCILIATION.replace("1.2e10", number)), 400);
    problem(
        post(
            "/v1/demands",
            BridgeExamples.DEMAND_SNAPSHOT.replace("\"value\": 30919", "\"value\": " + number)),
        400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\": \"a\", \"model\": \"b\"}",
        "{\"model\": \"dongwu-2024\", \"overrides\": {\"a\": {}, \"a\": {}}}",
        "{\"model\": {\"model\": {\"model\": {}}}}",
        "{\"model\": \"dongwu-2024\", \"outputs\": [[[[[[]]]]]]}",
        "\uFEFF",
        "{\"model\": 'dongwu-2024'}",
        "{\"model\": \"dongwu-2024\", /* c */ \"mode\": \"exact\"}"
      })
  void oddJson_isRefused(String body) {
    problem(post("/v1/evaluations", body), 400).body("violations[0].field", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/evaluations", "/v1/explanations", "/v1/demands", "/v1/reconciliations"})
  void wrongMediaTypeOrMethod_isAProblem(String path) {
    problem(given().contentType("text/plain").body("{}").post(path).then(), 415);
    problem(given().contentType("application/xml").body("<a/>").post(path).then(), 415);
    problem(given().get(path).then(), 405);
    problem(given().delete(path).then(), 405);
    problem(given().contentType(ContentType.JSON).body("{}").put(path).then(), 405);
    problem(given().contentType(ContentType.JSON).body("{}").patch(path).then(), 405);
    problem(
        given().accept("text/html").contentType(ContentType.JSON).body("{}").post(path).then(),
        406);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/models/%00,404",
    "/v1/models/dongwu-2024%00,404",
    "/v1/models/..%2f..%2fetc,404",
    "/v1/models/%F0%9F%98%80,404",
    "/v1/models/%ED%A0%80,404",
    "/v1/models/dongwu-2024@f7c2228ce1cf,404",
    "/v1/models/dongwu-2024@,404",
    "/v1/nothing,404",
    "/v1,404",
    "/,404",
    "/v1/models/dongwu-2024/findings?cursor=%00,400"
  })
  void oddAddress_isAProblem(String path, int status) {
    problem(given().urlEncodingEnabled(false).get(path).then(), status);
  }

  @Test
  void overlongIdOrKey_isAProblem() {
    problem(given().get("/v1/models/" + "a".repeat(101)).then(), 400)
        .body("violations[0].field", equalTo("id"));
    problem(given().get("/v1/models/" + "a".repeat(3000) + "/findings").then(), 400);
    problem(post("/v1/evaluations", "{\"model\": \"%s\"}".formatted("a".repeat(101))), 400);
    problem(
            given()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "k".repeat(201))
                .body(Examples.MODEL_POST)
                .post("/v1/models")
                .then(),
            400)
        .body("violations[0].field", equalTo("Idempotency-Key"));
  }

  @Test
  void rolesOfOtherUnits_orWithoutScenarios_areRefused() {
    String bridge =
        """
        bridge:
          referenceDevice: d
          precision: FP16
          regions: [a]
          %s
          roles: {schedulingFee: x, schedulingFeeRate: y, utilisationFound: y, upliftValue: x,
                  bottomUpFee: x, nationalThroughput: x}
        """;
    String money = model("roles", "1", "CNY", "x");
    problem(publish(money + bridge.formatted("")), 400)
        .body("violations.rule", hasItem(startsWith("role-unit: \"x\" is in CNY")));
    String share = bridge.formatted("").replaceAll("roles: \\{[^}]*}", "roles: {companies: x}");
    problem(publish(model("region", "1", "company", "x") + share.replace("[a]", "[A b]")), 400);
    publish(model("no-scenarios", "1", "company", "x") + share).statusCode(201);
    String body = BridgeExamples.RECONCILIATION.replace("dongwu-2024", "no-scenarios");
    problem(post("/v1/reconciliations", body), 400);
    problem(post("/v1/reconciliations", body.replace("\"commissionRate\": 0.08,", "")), 400)
        .body("violations[0].rule", containsString("which of its scenarios"));
  }

  @Test
  void versionThatTodaysRulesRefuse_hidesNoOther() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        """
                        insert into model_version
                          (reference, model_id, version, origin, published_at, files)
                        values ('of-old@0123456789ab', 'of-old', '0123456789ab', 'POSTED', now(),
                          '[{"path": "model.yaml", "text": "id: of-old"}]')""")
                    .executeUpdate());
    given()
        .get("/v1/models")
        .then()
        .statusCode(200)
        .body("items.id", hasItem("dongwu-2024"))
        .body("items.id", not(hasItem("of-old")));
    problem(given().get("/v1/models/of-old").then(), 409)
        .body("detail", containsString("published under earlier rules"));
  }
}
