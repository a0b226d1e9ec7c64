package org.suanwang.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/**
 * The example answers of the contract are real: each is compared, field by field, with what is
 * answered now. Values may differ (other tests add claims); names and kinds may not.
 */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ContractExamplesTest {
  private static final Path FOLDER = Path.of("src/main/resources/openapi-examples");
  private static final int LONG = 30;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Test
  void examples_haveTheShapeOfRealAnswers() throws IOException {
    for (var call : ExampleCalls.calls().entrySet()) {
      Response answer = call.getValue().get();
      assertThat(answer.statusCode()).as(call.getKey()).isEqualTo(200);
      JsonNode real = JSON.readTree(answer.asString());
      Path file = FOLDER.resolve(call.getKey() + ".json");
      if (Boolean.getBoolean("suanwang.openapi.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, JSON.writeValueAsString(concise(real)) + "\n");
      }
      assertThat(ExampleShape.of(JSON.readTree(Files.readString(file))))
          .as(call.getKey() + ": renew with -Dsuanwang.openapi.update=true")
          .isEqualTo(ExampleShape.of(real));
    }
  }

  /** Of long lists only the items that show something new, so that examples can be read. */
  private static JsonNode concise(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(e -> e.setValue(concise(e.getValue())));
    } else if (node instanceof ArrayNode array && array.size() > LONG) {
      Set<String> seen = new TreeSet<>();
      ArrayNode kept = JSON.createArrayNode();
      array.forEach(
          item -> {
            if (seen.addAll(ExampleShape.of(item))) {
              kept.add(item);
            }
          });
      return kept;
    }
    return node;
  }
}
