package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** A violation names the field as it was sent, shows the value, and says rule and remedy. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ViolationTextTest {
  private static final String CLAIM =
      """
      {"subject":"amd-mi250","attribute":{"kind":"power"},
       "quantity":{"value":5,"unit":"W"},"source":{"id":"epoch-ml-hardware"},
       "locator":{"place":"x"},"asOf":"2026-01-01","basis":{"kind":"REPORTED"}}""";

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static void assertOnly(
      ValidatableResponse answer, String field, String value, String rule, String remedy) {
    List<Map<String, String>> found =
        answer.statusCode(400).contentType(Problem.MEDIA_TYPE).extract().path("violations");
    assertThat(found)
        .containsExactly(Map.of("field", field, "value", value, "rule", rule, "remedy", remedy));
  }

  @Test
  void negativeValue_isShownAsItWasSent() {
    assertOnly(
        post("/v1/claims", CLAIM.replace("\"value\":5", "\"value\":-5")),
        "quantity.value",
        "-5",
        "must be above 0, at most 1000000000000, with at most 9 decimals",
        "send what the source says; if it says nothing, a reason instead of numbers");
  }

  @Test
  void limitOutOfRange_saysTheRangeAndWhatHappensWithoutIt() {
    assertOnly(
        given().get("/v1/accelerators?limit=1001").then(),
        "limit",
        "1001",
        "must be a whole number from 1 to 1000",
        "use such a number and page on by cursor, or leave it out to get 100");
  }

  @Test
  void unknownIdInABody_isAViolationWithTheNearestIds() {
    assertOnly(
        post("/v1/claims", CLAIM.replace("amd-mi250", "amd-mi250y")),
        "subject",
        "amd-mi250y",
        "must be the id of something in the catalogue",
        "did you mean amd-mi250 or amd-mi250x or amd-mi210? GET /v1/accelerators, /v1/vendors,"
            + " /v1/systems and so on list all");
    assertOnly(
        post("/v1/comparisons", "{\"accelerators\":[\"amd-mi250\",\"tomato\"]}"),
        "accelerators[1]",
        "tomato",
        "must be the id of an accelerator or a system",
        "GET /v1/accelerators and GET /v1/systems list all");
  }

  @Test
  void unknownAcceleratorInThePath_isNotFoundWithTheNearestIds() {
    given()
        .get("/v1/accelerators/h100")
        .then()
        .statusCode(404)
        .body(
            "detail",
            is(
                "no accelerator has the id \"h100\"; did you mean nvidia-gh100 or"
                    + " nvidia-h100-nvl or nvidia-h100-sxm? GET /v1/accelerators lists all"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "place":"x"        | "place":" "        | locator.place     | ' '
          "place":"x"        | "place":7          | locator.place     | 7
          "place":"x"        | "place":{"a":1}    | locator.place     | {
          "asOf":"2026-01-01" | "asOf":2026       | asOf              | 2026
          "kind":"power"     | "kind":"pwer"      | attribute.kind    | pwer
          "unit":"W"         | "unit":"Watt"      | quantity.unit     | Watt
          "asOf":"2026-01-01" | "asOf":"2026-13"  | asOf              | 2026-13
          "asOf":"2026-01-01" | "asOf":"2999"     | asOf              | 2999
          "kind":"REPORTED"  | "kind":"REPORTD"   | basis.kind        | REPORTD
          "kind":"REPORTED"  | "kind":"CORRECTED","why":"x" | basis.corrects | null
          "kind":"REPORTED"  | "kind":"REPORTED","why":"x"  | basis.why      | x
          "kind":"REPORTED"  | "kind":"CORRECTED","why":"x","corrects":"no.such" | basis.corrects | no.such
          "kind":"power"     | "kind":"power","scope":"DIE" | attribute.scope | DIE
          "epoch-ml-hardware" | "Epoch"           | source.id         | Epoch
          "epoch-ml-hardware" | "epoch-ml"        | source.id         | epoch-ml
          "epoch-ml-hardware" | "s-1","title":"T","publisher":"P","tier":"PRESS" | source.date | null
          "epoch-ml-hardware" | "epoch-ml-hardware","url":"ftp://x" | source.url | ftp://x
          """)
  void oneWrongField_isNamedByItsPathInTheBody(
      String right, String wrong, String field, String value) {
    List<Map<String, String>> found =
        post("/v1/claims", CLAIM.replace(right, wrong))
            .statusCode(400)
            .extract()
            .path("violations");
    assertThat(found).first().satisfies(v -> assertThat(v).containsEntry("field", field));
    assertThat(found).first().satisfies(v -> assertThat(v).containsEntry("value", value));
  }

  @Test
  void everythingLeftOut_isToldInTheOrderOfTheFields() {
    assertThat(post("/v1/claims", "{}").extract().<List<String>>path("violations.field"))
        .containsExactly("asOf", "attribute", "basis", "locator", "quantity", "source", "subject");
    assertThat(post("/v1/comparisons", "").extract().<List<String>>path("violations.field"))
        .containsExactly("(body)");
    assertThat(
            post("/v1/comparisons", "{\"accelerators\":[\"amd-mi250\",\" \"]}")
                .extract()
                .<List<String>>path("violations.field"))
        .containsExactly("accelerators[1]");
  }

  @ParameterizedTest
  @CsvSource({"8000.5, 8000.5", "'\"8\"', 8", "true, true", "[], [", "0, 0"})
  void countOfAnotherKind_isShownAsItWasSent(String count, String shown) {
    List<Map<String, String>> found =
        post(
                "/v1/equivalences",
                "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":"
                    + count
                    + "},\"to\":\"amd-mi250\",\"precision\":\"FP16\"}")
            .statusCode(400)
            .extract()
            .path("violations");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst()).containsEntry("field", "from.count").containsEntry("value", shown);
  }

  @Test
  void sourceThatNobodyCouldFind_isRefused() {
    String source =
        """
        {"id":"s-2","title":"A list","publisher":"unknown","tier":"PRESS","date":"2024"}""";
    post("/v1/claims", CLAIM.replace("{\"id\":\"epoch-ml-hardware\"}", source))
        .statusCode(400)
        .body("violations[0].field", is("source"))
        .body("violations[0].value", is("s-2"))
        .body("violations[0].rule", is("SourceIsFindable"));
  }
}
