package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/**
 * Whatever is sent, the answer is a problem that names field and rule; never a 500, never a hang.
 */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class HostileInputTest {
  private static void assertRefused(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 499);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.asString())
        .as("names of Java classes are no business of who calls")
        .doesNotContain("Exception", "\tat ", "org.suanwang", "fasterxml", "java.", "Feature", "`")
        .doesNotContainPattern("[A-Z][A-Za-z]+\\[[a-z]+=");
  }

  private static Response post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "7",
        "\"x\"",
        "{\"from\":null,\"to\":\"a\",\"precision\":\"FP16\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":-1},\"to\":\"amd-mi250\",\"precision\":\"FP16\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":0.5},\"to\":\"amd-mi250\",\"precision\":\"FP16\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":1e400},\"to\":\"amd-mi250\",\"precision\":\"FP16\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":99999999999999999999},\"to\":\"amd-mi250\",\"precision\":\"FP16\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":\"8\"},\"to\":\"amd-mi250\",\"precision\":\"FP16\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":NaN},\"to\":\"amd-mi250\",\"precision\":\"FP16\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":8},\"to\":\"amd-mi250\",\"precision\":\"FP17\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":8},\"to\":\"amd-mi250\",\"precision\":3}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":8},\"to\":\"no-such\",\"precision\":\"FP16\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":8},\"to\":\"amd-mi250\",\"precision\":\"FP16\",\"x\":1}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":8},\"to\":\"amd-mi250\",\"precision\":\"FP16\",\"constraints\":[\"luck\"]}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":8},\"to\":\"amd-mi250\",\"precision\":\"FP16\",\"constraints\":[null]}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":8,\"count\":9},\"to\":\"amd-mi250\",\"precision\":\"FP16\"}",
        "{\"from\":{\"accelerator\":\"nvidia-h100-sxm\",\"count\":8},\"to\":\"amd-mi250\",\"precision\":\"FP16\"} {}",
        "{\"from\":"
      })
  void equivalences_refuseWhatTheyCannotRead(String body) {
    assertRefused(post("/v1/equivalences", body));
  }

  @Test
  void unknownField_isNoFieldOfThisBody() {
    Response answer = post("/v1/comparisons", "{\"accelerators\":[\"a\",\"b\"],\"surprise\":1}");
    assertRefused(answer);
    answer
        .then()
        .body("violations[0].field", is("surprise"))
        .body("violations[0].rule", is("is not a field of this body"))
        .body("violations[0].remedy", is("use one of: accelerators, reference"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8000.5", "\"8\"", "true", "[]"})
  void otherKindOfValue_isToldInTheContractsWords(String count) {
    String from = "{\"accelerator\":\"nvidia-h100-sxm\",\"count\":" + count + "}";
    Response answer =
        post(
            "/v1/equivalences",
            "{\"from\":" + from + ",\"to\":\"amd-mi250\",\"precision\":\"FP16\"}");
    assertRefused(answer);
    answer.then().body("violations[0].rule", is("must be a whole number"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"accelerators\":[]}",
        "{\"accelerators\":[\"amd-mi250\"]}",
        "{\"accelerators\":[\"amd-mi250\",null]}",
        "{\"accelerators\":[\"amd-mi250\",\"no-such\"]}",
        "{\"accelerators\":\"amd-mi250\"}"
      })
  void comparisons_refuseWhatTheyCannotRead(String body) {
    assertRefused(post("/v1/comparisons", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":1e999999999,\"unit\":\"GB\"}",
        "{\"value\":1e-999999999,\"unit\":\"GB\"}",
        "{\"value\":-5,\"unit\":\"GB\"}",
        "{\"value\":0,\"unit\":\"GB\"}",
        "{\"value\":5,\"unit\":\"parsec\"}",
        "{\"value\":5}",
        "{\"unit\":\"GB\"}",
        "{\"low\":5,\"unit\":\"GB\"}",
        "{\"low\":9,\"high\":5,\"unit\":\"GB\"}",
        "{\"value\":5,\"text\":\"five\",\"unit\":\"GB\"}",
        "{\"value\":\"NaN\",\"unit\":\"GB\"}",
        "{\"printed\":\"five\"}",
        "{\"value\":5,\"unit\":\"W\"}",
        "{\"text\":\"much\"}",
        "{\"reason\":\"LAZY\"}",
        "{}",
        "null"
      })
  void claims_refuseQuantitiesThatAreNone(String quantity) {
    String body =
        """
        {"subject":"amd-mi250","attribute":{"kind":"memoryCapacity"},"quantity":%s,
         "source":{"id":"epoch-ml-hardware"},"locator":{"place":"x"},"asOf":"2026-01-01",
         "basis":{"kind":"REPORTED"}}"""
            .formatted(quantity);
    assertRefused(post("/v1/claims", body));
  }

  @Test
  void claims_refuseFutureAndPrehistoricDays() {
    for (String day : new String[] {"2999-01-01", "0001-01-01", "-999999999-01-01", "yesterday"}) {
      String body =
          """
          {"subject":"amd-mi250","attribute":{"kind":"power"},
           "quantity":{"value":5,"unit":"W"},"source":{"id":"epoch-ml-hardware"},
           "locator":{"place":"x"},"asOf":"%s","basis":{"kind":"REPORTED"}}"""
              .formatted(day);
      assertRefused(post("/v1/claims", body));
    }
  }

  @Test
  void deepNestingAndOverlongText_areRefused() {
    assertRefused(post("/v1/comparisons", "[".repeat(5_000)));
    assertRefused(
        post(
            "/v1/comparisons",
            "{\"accelerators\":[\"" + "x".repeat(100_000) + "\",\"amd-mi250\"]}"));
    assertRefused(given().queryParam("q", "x".repeat(3_000)).get("/v1/accelerators"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/accelerators?limit=0",
        "/v1/accelerators?limit=1001",
        "/v1/accelerators?limit=many",
        "/v1/accelerators?limit=99999999999",
        "/v1/accelerators?sort=luck",
        "/v1/accelerators?precision=FP17",
        "/v1/accelerators?cursor=%00",
        "/v1/accelerators?cursor=AAAA",
        "/v1/accelerators/no-such",
        "/v1/accelerators/%2e%2e",
        "/v1/accelerators/no-such/claims",
        "/v1/accelerators/amd-mi250/claims?asOf=2024-02-30",
        "/v1/claims/no-such",
        "/v1/sources/no-such",
        "/v1/findings?severity=BAD",
        "/v1/catalog-versions?cursor=AAAA",
        "/v1/nothing"
      })
  void reads_refuseWhatTheyCannotRead(String path) {
    assertRefused(given().urlEncodingEnabled(false).get(path));
  }

  @Test
  void misspeltParameter_isRefusedWithTheKnownOnesAndTheNearest() {
    Response answer = given().get("/v1/accelerators?limt=5");
    assertRefused(answer);
    answer
        .then()
        .statusCode(400)
        .body("violations.size()", is(1))
        .body("violations[0].field", is("limt"))
        .body("violations[0].value", is("5"))
        .body("violations[0].rule", is("is not a parameter of this call"))
        .body(
            "violations[0].remedy",
            allOf(startsWith("use one of: architecture, "), endsWith("did you mean limit?")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/accelerators?x=1",
        "/v1/accelerators?Limit=1",
        "/v1/accelerators?=1",
        "/v1/accelerators?%00=1",
        "/v1/accelerators?limit=1&limit=2",
        "/v1/accelerators/amd-mi250?asof=2024-03-26",
        "/v1/accelerators?fp16.mim=1",
        "/v1/accelerators?fp16.min=x",
        "/v1/accelerators?fp16.min=2&fp16.max=1",
        "/v1/accelerators?fp16.min=1e999999999",
        "/v1/accelerators?releaseDate.min=2024-13",
        "/v1/accelerators?facets=colour",
        "/v1/accelerators?sort=-fp16,-fp16",
        "/v1/accelerator-fields?x=1",
        "/v1/accelerators/amd-mi250/export-control?on=yesterday",
        "/v1/accelerators/amd-mi250/export-control?destination=China",
        "/v1/accelerators/amd-mi250/export-control?destination=XX",
        "/v1/claims?tier=GOOD",
        "/v1/accelerators/amd-mi250/claims?asof=2024-03-26",
        "/v1/claims/amd-mi250.figure-5.fp16?x=1",
        "/v1/sources?tier=PRESS",
        "/v1/sources/epoch-ml-hardware?x=1",
        "/v1/vendors?nation=CN",
        "/v1/vendors/huawei?x=1",
        "/v1/systems?country=CN",
        "/v1/accelerators/amd-mi250/lineage?x=1",
        "/v1/timeline?since=2024",
        "/v1/findings?rule=SourcesAgree",
        "/v1/catalog-versions?since=2024"
      })
  void parametersThatACallDoesNotKnow_areRefused(String path) {
    assertRefused(given().urlEncodingEnabled(false).get(path));
  }

  @Test
  void callWithoutParameters_saysSo() {
    Response answer =
        given().contentType(ContentType.JSON).body("{}").post("/v1/claims?dryRun=true");
    assertRefused(answer);
    answer
        .then()
        .statusCode(400)
        .body("violations[0].field", is("dryRun"))
        .body("violations[0].remedy", is("this call takes no parameters"));
  }

  @Test
  void unknownParameter_isRefusedEvenWhenTheVersionIsKnown() {
    String tag = given().get("/v1/accelerators").header("ETag");
    given().header("If-None-Match", tag).get("/v1/accelerators?limt=5").then().statusCode(400);
  }

  @Test
  void management_takesWhatParametersItLikes() {
    given().get("/q/openapi?format=json&x=1").then().statusCode(200);
    given().get("/q/health/ready?x=1").then().statusCode(200);
  }

  @Test
  void wrongMediaTypeAndMethod_areTold() {
    assertRefused(given().contentType("text/plain").body("x").post("/v1/equivalences"));
    given().delete("/v1/accelerators").then().statusCode(405).body("status", is(405));
  }

  @Test
  void controlCharactersInText_areRefusedOrStored() {
    String body =
        """
        {"subject":"amd-mi250","attribute":{"kind":"power"},
         "quantity":{"value":5,"unit":"W"},"qualifier":"a\\u0000b",
         "source":{"id":"epoch-ml-hardware"},
         "locator":{"place":"x"},"asOf":"2026-01-01","basis":{"kind":"REPORTED"}}""";
    assertRefused(post("/v1/claims", body));
  }

  @Test
  void bytesThatAreNoText_mustBeTextInUtf8() {
    byte[] beginsLikeUtf32 = {0, 0, (byte) 0xfe, (byte) 0xff, 0, 0x11, 0, 0};
    Response answer =
        given().contentType(ContentType.JSON).body(beginsLikeUtf32).post("/v1/equivalences");
    assertRefused(answer);
    answer.then().statusCode(400).body("violations[0].rule", is("must be text in UTF-8"));
  }
}
