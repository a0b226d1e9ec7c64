package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Commission by tiers and refunds for missed deadlines over REST; numbers by hand. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class SettlementRequestTest {
  private static final String FLEET =
      """
      {"name":"f","hubs":[{"id":"h","pools":[{"deviceType":"d","nodes":1,"devicesPerNode":1,
       "price":{"value":10,"unit":"CNY/(device.h)","rationale":"example"}}]}],
       "deviceTypes":[{"id":"d"}]}""";

  /** The second waits for the first and is an hour late. */
  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"a","tasks":1,"devicesPerTask":1,"durationSeconds":3600,"submitSeconds":0},
       {"id":"b","tasks":1,"devicesPerTask":1,"durationSeconds":3600,"submitSeconds":0,
        "deadlineSeconds":3600}]}""";

  /** 10 CNY and 10 CNY: 10 % of 15 and 2 % of 5; of the second half is paid back. */
  @Test
  void tiersAndRefunds_areSettledAndTold() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", JOBS);
    String more =
        ",\"settlement\":{\"commissionTiers\":[{\"fromCny\":0,\"rate\":0.1},"
            + "{\"fromCny\":15,\"rate\":0.02}],\"deadlineRefundRate\":0.5}";
    JsonPath body = Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", more));
    assertThat(body.getDouble("result.settlement.settledAmount.value")).isEqualTo(15);
    assertThat(body.getDouble("result.settlement.refundedAmount.value")).isEqualTo(5);
    assertThat(body.getFloat("result.settlement.fee.value")).isEqualTo(1.3F); // 1 + 0.6 − 0.3
    assertThat(body.<Object>get("result.settlement.commissionRate")).isNull();
    assertThat(body.getList("result.settlement.commissionTiers")).hasSize(2);
    JsonPath ledger =
        Calls.get("/v1/simulations/" + body.getString("id") + "/ledger")
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(ledger.getDouble("items[2].postings[0].amount.value")).isEqualTo(-5);
    assertThat(ledger.getList("items.job")).containsExactly("a", "b", "b");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "{~commissionTiers~:[{~fromCny~:1,~rate~:0.1}]};settlement.commissionTiers[0].fromCny",
        "{~commissionTiers~:[{~fromCny~:0,~rate~:0.1},{~fromCny~:0,~rate~:0.1}]};settlement.commissionTiers[1].fromCny",
        "{~commissionTiers~:[{~fromCny~:0}]};settlement.commissionTiers[0].rate",
        "{~commissionTiers~:[{~fromCny~:0,~rate~:1.1}]};settlement.commissionTiers[0].rate",
        "{~commissionTiers~:[{~fromCny~:0,~rate~:0.1},{~fromCny~:1e300,~rate~:0.1}]};settlement.commissionTiers[1].fromCny",
        "{~commissionTiers~:[{~fromCny~:0,~rate~:0.1},{~fromCny~:0.0000001,~rate~:0.1}]};settlement.commissionTiers[1].fromCny",
        "{~commissionTiers~:[null]};settlement.commissionTiers[0]",
        "{~commissionTiers~:[{~fromCny~:0,~rate~:0.1}]},~commissionRate~:0.1;settlement.commissionTiers",
        "{~deadlineRefundRate~:-0.1};settlement.deadlineRefundRate",
        "{~deadlineRefundRate~:0.00000001};settlement.deadlineRefundRate",
      })
  void wrongTerms_areToldByField(String settlement, String field) {
    String body =
        "{\"fleet\":\"f\",\"workload\":\"w\",\"settlement\":%s}"
            .formatted(settlement.replace('~', '"'));
    Calls.post("/v1/simulations", body).statusCode(400).body("violations.field", hasItem(field));
  }
}
