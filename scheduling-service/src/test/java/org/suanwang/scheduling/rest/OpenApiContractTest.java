package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** The committed description of the API is the one that is served. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class OpenApiContractTest {
  private static final Path COMMITTED = Path.of("docs", "openapi.yaml");

  @Test
  void servedDescription_isTheCommittedOne() throws IOException {
    String served = given().when().get("/q/openapi").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("suanwang.openapi.update")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }
    assertThat(served)
        .as(
            "docs/openapi.yaml is old: run this test with -Dsuanwang.openapi.update=true, commit it")
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void everyBodyAndAnswer_hasAnExample() {
    JsonNode api = given().get("/q/openapi?format=json").then().extract().as(JsonNode.class);
    var without = new ArrayList<String>();
    for (var path : api.path("paths").properties()) {
      for (var call : path.getValue().properties()) {
        String name = call.getKey() + " " + path.getKey();
        addIfBare(name, call.getValue().path("requestBody"), without);
        call.getValue().path("responses").properties().stream()
            .filter(answer -> answer.getKey().startsWith("2"))
            .forEach(a -> addIfBare(name + " " + a.getKey(), a.getValue(), without));
      }
    }
    assertThat(api.path("paths").size()).isGreaterThan(10);
    assertThat(without).isEmpty();
  }

  private static void addIfBare(String name, JsonNode body, List<String> without) {
    for (JsonNode content : body.path("content")) {
      if (content.path("examples").isEmpty()) {
        without.add(name);
      }
    }
  }

  @Test
  void everyOperation_hasASummaryAndATag() {
    var paths = given().when().get("/q/openapi?format=json").then().extract().jsonPath();
    paths
        .<String, Object>getMap("paths")
        .keySet()
        .forEach(
            path ->
                paths
                    .<String, Object>getMap("paths.'" + path + "'")
                    .keySet()
                    .forEach(
                        method -> {
                          String at = "paths.'" + path + "'." + method;
                          assertThat(paths.getString(at + ".summary")).as(at).isNotBlank();
                          assertThat(paths.getList(at + ".tags")).as(at).isNotEmpty();
                        }));
  }
}
