package org.suanwang.market.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.suanwang.market.rest.EvaluationResourceTest.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Demand with inference, on a domestic device, over REST. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class InferenceDemandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject CircuitBreakerMaintenance breakers;

  @AfterEach
  void catalogueAnswersAgain() {
    breakers.resetAll();
    FakeCatalogue.MOOD.set(FakeCatalogue.Mood.ANSWERS);
  }

  @Test
  void aTenThousandthOfTheCountry_isTrainingAndServing() throws IOException {
    String text =
        post("/v1/demands", BridgeExamples.INFERENCE)
            .statusCode(200)
            .body("reference.devicesPerCompany", equalTo(2))
            .body("serving.name", equalTo("inference_devices_2025"))
            .body("serving.devices", equalTo(24))
            .body("serving.replicas", equalTo(16))
            .body("serving.equivalence.bindingConstraint", equalTo("effectiveThroughput"))
            .body(
                "classes.class", equalTo(List.of("foundation-model-training", "inference-serving")))
            .body("classes[1].vendor.country", equalTo("CN"))
            .body("classes[1].efficiency.reference", equalTo(0.2f))
            .body("classes[1].efficiency.device", equalTo(0.15f))
            .body("classes[1].deviceHours.value", equalTo(16 * 8 * 24 * 90))
            .body("share.source", startsWith("a fleet"))
            .body("jobs", hasSize(26))
            .body("jobs[0].tasks", nullValue())
            .body("jobs[10].id", equalTo("serving-00001"))
            .body("jobs[10].class", equalTo("inference-serving"))
            .body("jobs[10].tasks", equalTo(1))
            .body("jobs[10].devicesPerTask", equalTo(8))
            .body("jobs[10].durationHours", equalTo(2160))
            .body(
                "assumptions.name",
                hasItems(
                    "share-of-demand",
                    "efficiency-ratio-inference-serving",
                    "serving-time",
                    "serving-replicas",
                    "busiest-hour",
                    "inference_efficiency",
                    "domestic_training_efficiency"))
            .extract()
            .asString();
    JsonNode answer = JSON.readTree(text);
    assertThat(sum(answer, "")).isEqualByComparingTo(hours(answer.path("totals")));
    for (JsonNode row : answer.path("classes")) {
      assertThat(sum(answer, row.path("class").asText())).isEqualByComparingTo(hours(row));
    }
  }

  /** Of the months of a class, or of all. */
  private static BigDecimal sum(JsonNode answer, String jobClass) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : answer.path("monthly")) {
      if (jobClass.isEmpty() || jobClass.equals(row.path("class").asText())) {
        sum = sum.add(hours(row));
      }
    }
    return sum;
  }

  private static BigDecimal hours(JsonNode row) {
    return row.path("deviceHours").path("value").decimalValue();
  }

  @Test
  void catalogueFailing_bothLastAnswersAreUsed() {
    post("/v1/demands", BridgeExamples.INFERENCE).statusCode(200);
    FakeCatalogue.MOOD.set(FakeCatalogue.Mood.FAILS);
    post("/v1/demands", BridgeExamples.INFERENCE)
        .statusCode(200)
        .body("classes.catalogVersion.stale", everyItem(equalTo(true)))
        .body("classes.vendor.catalogVersion.origin", everyItem(equalTo("last_known")));
  }

  @Test
  void snapshotsInTheRequest_needNoCatalogue() throws IOException {
    ObjectNode body = (ObjectNode) JSON.readTree(BridgeExamples.INFERENCE);
    body.set("accelerator", contract("accelerator-huawei-ascend-910"));
    body.set("equivalence", contract("equivalence-reached-training"));
    body.withObject("serving").set("equivalence", contract("equivalence-reached-serving"));
    int before = FakeCatalogue.CALLS.get();
    post("/v1/demands", body.toString())
        .statusCode(200)
        .body("classes.catalogVersion.origin", everyItem(equalTo("request")))
        .body("jobs", hasSize(26));
    assertThat(FakeCatalogue.CALLS.get()).isEqualTo(before);
    ((ObjectNode) body.get("accelerator")).remove("vendor");
    post("/v1/demands", body.toString())
        .statusCode(400)
        .body("violations[0].field", equalTo("accelerator.vendor.country"));
  }

  private static ObjectNode contract(String name) throws IOException {
    return (ObjectNode) JSON.readTree(FakeCatalogue.contract(name + ".response.json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"value\": 0.0001|\"value\": 0|share.value|from 1e-9 to 1",
        "\"value\": 0.0001|\"value\": 1.1|share.value|from 1e-9 to 1",
        "\"source\": \"a fleet|\"note\": \"a fleet|share.note|",
        "\"days\": 90|\"days\": 367|serving.days|from 1 to 366",
        "\"days\": 90|\"replicaDevices\": 0|serving.replicaDevices|from 1 to 1024",
        "\"days\": 90|\"jobsMax\": 10001|serving.jobsMax|from 1 to 10000",
        "inference-serving|serving|classes[1]|inference-serving",
        "2025-01-01|2031-01-01|start|2025, 2026, 2027"
      })
  void wrongField_isTold(String right, String wrong, String field, String rule) {
    post("/v1/demands", BridgeExamples.INFERENCE.replace(right, wrong))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItems(field))
        .body("violations[0].rule", containsString(rule == null ? "" : rule));
  }
}
