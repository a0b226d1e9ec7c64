package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** What is served is what is committed. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class OpenApiContractTest {
  private static final Path COMMITTED = Path.of("docs/openapi.yaml");
  private static final String UPDATE = "suanwang.openapi.update";

  @Test
  void servedContract_isTheCommittedOne() throws IOException {
    String served =
        given().accept("application/yaml").get("/q/openapi").then().extract().asString();
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }
    assertThat(served)
        .as("docs/openapi.yaml is old; run: mvn test -Dtest=OpenApiContractTest -D%s=true", UPDATE)
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void everyOperation_hasSummaryTagAndExample() {
    var paths =
        given()
            .accept("application/json")
            .get("/q/openapi?format=json")
            .then()
            .extract()
            .<java.util.Map<String, java.util.Map<String, java.util.Map<String, Object>>>>path(
                "paths");
    assertThat(paths).isNotEmpty();
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  assertThat(operation).as(path).containsKeys("summary", "tags", "operationId");
                  assertThat(operation.toString()).as(path + " " + method).contains("example");
                }));
  }
}
