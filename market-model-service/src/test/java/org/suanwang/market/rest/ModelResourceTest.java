package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ModelResourceTest {
  @Inject EntityManager entities;

  private static RequestSpecification yaml(String body) {
    var encoder =
        EncoderConfig.encoderConfig()
            .encodeContentTypeAs("application/yaml", ContentType.TEXT)
            .defaultContentCharset(StandardCharsets.UTF_8);
    return given()
        .config(RestAssuredConfig.config().encoderConfig(encoder))
        .contentType("application/yaml")
        .body(body);
  }

  private static ValidatableResponse publish(String body) {
    return yaml(body).post("/v1/models").then();
  }

  @Test
  void model_showsParametersWithSources_andRenderedFormulas() {
    given()
        .get("/v1/models/dongwu-2024")
        .then()
        .statusCode(200)
        .body("parameters.find { it.name == 'iaas_public_2022' }.values[0].value", equalTo("2442"))
        .body(
            "parameters.find { it.name == 'utilisation_2025' }.rationale",
            containsString("no source"))
        .body(
            "variables.find { it.name == 'idle_compute_2025' }.formula",
            equalTo("iaas_2025 * (1 - utilisation_2025) / utilisation_2025"))
        .body("scenarios.name", hasItem("neutral"));
  }

  @Test
  void findings_areServedInPages() {
    String next =
        given()
            .get("/v1/models/dongwu-2024/findings?limit=2")
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .body("nextCursor", notNullValue())
            .extract()
            .path("nextCursor");
    given()
        .get("/v1/models/dongwu-2024/findings?limit=1000&cursor=" + next)
        .then()
        .body("nextCursor", nullValue())
        .body("items.rule", hasItem("remark"));
    List.of("limit=0", "limit=1001", "limit=x", "cursor=-1", "cursor=999999")
        .forEach(
            query ->
                assertThat(given().get("/v1/models/dongwu-2024/findings?" + query).statusCode())
                    .isEqualTo(400));
  }

  @Test
  void postedModel_isPublishedOnce_evaluated_andKept() {
    String body = Examples.MODEL_POST.replace("rack-cooling", "rack-cooling-kept");
    String location =
        publish(body).statusCode(201).body("variables", equalTo(1)).extract().header("Location");
    assertThat(location).contains("/v1/models/rack-cooling-kept@");
    publish(body).statusCode(200);
    given().get(location).then().statusCode(200).body("id", equalTo("rack-cooling-kept"));
    given().get("/v1/models").then().body("items.id", hasItem("rack-cooling-kept"));
    EvaluationResourceTest.post("/v1/evaluations", "{\"model\": \"rack-cooling-kept\"}")
        .statusCode(200)
        .body("values[0].printed", equalTo("160000"));
  }

  @Test
  void newVersion_leavesTheOldOneAsItWas() {
    String one = Examples.MODEL_POST.replace("rack-cooling", "rack-old-and-new");
    String two = one.replace("value: 40\n", "value: 50\n");
    String first = publish(one).statusCode(201).extract().path("version");
    publish(two).statusCode(201);
    EvaluationResourceTest.post("/v1/evaluations", "{\"model\": \"rack-old-and-new\"}")
        .body("values[0].printed", equalTo("200000"));
    EvaluationResourceTest.post(
            "/v1/evaluations", "{\"model\": \"rack-old-and-new@" + first + "\"}")
        .body("values[0].printed", equalTo("160000"));
  }

  @Test
  void version_cannotBeChangedEvenInTheDatabase() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () ->
                            entities
                                .createNativeQuery("update model_version set version = version")
                                .executeUpdate()))
        .hasStackTraceContaining("never changed");
  }

  @Test
  void idempotencyKey_givesTheSameAnswer_andRefusesAnotherModel() {
    String one = Examples.MODEL_POST.replace("rack-cooling", "rack-key");
    String two = one.replace("value: 40\n", "value: 50\n");
    yaml(one).header("Idempotency-Key", "k-1").post("/v1/models").then().statusCode(201);
    yaml(one).header("Idempotency-Key", "k-1").post("/v1/models").then().statusCode(200);
    yaml(two)
        .header("Idempotency-Key", "k-1")
        .post("/v1/models")
        .then()
        .statusCode(409)
        .body("detail", containsString("use a new key"));
    given().get("/v1/models/rack-key").then().body("parameters[0].values[0].value", equalTo("40"));
  }

  @Test
  void ownModelsId_isTaken() {
    publish(Examples.MODEL_POST.replace("rack-cooling", "dongwu-2024"))
        .statusCode(409)
        .contentType("application/problem+json");
  }

  @Test
  void wrongModel_isRefusedWithEveryFinding() {
    publish(
            Examples.MODEL_POST
                .replace("CNY/kW", "CNY/MWh")
                .replace("rack_power *", "rack_pwoer *"))
        .statusCode(400)
        .body("violations[0].field", containsString("model.yaml:"))
        .body("violations.remedy", hasItem("did you mean \"rack_power\"?"));
  }

  @Test
  void tooLargeBody_isRefused() throws Exception {
    // The server answers before the body is sent; only a client that waits for it sees the answer.
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/models"))
            .header("Content-Type", "application/yaml")
            .version(HttpClient.Version.HTTP_1_1)
            .expectContinue(true)
            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(10_000_000)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(413);
    }
  }

  @Test
  void chainOfAThousandVariables_isEvaluatedAndExplained() {
    var model = new StringBuilder(Examples.MODEL_POST.replace("rack-cooling", "long-chain"));
    for (int i = 1; i <= 1000; i++) {
      String before = i == 1 ? "cooling_cost_per_rack" : "v" + (i - 1);
      model.append(
          """
            - {name: v%d, label: L, unit: CNY/rack, definition: D, formula: "%s + %s",
               rounding: {decimals: 0, mode: HALF_UP, flow: EXACT},
               source: {title: T, locator: L, date: 2026-02-01, tier: OWN}, rationale: R}
          """
              .formatted(i, before, before));
    }
    publish(model.toString()).statusCode(201);
    EvaluationResourceTest.post("/v1/evaluations", "{\"model\": \"long-chain\"}").statusCode(200);
    EvaluationResourceTest.post(
            "/v1/explanations", "{\"model\": \"long-chain\", \"outputs\": [\"v1000\"]}")
        .statusCode(200)
        .body(containsString("\"inputsLeftOut\":true"));
    EvaluationResourceTest.post("/v1/explanations", "{\"model\": \"long-chain\"}")
        .statusCode(400)
        .body("violations[0].remedy", containsString("ask for fewer outputs at once"));
    given().get("/v1/models/long-chain/findings").then().statusCode(200);
  }

  @Test
  void emptyBody_isAProblem() {
    publish("").statusCode(400).contentType("application/problem+json");
  }
}
