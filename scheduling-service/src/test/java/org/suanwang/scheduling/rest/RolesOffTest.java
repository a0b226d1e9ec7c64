package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** As the service is shipped: nobody is asked who they are. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class RolesOffTest {
  @Test
  void readWithoutAToken_isAnswered() {
    given().get("/v1/policies").then().statusCode(200);
  }

  @Test
  void tokenThatNobodyAskedFor_isNoError() {
    given().header("Authorization", "Bearer x").get("/v1/policies").then().statusCode(200);
    given().header("Authorization", "Basic eDp4").get("/v1/policies").then().statusCode(200);
  }
}
