package org.suanwang.market.rest;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.suanwang.market.rest.EvaluationResourceTest.post;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ReconciliationResourceTest {
  @Test
  void simulation_isSetBesideTheThreeScenarios() {
    post("/v1/reconciliations", BridgeExamples.RECONCILIATION)
        .statusCode(200)
        .body("topDown.scenario", hasItems("pessimistic", "neutral", "optimistic"))
        .body("topDown[0].rate", equalTo(0.05f))
        .body("topDown[0].fee.exact", equalTo("443.65"))
        .body("topDown[1].fee.printed", equalTo("710"))
        .body("topDown[2].fee.printed", equalTo("887"))
        .body("topDown[3].scenario", equalTo("requested-rate"))
        .body("bottomUp", hasSize(1))
        .body("bottomUp[0].policy", equalTo("fifo-best-fit"))
        .body("bottomUp[0].scenarioFees[1].upliftValue.printed", equalTo("3686"))
        .body("bottomUp[0].scenarioFees[1].fee.printed", equalTo("295"))
        .body("bottomUp[0].measured.annualFee.value", equalTo(9.6f))
        .body("bottomUp[0].measured.effectiveRate", equalTo(0.08f))
        .body("bottomUp[0].measured.scaledToNational.unit", equalTo("1e8 CNY"))
        .body(
            "assumptions.name",
            hasItems(
                "iaas_private_2022",
                "utilisation_2025",
                "scheduling_fee_rate",
                "annualised",
                "scaled-by-throughput"));
  }

  @Test
  void fullUtilisation_meetsTheTopDownFee() {
    post("/v1/reconciliations", BridgeExamples.RECONCILIATION.replace("0.62", "1"))
        .statusCode(200)
        .body("bottomUp[0].scenarioFees[0].ratioToTopDown.toDouble()", closeTo(1, 1e-4))
        .body("bottomUp[0].scenarioFees[2].ratioToTopDown.toDouble()", closeTo(1, 1e-4));
  }

  @Test
  void quarterOfAYear_isAnnualised_andScaled() {
    post(
            "/v1/reconciliations",
            BridgeExamples.RECONCILIATION.replace("365", "73").replace("25.3", "21"))
        .statusCode(200)
        .body("bottomUp[0].measured.annualFee.value", equalTo(48))
        .body("bottomUp[0].measured.scaleFactor", equalTo(5.0f))
        .body("bottomUp[0].measured.scaledToNational.value", equalTo(240));
  }

  @Test
  void everythingWrong_isToldAtOnce() {
    String body =
        BridgeExamples.RECONCILIATION
            .replace("0.62", "62")
            .replace("1.2e10", "-1")
            .replace("365", "0")
            .replace("\"unit\": \"EFLOP/s\"", "\"unit\": \"kW\"");
    post("/v1/reconciliations", body).statusCode(400).body("violations", hasSize(4));
  }

  @ParameterizedTest
  @CsvSource({
    "0.62,1e999999999",
    "0.62,null",
    "0.62,\"NaN\"",
    "365,1e-999999999",
    "0.08,-1",
    "0.08,8",
    "CNY,USD"
  })
  void hostileNumber_isAProblem(String right, String wrong) {
    post("/v1/reconciliations", BridgeExamples.RECONCILIATION.replace(right, wrong))
        .statusCode(400)
        .contentType("application/problem+json");
  }
}
