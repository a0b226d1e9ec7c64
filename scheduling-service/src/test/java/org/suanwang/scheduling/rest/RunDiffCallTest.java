package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Two simulations compared over REST. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class RunDiffCallTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":1,"
          + "\"devicesPerNode\":4}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String QUEUE =
      "{\"name\":\"w\",\"jobs\":["
          + "{\"id\":\"runs\",\"device\":\"d\",\"devicesPerTask\":3,\"devices\":3,\"durationHours\":10},"
          + "{\"id\":\"large\",\"device\":\"d\",\"devicesPerTask\":4,\"devices\":4,\"durationHours\":1},"
          + "{\"id\":\"small\",\"device\":\"d\",\"devices\":1,\"durationHours\":1},"
          + "{\"id\":\"long\",\"device\":\"d\",\"devices\":1,\"durationHours\":50}]}";

  private static String run(String fleet, String workload, String policy, String more)
      throws InterruptedException {
    String id = Calls.simulation(fleet, workload, policy, more);
    Calls.completed(id);
    return id;
  }

  private static String diff(String base, String other, String more) {
    return "/v1/simulations/" + base + "/diff?with=" + other + more;
  }

  @Test
  void jobsThatMoved_areToldWithTheirCauses() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", QUEUE);
    String base = run(fleet, workload, "fifo-first-fit", "");
    String other = run(fleet, workload, "fifo-skip-first-fit", "");
    Calls.get(diff(base, other, ""))
        .statusCode(200)
        .body("base.id", equalTo(base))
        .body("other.policy", equalTo("fifo-skip-first-fit"))
        .body("jobs", equalTo(4))
        .body("jobsMoved", equalTo(3))
        .body("causes.cause", contains("PASSED", "BACKFILLED"))
        .body("causes[0].later", equalTo(1))
        .body("causes[1].earlier", equalTo(2))
        .body("moves.items[0].job", equalTo("large"))
        .body("moves.items[0].base.startSeconds", equalTo(36_000))
        .body("moves.items[0].other.startSeconds", equalTo(183_600))
        .body("moves.items[0].difference.startSeconds", equalTo(147_600))
        .body("moves.items[0].moveSeconds", equalTo(147_600))
        .body("moves.items[0].other.passedBy", equalTo(2))
        .body("moves.items[1].job", equalTo("small"))
        .body("moves.items[1].other.passedOthers", equalTo(true))
        .body("moves.nextCursor", nullValue())
        .body("metrics.makespanSeconds.moreIsBetter", equalTo(false))
        .body("firstDivergence.base.kind", equalTo("FINISHED"))
        .body("firstDivergence.other.kind", equalTo("STARTED"))
        .body("firstDivergence.other.job", equalTo("small"));
    JsonPath metrics = Calls.get(diff(base, other, "&limit=1")).extract().jsonPath();
    assertThat(metrics.getDouble("metrics.waitSecondsMean.difference"))
        .isEqualTo(
            metrics.getDouble("metrics.waitSecondsMean.other")
                - metrics.getDouble("metrics.waitSecondsMean.base"));
  }

  @Test
  void moves_arePagedAndChosenByCause() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", QUEUE);
    String base = run(fleet, workload, "fifo-first-fit", "");
    String other = run(fleet, workload, "fifo-skip-first-fit", "");
    List<String> jobs = new ArrayList<>();
    String cursor = "0";
    while (cursor != null) {
      JsonPath page =
          Calls.get(diff(base, other, "&limit=1&cursor=" + cursor)).extract().jsonPath();
      jobs.addAll(page.getList("moves.items.job"));
      cursor = page.getString("moves.nextCursor");
    }
    assertThat(jobs).containsExactly("large", "small", "long");
    Calls.get(diff(base, other, "&cause=BACKFILLED&limit=1"))
        .body("moves.items.job", contains("small"))
        .body("moves.nextCursor", equalTo("1"))
        .body("jobsMoved", equalTo(3));
    Calls.get(diff(base, other, "&cause=BACKFILLED&cursor=1"))
        .body("moves.items.job", contains("long"))
        .body("moves.nextCursor", nullValue());
    Calls.get(diff(base, other, "&cause=FAILED")).body("moves.items", hasSize(0));
    Calls.get(diff(base, other, "&cursor=9223372036854775807"))
        .statusCode(200)
        .body("moves.items", hasSize(0));
    Calls.get(diff(base, other, "&cause=BACKFILED"))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", equalTo("cause"))
        .body("violations[0].remedy", containsString("did you mean BACKFILLED"));
  }

  @Test
  void runBesideItself_differsNowhere() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String id = run(fleet, Calls.created("/v1/workloads", QUEUE), "fifo-first-fit", "");
    Calls.get(diff(id, id, ""))
        .statusCode(200)
        .body("jobsMoved", equalTo(0))
        .body("causes", hasSize(0))
        .body("firstDivergence", nullValue());
  }

  @Test
  void otherThatDoesNotFit_isRefusedWithTheReason() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", QUEUE);
    String base = run(fleet, workload, "fifo-first-fit", "");
    String elsewhere = Calls.created("/v1/workloads", QUEUE);
    String other = run(fleet, elsewhere, "fifo-first-fit", "");
    Calls.get(diff(base, other, ""))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", equalTo("with"))
        .body("violations[0].value", equalTo(other))
        .body("violations[0].rule", containsString(elsewhere))
        .body("violations[0].remedy", containsString(workload));
    Calls.get("/v1/simulations/" + base + "/diff")
        .statusCode(400)
        .body("violations[0].field", equalTo("with"));
    Calls.get(diff(base, "none", "")).statusCode(404).contentType(PROBLEM);
    Calls.get(diff("none", base, "")).statusCode(404).contentType(PROBLEM);
    given()
        .urlEncodingEnabled(false)
        .get(diff(base, "a%00", ""))
        .then()
        .statusCode(400)
        .contentType(PROBLEM);
    Calls.get(diff(base, "x".repeat(3000), "")).statusCode(400).contentType(PROBLEM);
  }

  @Test
  void generatedJobsDrawnOtherwise_areRefusedByTheFirstThatDiffers() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String drawn =
        Calls.created("/v1/workloads", "{\"name\":\"d\",\"background\":{\"jobs\":50,\"days\":1}}");
    String skip = ",\"onNeverFits\":\"SKIP\"";
    String base = run(fleet, drawn, "fifo-first-fit", ",\"seed\":1" + skip);
    String other = run(fleet, drawn, "fifo-first-fit", ",\"seed\":2" + skip);
    String same = run(fleet, drawn, "fifo-easy-first-fit", ",\"seed\":1" + skip);
    Calls.get(diff(base, other, ""))
        .statusCode(400)
        .body("violations[0].rule", containsString("the first that differs is job background-"))
        .body("violations[0].remedy", containsString("same seed and fleet"));
    Calls.get(diff(base, same, "")).statusCode(200);
  }

  @Test
  void runThatIsNotCompleted_isAConflict() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", QUEUE);
    String base = run(fleet, workload, "fifo-first-fit", "");
    String failed = Calls.simulation(fleet, workload, "fifo-first-fit", ",\"eventsMax\":2");
    Calls.finished(failed);
    for (String path : List.of(diff(base, failed, ""), diff(failed, base, ""))) {
      Calls.get(path)
          .statusCode(409)
          .contentType(PROBLEM)
          .body("detail", containsString(failed + " is FAILED"));
    }
  }
}
