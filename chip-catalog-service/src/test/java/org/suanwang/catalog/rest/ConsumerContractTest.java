package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/**
 * The answers with which the other services test themselves are answers of this service. What an
 * example mentions must be answered, value for value; what it leaves out is free.
 */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ConsumerContractTest {
  private static final String CONTRACTS = "src/test/resources/contracts/catalog";
  private static final Path MARKET = Path.of("..", "market-model-service", CONTRACTS);
  private static final Path SCHEDULING = Path.of("..", "scheduling-service", CONTRACTS);
  private static final String REQUEST = ".request.json";
  private static final String RESPONSE = ".response.json";
  private static final String ACCELERATOR = "accelerator-";

  /** What every publication changes. */
  private static final Set<String> PASSING = Set.of("catalogVersion");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The market computes with this answer, so every number and word of it must be the real one. */
  @Test
  void equivalenceOfTheMarket_isAnsweredValueForValue() throws IOException {
    var faults = new ArrayList<String>();
    for (Path request : files(MARKET, REQUEST)) {
      String name = request.getFileName().toString().replace(REQUEST, RESPONSE);
      compare(name, read(request.resolveSibling(name)), post(request), faults);
    }
    assertThat(faults).as("differences of the market's examples from real answers").isEmpty();
  }

  /** The market reads whose an accelerator is, and its models cite what it can do. */
  @Test
  void acceleratorsOfTheMarket_areAnsweredValueForValue() throws IOException {
    var faults = new ArrayList<String>();
    for (Path file : files(MARKET, RESPONSE)) {
      String name = file.getFileName().toString();
      if (name.startsWith(ACCELERATOR)) {
        String id = name.substring(ACCELERATOR.length(), name.length() - RESPONSE.length());
        compare(name, read(file), JSON.readTree(get("/v1/accelerators/" + id)), faults);
      }
    }
    assertThat(faults).as("differences of the market's examples from real answers").isEmpty();
  }

  /**
   * Scheduling keeps an excerpt of the list of accelerators: fewer items, fewer fields, but each as
   * it is answered.
   */
  @Test
  void acceleratorsOfScheduling_areAnsweredValueForValue() throws IOException {
    JsonNode real = JSON.readTree(get("/v1/accelerators?limit=1000"));
    var faults = new ArrayList<String>();
    for (Path file : files(SCHEDULING, ".json")) {
      JsonNode example = read(file);
      assertThat(example.path("items")).as("items of %s", file).isNotEmpty();
      compare(file.getFileName().toString(), example, withItemsOf(real, example), faults);
    }
    assertThat(faults).as("differences of scheduling's examples from real answers").isEmpty();
  }

  /** The real page, as it would be if only the example's items were asked for, in its order. */
  private static JsonNode withItemsOf(JsonNode real, JsonNode example) {
    ObjectNode page = real.deepCopy();
    ArrayNode items = page.putArray("items");
    for (JsonNode wanted : example.path("items")) {
      String id = wanted.path("id").asText();
      items.add(
          real.path("items")
              .valueStream()
              .filter(i -> i.path("id").asText().equals(id))
              .findFirst()
              .orElse(JSON.createObjectNode().put("id", "there is no " + id)));
    }
    return page;
  }

  private static String get(String path) {
    return given().get(path).then().statusCode(200).extract().asString();
  }

  private static JsonNode post(Path request) throws IOException {
    String body = Files.readString(request);
    return JSON.readTree(
        given()
            .contentType(ContentType.JSON)
            .body(body)
            .post("/v1/equivalences")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  /** Missing examples are a failure: a contract that nobody reads protects nobody. */
  private static List<Path> files(Path folder, String ending) throws IOException {
    assertThat(folder)
        .as("the consumer's examples; this test runs in a checkout of the whole repository")
        .isDirectory();
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      assertThat(found).as("examples *%s in %s", ending, folder).isNotEmpty();
      return found;
    }
  }

  private static JsonNode read(Path file) throws IOException {
    assertThat(file).as("the consumer's example").isRegularFile();
    return JSON.readTree(Files.readString(file));
  }

  private static void compare(String path, JsonNode example, JsonNode real, List<String> faults) {
    if (example.getNodeType() != real.getNodeType()) {
      faults.add(path + ": " + example.getNodeType() + " expected, is " + real.getNodeType());
    } else if (example.isObject()) {
      compareFields(path, example, real, faults);
    } else if (example.isArray()) {
      compareItems(path, example, real, faults);
    } else if (example.isNumber()
        ? example.decimalValue().compareTo(real.decimalValue()) != 0
        : !example.equals(real)) {
      faults.add(path + ": " + example + " expected, is " + real);
    }
  }

  private static void compareFields(
      String path, JsonNode example, JsonNode real, List<String> faults) {
    for (var field : example.properties()) {
      String inner = path + "." + field.getKey();
      JsonNode there = real.path(field.getKey());
      if (!PASSING.contains(field.getKey())) {
        compare(inner, field.getValue(), there, faults);
      } else if (field.getValue().getNodeType() != there.getNodeType()) {
        faults.add(inner + ": " + there.getNodeType());
      }
    }
  }

  private static void compareItems(
      String path, JsonNode example, JsonNode real, List<String> faults) {
    if (example.size() != real.size()) {
      faults.add(path + ": " + example.size() + " items expected, are " + real.size());
    }
    for (int i = 0; i < example.size(); i++) {
      compare(path + "[" + i + "]", example.get(i), real.path(i), faults);
    }
  }
}
