package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.suanwang.market.rest.EvaluationResourceTest.post;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.market.rest.FakeCatalogue.Mood;

/** A catalogue that keeps failing is tried again, then left alone, and its last answer is used. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class CatalogueBreakerTest {
  private static final String DEMAND = BridgeExamples.DEMAND;

  @Inject CircuitBreakerMaintenance breakers;

  @BeforeEach
  @AfterEach
  void catalogueAnswersAgain() {
    FakeCatalogue.MOOD.set(Mood.ANSWERS);
    breakers.resetAll();
  }

  private static int callsOf(String body, String origin) {
    int before = FakeCatalogue.CALLS.get();
    post("/v1/demands", body).statusCode(200).body("catalogVersion.origin", equalTo(origin));
    return FakeCatalogue.CALLS.get() - before;
  }

  private static String open() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("market_catalog_circuit_open"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void failingCatalogue_isTriedThreeTimes_andThenLeftAlone() {
    assertThat(callsOf(DEMAND, "catalogue")).isEqualTo(1);
    assertThat(open()).endsWith(" 0.0");
    FakeCatalogue.MOOD.set(Mood.FAILS);
    assertThat(callsOf(DEMAND, "last_known")).isEqualTo(3);
    callsOf(DEMAND, "last_known");
    assertThat(open()).as("after six failures").endsWith(" 1.0");
    assertThat(callsOf(DEMAND, "last_known")).isZero();
    String known = post("/v1/demands", DEMAND).extract().path("catalogVersion.id");
    FakeCatalogue.MOOD.set(Mood.ANSWERS);
    assertThat(callsOf(DEMAND, "last_known")).as("still left alone").isZero();
    breakers.resetAll();
    assertThat(callsOf(DEMAND, "catalogue")).isEqualTo(1);
    assertThat(open()).endsWith(" 0.0");
    post("/v1/demands", DEMAND).body("catalogVersion.id", equalTo(known));
  }

  @Test
  void refusedQuestion_isNoFailureOfTheCatalogue() {
    FakeCatalogue.MOOD.set(Mood.REFUSES);
    for (int i = 0; i < 8; i++) {
      int before = FakeCatalogue.CALLS.get();
      post("/v1/demands", DEMAND).statusCode(400);
      assertThat(FakeCatalogue.CALLS.get() - before).as("asked once").isEqualTo(1);
    }
    assertThat(open()).endsWith(" 0.0");
  }
}
