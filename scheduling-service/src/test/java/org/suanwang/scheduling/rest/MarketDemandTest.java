package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/**
 * The jobs of a real demand of the market are taken as they are. The market's own test asks {@code
 * demand.request.json} and {@code demand-inference.request.json} again and compares its answer with
 * the excerpt kept here.
 */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class MarketDemandTest {
  private static final Path CONTRACTS = Path.of("src/test/resources/contracts/market");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({"demand,10", "demand-inference,26"})
  void jobsOfARealDemand_areAWorkloadOfAsManyDeviceHours(String name, int jobs) throws IOException {
    JsonNode demand = JSON.readTree(Files.readString(CONTRACTS.resolve(name + ".response.json")));
    ObjectNode workload = JSON.createObjectNode().put("name", "demand of the market");
    workload.set("jobs", demand.path("jobs"));

    String id =
        Calls.post("/v1/workloads", workload.toString())
            .statusCode(201)
            .body("namedJobs", equalTo(jobs))
            .body("epoch", equalTo("2025-01-01T00:00:00Z"))
            .extract()
            .path("id");
    double deviceHours =
        Calls.get("/v1/workloads/" + id).extract().jsonPath().getDouble("namedDeviceHours.value");
    assertThat(deviceHours).isEqualTo(demand.at("/totals/deviceHours/value").doubleValue());
  }
}
