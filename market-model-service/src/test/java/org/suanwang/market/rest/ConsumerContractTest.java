package org.suanwang.market.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.market.rest.EvaluationResourceTest.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
 * The answers with which the scheduling service tests itself are answers of this service. What an
 * example mentions must be answered, value for value; what it leaves out is free.
 */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class ConsumerContractTest {
  private static final Path SCHEDULING =
      Path.of("..", "scheduling-service", "src", "test", "resources", "contracts", "market");
  private static final String REQUEST = ".request.json";
  private static final String RESPONSE = ".response.json";

  /** What every other version of the data changes. */
  private static final Set<String> PASSING = Set.of("version", "catalogVersion");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void examplesOfScheduling_areAnsweredValueForValue() throws IOException {
    var faults = new ArrayList<String>();
    for (Path request : requests()) {
      String name = request.getFileName().toString().replace(REQUEST, "");
      Path response = request.resolveSibling(name + RESPONSE);
      assertThat(response).as("the consumer's example").isRegularFile();
      compare(name, JSON.readTree(Files.readString(response)), answer(name, request), faults);
    }
    assertThat(faults).as("differences of the consumer's examples from real answers").isEmpty();
  }

  /** {@code demand-inference.request.json} is a body of {@code POST /v1/demands}. */
  private static JsonNode answer(String name, Path request) throws IOException {
    String path = "/v1/" + name.replaceAll("-.*", "") + "s";
    return JSON.readTree(
        post(path, Files.readString(request)).statusCode(200).extract().asString());
  }

  /** Missing examples are a failure: a contract that nobody reads protects nobody. */
  private static List<Path> requests() throws IOException {
    assertThat(SCHEDULING)
        .as("the consumer's examples; this test runs in a checkout of the whole repository")
        .isDirectory();
    try (Stream<Path> all = Files.list(SCHEDULING)) {
      List<Path> found = all.filter(file -> file.toString().endsWith(REQUEST)).sorted().toList();
      assertThat(found).as("examples *%s in %s", REQUEST, SCHEDULING).isNotEmpty();
      return found;
    }
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
