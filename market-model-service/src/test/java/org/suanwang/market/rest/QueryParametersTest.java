package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** A call answers to the parameters it knows, and says so of all others. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class QueryParametersTest {
  private static ValidatableResponse refused(ValidatableResponse answer) {
    return answer.statusCode(400).contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/models", "/v1/models/dongwu-2024/findings"})
  void unknownParameter_isRefusedWithTheKnownOnes(String path) {
    refused(given().get(path + "?limt=5&limit=5").then())
        .body("violations", hasSize(1))
        .body("violations[0].field", equalTo("limt"))
        .body("violations[0].value", equalTo("5"))
        .body("violations[0].rule", equalTo("is not a parameter of this call"))
        .body("violations[0].remedy", equalTo("use one of: cursor, limit"));
  }

  @Test
  void callWithoutParameters_saysSo() {
    refused(given().get("/v1/models/dongwu-2024?full=true").then())
        .body("violations[0].remedy", equalTo("this call takes no parameters"));
    for (String path :
        new String[] {"models", "evaluations", "explanations", "demands", "reconciliations"}) {
      var post = given().contentType(ContentType.JSON).body("{}").post("/v1/" + path + "?dry");
      refused(post.then())
          .body("violations.field", contains("dry"))
          .body("violations[0].remedy", equalTo("this call takes no parameters"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "x",
    "''",
    "-1",
    "0",
    "1001",
    "99999999999",
    "99999999999999999999999",
    "1.5",
    "１",
    "0x1",
    "1e1",
    "%00"
  })
  void limitThatIsNone_isRefused(String limit) {
    for (String path : new String[] {"/v1/models", "/v1/models/dongwu-2024/findings"}) {
      refused(given().urlEncodingEnabled(false).get(path + "?limit=" + limit).then())
          .body("violations", hasSize(1))
          .body("violations[0].field", equalTo("limit"))
          .body("violations[0].rule", equalTo("must be a whole number from 1 to 1000"))
          .body("violations[0].remedy", equalTo("leave it out for 100"));
    }
  }

  @Test
  void everythingWrong_isToldAtOnce() {
    refused(given().get("/v1/models?limit=x&b=1&a=2&cursor=0&cursor=1").then())
        .body("violations.field", contains("a", "b", "cursor", "limit"))
        .body("violations[2].rule", equalTo("must be given once"));
  }

  @Test
  void platformsOwnAddresses_stayAsTheyAre() {
    given().get("/q/health/ready?verbose").then().statusCode(200);
    given().get("/q/openapi?format=json").then().statusCode(200);
  }
}
