package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Details of a run that takes longer than anybody waits. */
@QuarkusTest
@TestProfile(LongReplayTest.NobodyWaits.class)
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class LongReplayTest {
  /** Callers are told at once to ask again. */
  public static final class NobodyWaits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("suanwang.replay.seconds-max", "0");
    }
  }

  /** Asks again as long as it is told to. */
  private static JsonPath asked(String path) throws InterruptedException {
    while (true) {
      ValidatableResponse answer = Calls.get(path);
      if (answer.extract().statusCode() != 503) {
        return answer.statusCode(200).extract().jsonPath();
      }
      answer.contentType(Problem.MEDIA_TYPE).header("Retry-After", "5");
      Thread.sleep(20);
    }
  }

  @Test
  void detailsOfALongRun_areThereForWhoAsksAgain() throws InterruptedException {
    String fleet =
        Calls.created(
            "/v1/fleets",
            "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":50,"
                + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}");
    String workload =
        Calls.created(
            "/v1/workloads",
            "{\"name\":\"w\",\"background\":{\"seed\":1,\"jobs\":5000,\"days\":20}}");
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    String other = Calls.simulation(fleet, workload, "fifo-best-fit", "");
    Calls.completed(id);
    Calls.completed(other);
    String path = "/v1/simulations/" + id;
    Calls.get(path + "/jobs?limit=1")
        .statusCode(503)
        .body("detail", containsString("it goes on: ask again"));
    String job = asked(path + "/jobs?limit=1").getString("items[0].id");
    List<Object> events = asked(path + "/events?limit=7&cursor=10000").getList("items");
    assertThat(events).hasSize(7);
    assertThat(asked(path + "/decisions?job=" + job).getList("decisions.items")).isNotEmpty();
    assertThat(asked(path + "/diff?with=" + other + "&limit=1").getList("causes")).isNotNull();
  }
}
