package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** The way from a fleet and a workload to a result, over REST, on a real PostgreSQL. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class LoopTest {
  @Test
  void exampleOfTheDescription_runsToItsResult() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", Examples.FLEET);
    String workload = Calls.created("/v1/workloads", Examples.WORKLOAD);
    String id =
        Calls.simulation(fleet, workload, "fifo-best-fit", ",\"seed\":42,\"commissionRate\":0.08");

    JsonPath body = Calls.completed(id);

    assertThat(body.getInt("result.metrics.jobs")).isEqualTo(2001);
    assertThat(body.getInt("result.metrics.jobsCompleted")).isEqualTo(2001);
    assertThat(body.getDouble("result.metrics.allocation")).isBetween(0.3, 1.0);
    assertThat(body.getDouble("progress.fraction")).isEqualTo(1.0);
    assertThat(body.getString("result.eventLogHash")).hasSize(64);
    checkDetails(id, body);
    checkSecondRunIsTheSame(fleet, workload, body);
  }

  private static void checkDetails(String id, JsonPath body) {
    String base = "/v1/simulations/" + id;
    Calls.get(base + "/jobs?limit=5").statusCode(200).body("items", hasSize(5));
    Calls.get(base + "/jobs?cursor=2000")
        .body("items", hasSize(1))
        .body("nextCursor", equalTo(null));
    Calls.get(base + "/events?limit=3").statusCode(200).body("items[0].kind", equalTo("SUBMITTED"));
    Calls.get(base + "/time-series").statusCode(200).body("points", hasSize(240));
    Calls.get(base + "/progress").statusCode(200);
    JsonPath ledger = Calls.get(base + "/ledger?limit=2").statusCode(200).extract().jsonPath();
    assertThat(ledger.getString("items[1].previousHash"))
        .isEqualTo(ledger.getString("items[0].hash"));
    BigDecimal settled = new BigDecimal(body.getString("result.settlement.settledAmount.value"));
    BigDecimal fee = new BigDecimal(body.getString("result.settlement.fee.value"));
    assertThat(fee.doubleValue() / settled.doubleValue()).isBetween(0.0799999, 0.0800001);
  }

  private static void checkSecondRunIsTheSame(String fleet, String workload, JsonPath first)
      throws InterruptedException {
    String again =
        Calls.simulation(fleet, workload, "fifo-best-fit", ",\"seed\":42,\"commissionRate\":0.08");
    JsonPath second = Calls.completed(again);
    assertThat((Object) second.getMap("result")).isEqualTo(first.getMap("result"));
  }
}
