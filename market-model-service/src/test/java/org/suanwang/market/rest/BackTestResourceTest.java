package org.suanwang.market.rest;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class BackTestResourceTest {
  private static io.restassured.response.ValidatableResponse post(String body) {
    return EvaluationResourceTest.post("/v1/back-tests", body);
  }

  @Test
  void allForecasts_areSetBesideWhatCame() {
    post("{\"model\": \"compute-outlook-2024\", \"worlds\": 4096}")
        .statusCode(200)
        .body("forecasts", hasSize(8))
        .body("forecasts.name", hasItem("intelligent-compute-2024"))
        .body("forecasts.find { it.name == 'racks-2024' }.realised.bound", equalTo("at_least"))
        .body(
            "forecasts.find { it.name == 'racks-2024' }.realised.source.tier", equalTo("OFFICIAL"))
        .body("forecasts.find { it.name == 'racks-2024' }.worlds", equalTo(4096))
        .body("forecasts.find { it.name == 'racks-2024' }.chosenLater", hasItem("racks_growth"));
  }

  @Test
  void reportsConstantRacks_areOffByTheWholeGrowth() {
    post("{\"model\": \"dongwu-2024\", \"names\": [\"racks-2025-06\"]}")
        .statusCode(200)
        .body("forecasts[0].crps.toDouble()", closeTo(565, 1e-9))
        .body("forecasts[0].inside", equalTo(false))
        .body("forecasts[0].remarks[0]", containsString("holds the racks"));
  }

  @Test
  void whatCannotBeTested_isRefused() {
    post("{\"model\": \"compute-outlook-2024\", \"names\": [\"racks-2042\"]}")
        .statusCode(400)
        .body("violations[0].remedy", containsString("racks-202"));
    post("{\"model\": \"cooling-energy\"}")
        .statusCode(400)
        .body("violations[0].rule", equalTo("must have back-tests"));
    post("{\"model\": \"compute-outlook-2024\", \"worlds\": 1000}")
        .statusCode(400)
        .body("violations[0].field", equalTo("worlds"));
    post("{\"model\": \"nonsense\"}").statusCode(404);
    post("{\"model\": \"compute-outlook-2024\", \"name\": []}").statusCode(400);
  }
}
