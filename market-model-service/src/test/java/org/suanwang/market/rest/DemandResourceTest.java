package org.suanwang.market.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.suanwang.market.rest.EvaluationResourceTest.post;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class DemandResourceTest {
  private static final String DEMAND =
      """
      {"model": "dongwu-2024", "scenario": "neutral", "device": "huawei-ascend-910",
       "start": "2025-01-01", "regions": ["jing-jin-ji", "yangtze-delta", "guizhou"]}""";

  @Inject CircuitBreakerMaintenance breakers;

  @AfterEach
  void catalogueAnswersAgain() {
    breakers.resetAll();
    FakeCatalogue.MOOD.set(FakeCatalogue.Mood.ANSWERS);
  }

  @Test
  void tenCompanies_areConvertedThroughTheCatalogue() {
    post("/v1/demands", DEMAND)
        .statusCode(200)
        .body("catalogVersion.id", equalTo("2026-11-23-e1561cd41c51"))
        .body("catalogVersion.stale", equalTo(false))
        .body("reference.device", equalTo("nvidia-h100-sxm"))
        .body("reference.companies", equalTo(10))
        .body("reference.devicesPerCompany", equalTo(8000))
        .body("reference.days", equalTo(90))
        .body("equivalence.bindingConstraint", equalTo("throughput"))
        .body("totals.referenceDeviceHours.value", equalTo(172800000))
        .body("totals.deviceHours.value", equalTo(667850400))
        .body("totals.deviceHours.low", equalTo(534276000))
        .body("totals.deviceHours.high", equalTo(667850400))
        .body("jobs", hasSize(10))
        .body("jobs[0].id", equalTo("company-01-training"))
        .body("jobs[0].class", equalTo("foundation-model-training"))
        .body("jobs[0].devices", equalTo(30919))
        .body("jobs[0].durationHours", equalTo(2160))
        .body("jobs[0].submitAt", equalTo("2025-01-01T00:00:00Z"))
        .body("jobs[3].region", equalTo("jing-jin-ji"))
        .body("monthly", hasSize(9))
        .body("monthly[0].month", equalTo("2025-01"))
        .body("monthly[0].class", equalTo("foundation-model-training"));
    assertThat(FakeCatalogue.LAST_BODY.get()).contains("\"count\":8000", "\"precision\":\"FP16\"");
    assertThat(FakeCatalogue.LAST_AUTHORIZATION.get()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2025-01-01,3", "2024-02-15,4", "2025-12-31,4"})
  void months_sumExactlyToTheTotal(String start, int months) {
    var body = post("/v1/demands", DEMAND.replace("2025-01-01", start)).statusCode(200).extract();
    List<Object> hours = body.path("monthly.deviceHours.value");
    BigDecimal sum =
        hours.stream()
            .map(h -> new BigDecimal(h.toString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(body.path("totals.deviceHours.value").toString());
    assertThat(hours).hasSize(months * 3);
  }

  @Test
  void catalogueFailing_isAnsweredFromTheLastKnown_markedStale() {
    post("/v1/demands", DEMAND).statusCode(200);
    FakeCatalogue.MOOD.set(FakeCatalogue.Mood.FAILS);
    post("/v1/demands", DEMAND)
        .statusCode(200)
        .body("catalogVersion.stale", equalTo(true))
        .body("catalogVersion.origin", equalTo("last_known"))
        .body("totals.deviceHours.value", equalTo(667850400));
  }

  @Test
  void catalogueFailing_andNothingKnown_is503WithTheRemedy() {
    FakeCatalogue.MOOD.set(FakeCatalogue.Mood.TALKS_NONSENSE);
    post("/v1/demands", DEMAND.replace("huawei-ascend-910", "never-asked-before"))
        .statusCode(503)
        .contentType("application/problem+json")
        .body("detail", containsString("start the catalogue, or send its answer"));
  }

  @Test
  void deviceUnknownToTheCatalogue_isTheCallersFault() {
    FakeCatalogue.MOOD.set(FakeCatalogue.Mood.REFUSES);
    post("/v1/demands", DEMAND)
        .statusCode(400)
        .body("violations[0].field", equalTo("device"))
        .body("violations[0].rule", containsString("no accelerator has this id"));
    FakeCatalogue.MOOD.set(FakeCatalogue.Mood.NAMES_THE_FAULT);
    post("/v1/demands", DEMAND)
        .statusCode(400)
        .body("violations[0].rule", containsString("huawei-ascend-91 must be the id of"))
        .body("violations[0].remedy", equalTo("did you mean huawei-ascend-910?"));
    FakeCatalogue.MOOD.set(FakeCatalogue.Mood.REFUSES_WITHOUT_A_WORD);
    post("/v1/demands", DEMAND)
        .statusCode(400)
        .body("violations[0].rule", containsString("it answers 400"))
        .body("violations[0].remedy", containsString("with a dense FP16 peak"));
  }

  @Test
  void catalogueThatWantsAnotherToken_isNotTheCallersFault() {
    FakeCatalogue.MOOD.set(FakeCatalogue.Mood.WANTS_ANOTHER_TOKEN);
    post("/v1/demands", DEMAND.replace("huawei-ascend-910", "never-asked-before")).statusCode(503);
  }

  @Test
  void snapshotInTheRequest_needsNoCatalogue() {
    int before = FakeCatalogue.CALLS.get();
    post("/v1/demands", BridgeExamples.DEMAND_SNAPSHOT)
        .statusCode(200)
        .body("catalogVersion.origin", equalTo("request"))
        .body("jobs[9].devices", equalTo(30919));
    assertThat(FakeCatalogue.CALLS.get()).isEqualTo(before);
  }

  @Test
  void snapshotOfSomethingElse_isRefused() {
    post(
            "/v1/demands",
            BridgeExamples.DEMAND_SNAPSHOT.replace("\"value\": 8000", "\"value\": 7999"))
        .statusCode(400)
        .body("violations[0].field", equalTo("equivalence.from.count.value"));
    post(
            "/v1/demands",
            BridgeExamples.DEMAND_SNAPSHOT.replace("\"value\": 30919", "\"value\": 1e300"))
        .statusCode(400)
        .body("violations[0].field", equalTo("equivalence.to.count.value"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-01-01|2025-13-01",
        "2025-01-01|+999999999",
        "huawei-ascend-910|../etc",
        "neutral|nobody",
        "[\"jing-jin-ji\", \"yangtze-delta\", \"guizhou\"]|[]",
        "[\"jing-jin-ji\", \"yangtze-delta\", \"guizhou\"]|[\"\"]",
        "[\"jing-jin-ji\", \"yangtze-delta\", \"guizhou\"]|\"everywhere\""
      })
  void wrongField_isAProblem(String right, String wrong) {
    int status =
        post("/v1/demands", DEMAND.replace(right, wrong))
            .contentType("application/problem+json")
            .extract()
            .statusCode();
    assertThat(status).isIn(400, 404);
  }
}
