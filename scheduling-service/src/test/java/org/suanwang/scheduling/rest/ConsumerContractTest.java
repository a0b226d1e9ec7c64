package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/**
 * The answers with which the market tests itself are answers of this service: its fleet and its
 * workload are kept and simulated here, and what its examples mention must come out, value for
 * value. What they leave out is free.
 */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ConsumerContractTest {
  private static final Path MARKET =
      Path.of("..", "market-model-service", "src", "test", "resources", "contracts", "scheduling");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void simulationOfTheMarket_isAnsweredValueForValue() throws IOException, InterruptedException {
    String fleet = Calls.created("/v1/fleets", text("fleet.request.json"));
    String workload = Calls.created("/v1/workloads", text("workload.request.json"));
    ObjectNode run = (ObjectNode) JSON.readTree(text("simulation.request.json"));
    run.put("fleet", fleet).put("workload", workload);
    String id = Calls.post("/v1/simulations", run.toString()).statusCode(202).extract().path("id");
    Calls.completed(id);

    List<String> faults = new ArrayList<>();
    compare("fleet", "/v1/fleets/" + fleet, faults);
    compare("simulation", "/v1/simulations/" + id, faults);
    assertThat(faults).as("differences of the market's examples from real answers").isEmpty();
  }

  /** A missing example is a failure: a contract that nobody reads protects nobody. */
  private static String text(String name) throws IOException {
    assertThat(MARKET.resolve(name))
        .as("the consumer's example; this test runs in a checkout of the whole repository")
        .isRegularFile();
    return Files.readString(MARKET.resolve(name));
  }

  private static void compare(String name, String path, List<String> faults) throws IOException {
    JsonNode real = JSON.readTree(Calls.get(path).statusCode(200).extract().asString());
    compare(name, JSON.readTree(text(name + ".response.json")), real, faults);
  }

  private static void compare(String path, JsonNode example, JsonNode real, List<String> faults) {
    if (example.getNodeType() != real.getNodeType()) {
      faults.add(path + ": " + example.getNodeType() + " expected, is " + real.getNodeType());
    } else if (example.isContainerNode()) {
      compareParts(path, example, real, faults);
    } else if (example.isNumber()
        ? example.decimalValue().compareTo(real.decimalValue()) != 0
        : !example.equals(real)) {
      faults.add(path + ": " + example + " expected, is " + real);
    }
  }

  private static void compareParts(
      String path, JsonNode example, JsonNode real, List<String> faults) {
    for (var field : example.properties()) {
      String name = field.getKey();
      compare(path + "." + name, field.getValue(), real.path(name), faults);
    }
    if (example.isArray() && example.size() != real.size()) {
      faults.add(path + ": " + example.size() + " items expected, are " + real.size());
    }
    for (int i = 0; example.isArray() && i < example.size(); i++) {
      compare(path + "[" + i + "]", example.get(i), real.path(i), faults);
    }
  }
}
