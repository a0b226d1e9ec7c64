package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** The committed contract is the served one. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class OpenApiTest {
  private static final Path CONTRACT = Path.of("docs", "openapi.yaml");
  private static final String UPDATE = "suanwang.openapi.update";

  @Test
  void committedContract_isWhatIsServed() throws IOException {
    String served = given().accept("application/yaml").get("/q/openapi").asString();
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(CONTRACT, served);
    }
    assertThat(Files.readString(CONTRACT))
        .as("docs/openapi.yaml; if the change is meant, run mvn test with -D%s=true", UPDATE)
        .isEqualTo(served);
  }

  @Test
  void everyJsonBodyAndAnswer_hasAnExample() throws IOException {
    JsonNode api =
        new ObjectMapper()
            .readTree(given().accept("application/json").get("/q/openapi").asByteArray());
    var contents = new LinkedHashMap<String, JsonNode>();
    for (var path : api.path("paths").properties()) {
      for (var call : path.getValue().properties()) {
        String name = call.getKey() + " " + path.getKey();
        contents.put(name, call.getValue().path("requestBody"));
        call.getValue().path("responses").properties().stream()
            .filter(answer -> answer.getKey().startsWith("2"))
            .forEach(answer -> contents.put(name + " " + answer.getKey(), answer.getValue()));
      }
    }
    assertThat(contents).hasSizeGreaterThan(10);
    contents.forEach(
        (name, body) -> {
          JsonNode json = body.path("content").path("application/json");
          assertThat(json.isMissingNode() || json.path("examples").size() > 0).as(name).isTrue();
        });
  }

  @Test
  void everyOperation_hasASummaryATagAndAnExample() {
    var api = given().accept("application/json").get("/q/openapi").jsonPath();
    api.<Map<String, Map<String, Object>>>get("paths")
        .forEach(
            (path, methods) ->
                methods.forEach(
                    (method, operation) -> {
                      String text = String.valueOf(operation);
                      assertThat(text).as(method + " " + path).contains("summary=", "tags=");
                      assertThat(text).as(method + " " + path).contains("examples=");
                    }));
  }
}
