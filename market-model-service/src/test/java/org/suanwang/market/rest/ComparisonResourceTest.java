package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
class ComparisonResourceTest {
  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static String publish(String id, String power) {
    String model =
        Examples.MODEL_POST
            .replace("rack-cooling", id)
            .replace("value: 40\n", "value: " + power + "\n");
    return post("/v1/models", model).statusCode(201).extract().path("version");
  }

  private static String scenario(String name, String fields) {
    return """
    {"scenario": {"name": "%s", "label": "l", "description": "d",
      "overrides": [{"name": "rack_power", "value": "60", "unit": "kW/rack", "rationale": "r"}]%s}}
    """
        .formatted(name, fields);
  }

  @Test
  void versions_areListedNewestFirst_andDiffer() {
    String first = publish("rack-versions", "40");
    String second = publish("rack-versions", "50");
    given()
        .get("/v1/models/rack-versions/versions")
        .then()
        .statusCode(200)
        .body("items.version", equalTo(List.of(second, first)));
    given()
        .get("/v1/models/rack-versions/diff?from=" + first)
        .then()
        .statusCode(200)
        .body("to.version", equalTo(second))
        .body("parts[0].fields[0].to", equalTo("50"))
        .body("outputs[0].percent", equalTo("25.0000"));
    given()
        .get("/v1/models/rack-versions/diff?from=%s&to=%s".formatted(second, first))
        .then()
        .body("outputs[0].percent", equalTo("-20.0000"));
  }

  @Test
  void wrongVersionsAndScenarios_areProblems() {
    problem(given().get("/v1/models/dongwu-2024/diff").then(), 400)
        .body("violations[0].field", equalTo("from"));
    problem(given().get("/v1/models/dongwu-2024/diff?from=x").then(), 404)
        .body("detail", containsString("/v1/models/dongwu-2024/versions"));
    problem(given().get("/v1/models/none-such/diff?from=x").then(), 404);
    problem(given().get("/v1/models/none-such/versions").then(), 404);
    problem(given().get("/v1/models/dongwu-2024@123456789012/diff?from=x").then(), 400)
        .body("violations[0].field", equalTo("id"));
    problem(given().get("/v1/models/dongwu-2024/scenarios/diff?from=neutral&to=x").then(), 404);
    problem(given().get("/v1/models/dongwu-2024/scenarios/diff?form=neutral").then(), 400);
  }

  @Test
  void scenarioDiff_tellsReasonsAndAmounts() {
    given()
        .get("/v1/models/dongwu-2024/scenarios/diff?from=neutral&to=optimistic")
        .then()
        .statusCode(200)
        .body("assumptions.name", contains("scheduling_fee_rate"))
        .body("outputs.find { it.variable == 'scheduling_fee_2025' }.percent", equalTo("25.0000"))
        .body("rounding", empty());
  }

  @Test
  void addedScenario_isANewVersion_andTheOldOneStays() {
    String old = publish("rack-grown", "40");
    String added =
        post("/v1/models/rack-grown/scenarios", scenario("hot", ""))
            .statusCode(201)
            .body("id", equalTo("rack-grown"))
            .body("scenarios", contains("hot"))
            .extract()
            .path("version");
    assertThat(added).isNotEqualTo(old);
    given().get("/v1/models/rack-grown@" + old).then().body("scenarios", empty());
    given().get("/v1/models/rack-grown").then().body("version", equalTo(added));
    post("/v1/evaluations", "{\"model\": \"rack-grown\", \"scenario\": \"hot\"}")
        .statusCode(200)
        .body("values[0].exact", equalTo("240000"));
    post("/v1/models/rack-grown/scenarios", scenario("hotter", ", \"parent\": \"hot\""))
        .statusCode(201)
        .body("scenarios", contains("hot", "hotter"));
    problem(post("/v1/models/rack-grown/scenarios", scenario("hot", "")), 400)
        .body("violations[0].field", equalTo("scenario.name"))
        .body("violations[0].rule", containsString("duplicate-name"));
    problem(post("/v1/models/rack-grown/scenarios", scenario("hut", ", \"parent\": \"hott\"")), 400)
        .body("violations[0].field", equalTo("scenario.parent"))
        .body("violations[0].rule", containsString("\"hott\""))
        .body("violations[0].remedy", containsString("did you mean \"hot"));
    problem(post("/v1/models/rack-grown@" + old + "/scenarios", scenario("cold", "")), 409)
        .body("detail", containsString("newest version"));
    post("/v1/models/rack-grown@" + old + "/scenarios", scenario("hot", ""))
        .statusCode(200)
        .body("version", equalTo(added));
  }

  @Test
  void fork_ofTheShippedModel_holdsAllOfItAndOneMore() {
    problem(
            post(
                "/v1/models/dongwu-2024/scenarios",
                ComparisonExamples.FORK.replace("\"as\": \"my-market\",", "")),
            409)
        .body("detail", containsString("choose another id"));
    String fork = ComparisonExamples.FORK.replace("my-market", "forked-market");
    post("/v1/models/dongwu-2024/scenarios", fork)
        .statusCode(201)
        .body("id", equalTo("forked-market"))
        .body("scenarios", hasItem("small-users"))
        .body("scenarios", hasItem("neutral"));
    post("/v1/models/dongwu-2024/scenarios", fork).statusCode(200);
    problem(post("/v1/models/dongwu-2024/scenarios", fork.replace("\"4\"", "\"5\"")), 409);
    post(
            "/v1/evaluations",
            """
            {"model": "forked-market", "scenario": "small-users",
             "outputs": ["scheduling_fee_2025"]}""")
        .statusCode(200)
        .body("values[0].exact", equalTo("354.92"));
    given()
        .get("/v1/models/forked-market")
        .then()
        .body(
            "scenarios.find { it.name == 'small-users' }.overrides[0].uncertainty.distribution.form",
            equalTo("TRIANGULAR"));
  }

  @Test
  void fork_ofAFork_isAModelOfItsOwn() {
    publish("rack-origin", "40");
    String as = "{\"as\": \"%s\", \"title\": \"It's %s\", ";
    post(
            "/v1/models/rack-origin/scenarios",
            as.formatted("rack-child", "a child") + scenario("hot", "").strip().substring(1))
        .statusCode(201)
        .body("title", equalTo("It's a child"));
    String second = as.formatted("rack-grandchild", "one more");
    post("/v1/models/rack-child/scenarios", second + scenario("hotter", "").strip().substring(1))
        .statusCode(201)
        .body("id", equalTo("rack-grandchild"))
        .body("title", equalTo("It's one more"))
        .body("scenarios", contains("hot", "hotter"));
    problem(
            post(
                "/v1/models/rack-child/scenarios",
                "{\"title\": \"t\", " + scenario("cold", "").strip().substring(1)),
            400)
        .body("violations[0].field", equalTo("title"));
  }

  @Test
  void scenarioThatDoesNotFit_isRefusedWithEveryFault() {
    publish("rack-refused", "40");
    String path = "/v1/models/rack-refused/scenarios";
    problem(post(path, scenario("hot", "").replace("kW/rack", "kWh")), 400)
        .body("violations[0].rule", containsString("unit-mismatch"));
    problem(post(path, scenario("hot", "").replace("rack_power", "rack_powr")), 400)
        .body("violations[0].remedy", containsString("rack_power"));
    problem(post(path, scenario("Hot/../x", "")), 400)
        .body("violations[0].field", equalTo("scenario.name"));
    problem(post(path, scenario("hot", ", \"parent\": \"none\"")), 400);
    problem(post(path, "{\"as\": \"../x\", " + scenario("hot", "").strip().substring(1)), 400)
        .body("violations.rule", hasItem(containsString("an id is")));
    problem(post(path, "{}"), 400).body("violations", hasSize(1));
    problem(post("/v1/models/none-such/scenarios", scenario("hot", "")), 404);
  }

  @Test
  void repeatedKey_replays_andWithAnotherScenarioIsRefused() {
    publish("rack-keyed", "40");
    String added = keyed(scenario("hot", "")).statusCode(201).extract().path("version");
    keyed(scenario("hot", "")).statusCode(200).body("version", equalTo(added));
    problem(keyed(scenario("hotter", "")), 409).body("detail", containsString("Idempotency-Key"));
  }

  private static ValidatableResponse keyed(String body) {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", "of-rack-keyed")
        .body(body)
        .post("/v1/models/rack-keyed/scenarios")
        .then();
  }
}
