package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class OperationTest {
  @Test
  void readiness_namesTheLoadedModelAndItsVersion() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("data is loaded and checked"))
        .body(
            "checks.find { it.name == 'data is loaded and checked' }.data.'dongwu-2024'",
            notNullValue())
        .body("checks.find { it.name == 'data is loaded and checked' }.status", equalTo("UP"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "market_models ",
        "market_evaluations_total{mode=\"exact\",model=\"dongwu-2024\"}",
        "market_evaluation_seconds_count",
        "market_demands_total",
        "market_reconciliations_total",
        "market_catalog_stale",
        "market_catalog_circuit_open"
      })
  void metrics_areThereFromTheStart(String name) {
    assertThat(given().get("/q/metrics").asString()).contains(name);
  }
}
