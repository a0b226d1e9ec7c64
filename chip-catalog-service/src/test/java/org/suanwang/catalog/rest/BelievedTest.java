package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Every question can be put from another day: what was believed on the one about the other. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class BelievedTest {
  private static final int ROUNDS = 3;
  private static final String FIGURE_11 =
      "{\"accelerators\":[\"hygon-shensuan-1\",\"nvidia-a100-80gb-sxm\"]}";
  private static final String H100_IN_910 =
      """
      {"from":{"accelerator":"nvidia-h100-sxm","count":8000},"to":"huawei-ascend-910",
       "precision":"FP16"}""";
  private static final String SEVENTY_BILLION =
      """
      {"training":{"parameters":{"value":70,"unit":"1e9"},"tokens":{"value":1400,"unit":"1e9"},
                   "within":{"value":30,"unit":"d"}},
       "precision":"FP16",
       "efficiency":{"value":38,"low":30,"high":45,"unit":"%","source":"assumed"}}""";

  private static final Map<String, String> BODIES =
      Map.of(
          "comparisons", FIGURE_11,
          "equivalences", H100_IN_910,
          "requirement-matches", SEVENTY_BILLION);

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static int total(String days) {
    return given().get("/v1/accelerators?limit=1&" + days).then().extract().path("total");
  }

  @Test
  void search_findsWhatHadBeenSaidByThen() {
    given()
        .get("/v1/accelerators?asOf=2023-01-01&vendor=nvidia&limit=1000")
        .then()
        .statusCode(200)
        .body("items.id", hasItem("nvidia-a100-40gb-sxm"))
        .body("items.id", not(hasItem("nvidia-b200")));
    assertThat(total("asOf=2020-01-01")).isPositive().isLessThan(total("asOf=2024-01-01"));
    assertThat(total("asOf=2024-01-01")).isLessThan(total("asOf=2999-01-01"));
    assertThat(total("knownOn=2000-01-01")).isZero();
    assertThat(total("")).isEqualTo(total("knownOn=2999-01-01"));
  }

  @Test
  void severalDaysAtOnce_areAnsweredEachForItself() throws InterruptedException {
    List<String> days = List.of("asOf=2020-01-01", "asOf=2024-01-01", "knownOn=2000-01-01");
    List<Integer> alone = days.stream().map(BelievedTest::total).toList();
    assertThat(alone).doesNotHaveDuplicates();
    try (ExecutorService callers = Executors.newFixedThreadPool(days.size())) {
      List<Callable<List<Integer>>> calls =
          IntStream.range(0, days.size()).mapToObj(i -> inTurn(days, i)).toList();
      for (Future<List<Integer>> answers : callers.invokeAll(calls)) {
        assertThat(answers.resultNow()).isEqualTo(alone);
      }
    }
  }

  /** Asks for all days several times, beginning with another one than the others do. */
  private static Callable<List<Integer>> inTurn(List<String> days, int first) {
    return () -> {
      var answers = new Integer[days.size()];
      for (int call = 0; call < ROUNDS * days.size(); call++) {
        int day = (first + call) % days.size();
        int total = total(days.get(day));
        assertThat(answers[day]).as(days.get(day)).isIn(null, total);
        answers[day] = total;
      }
      return List.of(answers);
    };
  }

  @Test
  void searchOfAnotherDay_pagesOn() {
    String cursor =
        given().get("/v1/accelerators?asOf=2023-01-01&limit=2").then().extract().path("nextCursor");
    given()
        .queryParam("asOf", "2023-01-01")
        .queryParam("cursor", cursor)
        .queryParam("limit", 1000)
        .get("/v1/accelerators")
        .then()
        .statusCode(200)
        .body("items.size()", is(total("asOf=2023-01-01") - 2));
  }

  @Test
  void equivalenceOfThen_hasNotWhatWasFoundLater() {
    post("/v1/equivalences?asOf=1999-01-01", H100_IN_910)
        .statusCode(400)
        .body("violations.field", hasItem("from.accelerator"));
    String now = post("/v1/equivalences", H100_IN_910).extract().asString();
    String then = post("/v1/equivalences?asOf=2024-03-26", H100_IN_910).extract().asString();
    assertThat(then).isNotEqualTo(now).contains("memoryCapacity");
    post("/v1/equivalences?knownOn=2999-01-01", H100_IN_910).statusCode(200).body(is(now));
  }

  @Test
  void comparisonOfThen_hasFewerClaims() {
    int now = post("/v1/comparisons", FIGURE_11).extract().path("rows.size()");
    int before =
        post("/v1/comparisons?asOf=2024-03-26", FIGURE_11)
            .statusCode(200)
            .extract()
            .path("rows.size()");
    assertThat(before).isPositive().isLessThan(now);
  }

  @Test
  void matchOfThen_looksAtFewer() {
    int now = post("/v1/requirement-matches", SEVENTY_BILLION).extract().path("others.size()");
    int before =
        post("/v1/requirement-matches?asOf=2021-01-01", SEVENTY_BILLION)
            .statusCode(200)
            .extract()
            .path("others.size()");
    assertThat(before).isLessThan(now);
  }

  @ParameterizedTest
  @ValueSource(strings = {"comparisons", "equivalences", "requirement-matches"})
  void dayThatIsNone_isRefused(String call) {
    String path = "/v1/" + call;
    String body = BODIES.getOrDefault(call, "");
    post(path + "?asOf=2024-02-30", body)
        .statusCode(400)
        .body("violations.field", contains("asOf"));
    post(path + "?known=1", body)
        .statusCode(400)
        .body("violations.field", contains("known"))
        .body("violations[0].remedy", is("use one of: asOf, knownOn; did you mean knownOn?"));
  }

  @Test
  void searchWithWrongDay_isRefused() {
    given()
        .get("/v1/accelerators?knownOn=x&limit=3")
        .then()
        .statusCode(400)
        .body("violations.field", contains("knownOn"));
    given()
        .get("/v1/accelerators?knownOf=2024-01-01")
        .then()
        .statusCode(400)
        .body("violations[0].remedy", endsWith("did you mean knownOn?"));
  }
}
