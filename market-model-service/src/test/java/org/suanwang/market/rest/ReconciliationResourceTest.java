package org.suanwang.market.rest;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.suanwang.market.rest.EvaluationResourceTest.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ReconciliationResourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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
  @CsvSource(
      delimiter = '|',
      value = {
        "9.6e8|1.3e10|fee|above the settledAmount, which is 12000000000 CNY",
        "365|1e-300|periodDays|from 0.00001 day to 36500 day",
        "365|1e300|periodDays|from 0.00001 day to 36500 day",
        "365|36501|periodDays|from 0.00001 day to 36500 day",
        "1.2e10|1e19|settledAmount|from 0 CNY to 1000000000000000000 CNY",
        "25.3|1e-10|fleetThroughput|from 0.000000001 EFLOP/s to 1000000000 EFLOP/s",
        "25.3|1e10|fleetThroughput|from 0.000000001 EFLOP/s to 1000000000 EFLOP/s",
        "0.62|1.000001|utilisation|from 0 to 1"
      })
  void numberThatNoSimulationFinds_isRefused(
      String right, String wrong, String field, String rule) {
    post("/v1/reconciliations", BridgeExamples.RECONCILIATION.replace(right, wrong))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations", hasSize(1))
        .body("violations[0].field", equalTo("simulations[0]." + field))
        .body("violations[0].value", not(emptyString()))
        .body("violations[0].rule", containsString(rule))
        .body("violations[0].remedy", startsWith("send "));
  }

  /** As the reference job of the launcher does it, with answers that scheduling really gave. */
  @Test
  void realSimulation_isReconciled() throws IOException {
    JsonNode simulation = contract("simulation.response.json").path("result");
    ObjectNode row = JSON.createObjectNode().put("simulation", "simulation-1");
    row.set("policy", contract("simulation.request.json").path("policy"));
    row.set("resultHash", simulation.path("eventLogHash"));
    row.set("utilisation", simulation.path("metrics").path("utilisation"));
    row.set("settledAmount", simulation.path("settlement").path("settledAmount"));
    row.set("fee", simulation.path("settlement").path("fee"));
    row.set("periodDays", simulation.path("periodDays"));
    row.set("fleetThroughput", contract("fleet.response.json").path("throughput"));
    ObjectNode body = JSON.createObjectNode().put("model", "dongwu-2024");
    body.putArray("simulations").add(row);
    post("/v1/reconciliations", body.toString())
        .statusCode(200)
        .body("topDown.fee.printed", contains("444", "710", "887"))
        .body("bottomUp[0].resultHash", equalTo(simulation.path("eventLogHash").asText()))
        .body("bottomUp[0].scenarioFees[1].upliftValue.printed", equalTo("2955"))
        .body("bottomUp[0].scenarioFees[1].fee.printed", equalTo("236"))
        .body("bottomUp[0].measured.annualFee.value.toDouble()", closeTo(1.24884045778, 1e-6))
        .body("bottomUp[0].measured.effectiveRate.toDouble()", closeTo(0.08, 1e-8))
        .body("bottomUp[0].measured.scaleFactor.toDouble()", closeTo(105 / 11.189824, 1e-5));
  }

  /** As a fleet and a demand are answered with them. */
  @Test
  void catalogueVersions_areRepeated_andTwoAreAnAssumption() {
    String body =
        BridgeExamples.RECONCILIATION.replace(
            "\"policy\"",
            """
            "fleetCatalogVersion": {"id": "2026-11-29-b", "stale": true},
            "demandCatalogVersion": {"id": "%s", "stale": false, "origin": "catalogue"},
            "policy\"""");
    post("/v1/reconciliations", body.formatted("2026-11-23-a"))
        .statusCode(200)
        .body("bottomUp[0].fleetCatalogVersion.id", equalTo("2026-11-29-b"))
        .body("bottomUp[0].demandCatalogVersion.id", equalTo("2026-11-23-a"))
        .body("assumptions.name", hasItems("catalogue-of-5f0c1a"))
        .body(
            "assumptions.find { it.name == 'catalogue-of-5f0c1a' }.statement",
            containsString("of catalogue 2026-11-29-b and the demand was converted by catalogue"));
    post("/v1/reconciliations", body.formatted("2026-11-29-b").replace("true", "false"))
        .statusCode(200)
        .body("assumptions.name", not(hasItems("catalogue-of-5f0c1a")));
    post("/v1/reconciliations", body.formatted(" "))
        .statusCode(400)
        .body("violations[0].field", equalTo("simulations[0].demandCatalogVersion.id"));
  }

  private static JsonNode contract(String file) throws IOException {
    return JSON.readTree(
        Path.of("src", "test", "resources", "contracts", "scheduling", file).toFile());
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
