package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Decisions explained over REST. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class DecisionCallTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":3,"
          + "\"devicesPerNode\":4}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String JOBS =
      "{\"name\":\"w\",\"jobs\":["
          + "{\"id\":\"first\",\"device\":\"d\",\"devicesPerTask\":3,\"devices\":3,\"durationHours\":10},"
          + "{\"id\":\"wide\",\"device\":\"d\",\"tasks\":3,\"devicesPerTask\":4,\"durationHours\":1},"
          + "{\"id\":\"small\",\"device\":\"d\",\"devices\":1,\"durationHours\":1}]}";

  private static String run(String policy) throws InterruptedException {
    return run(JOBS, policy);
  }

  private static String run(String jobs, String policy) throws InterruptedException {
    String id =
        Calls.simulation(
            Calls.created("/v1/fleets", FLEET), Calls.created("/v1/workloads", jobs), policy, "");
    Calls.completed(id);
    return "/v1/simulations/" + id + "/decisions";
  }

  @Test
  void start_isToldWithItsNodeAndTheRunnersUp() throws InterruptedException {
    Calls.get(run("fifo-best-fit") + "?job=first&top=1")
        .statusCode(200)
        .body("policy", equalTo("fifo-best-fit"))
        .body("job.id", equalTo("first"))
        .body("job.state", equalTo("COMPLETED"))
        .body("decisions.items", hasSize(1))
        .body("decisions.nextCursor", nullValue())
        .body("decisions.items[0].timeSeconds", equalTo(0))
        .body("decisions.items[0].sequence", notNullValue())
        .body("decisions.items[0].waiting", nullValue())
        .body("decisions.items[0].start.chosen[0].node", equalTo(0))
        .body("decisions.items[0].start.chosen[0].rank", equalTo(1))
        .body(
            "decisions.items[0].start.chosen[0].parts.name",
            contains("free-device-capacity", "free-cpu"))
        .body("decisions.items[0].start.runnersUp", hasSize(1))
        .body("decisions.items[0].start.runnersUp[0].rank", equalTo(2))
        .body("decisions.items[0].start.candidates", equalTo(3))
        .body("decisions.items[0].nodes.filters", contains("fits-node"));
  }

  @Test
  void wait_isToldWithWhoIsAheadAndWhatIsShort() throws InterruptedException {
    String path = run("fifo-best-fit");
    Calls.get(path + "?job=wide")
        .body("decisions.items[0].waiting.reason", equalTo("INSUFFICIENT_DEVICES"))
        .body("decisions.items[0].waiting.meaning", notNullValue())
        .body("decisions.items[0].waiting.holders[0].job", equalTo("first"))
        .body("decisions.items[0].waiting.holders[0].expectedEndSeconds", equalTo(36_000))
        .body("decisions.items[0].nodes.refused.ground", contains("INSUFFICIENT_DEVICES"))
        .body("decisions.items[0].nodes.refused[0].nodes", equalTo(1))
        .body("decisions.items[0].nodes.hubs[0].nodesThatFit", equalTo(2))
        .body("decisions.items[1].start.nodesChosen", equalTo(3))
        .body("decisions.items[1].start.freedBy[0].job", equalTo("first"));
    Calls.get(path + "?job=small")
        .body("decisions.items[0].waiting.reason", equalTo("WAITING_BEHIND_HEAD"))
        .body("decisions.items[0].queue.ahead", equalTo(1))
        .body("decisions.items[0].queue.firstAhead.job", contains("wide"));
    Calls.get(path + "?job=small&top=0")
        .body("decisions.items[0].queue.ahead", equalTo(1))
        .body("decisions.items[0].queue.firstAhead", hasSize(0));
  }

  /** With another that is longer than it, and so would delay the head beyond 36,000. */
  @Test
  void jobBehindAReservation_isToldWhoseItIsAndFromWhen() throws InterruptedException {
    String jobs =
        JOBS.replace(
            "]}", ",{\"id\":\"long\",\"device\":\"d\",\"devices\":1,\"durationHours\":99}]}");
    Calls.get(run(jobs, "fifo-easy-best-fit") + "?job=long")
        .body("decisions.items[0].waiting.reason", equalTo("BEHIND_RESERVATION"))
        .body("decisions.items[0].waiting.reservation.job", equalTo("wide"))
        .body("decisions.items[0].waiting.reservation.startSeconds", equalTo(36_000));
  }

  /** All is saved at the preemption, so both lose nothing, and the one that started last goes. */
  @Test
  void jobThatGaveWay_isToldForWhomAndWhoWasSpared() throws InterruptedException {
    String job =
        "{\"id\":\"%s\",\"device\":\"d\",\"tasks\":%d,\"devicesPerTask\":4,"
            + "\"durationHours\":10,\"priority\":%d,\"submitAt\":\"2025-01-01T0%d:00:00Z\"}";
    String jobs =
        "{\"name\":\"w\",\"jobs\":["
            + String.join(
                ",",
                job.formatted("sooner", 2, 0, 0),
                job.formatted("later", 1, 0, 1),
                job.formatted("high", 1, 5, 2))
            + "]}";
    Calls.get(run(jobs, "priority-preempt-first-fit") + "?job=later")
        .body("decisions.items[0].interruption", nullValue())
        .body("decisions.items[1].waiting.since", equalTo("PREEMPTED"))
        .body("decisions.items[1].interruption.preemptedFor", equalTo("high"))
        .body("decisions.items[1].interruption.lostSeconds", equalTo(0))
        .body("decisions.items[1].interruption.chosenBy.turn", equalTo(0))
        .body("decisions.items[1].interruption.chosenBy.unsavedDeviceSeconds", equalTo(0f))
        .body("decisions.items[1].interruption.runnersUp.job", contains("sooner"))
        .body("decisions.items[1].interruption.runnersUp[0].startSeconds", equalTo(0))
        .body("decisions.items[1].interruption.runnersUpCount", equalTo(1));
  }

  /** Three of twelve devices for a queue to which half of all is due. */
  @Test
  void start_isToldWithTheTurnsOfTheQueues() throws InterruptedException {
    String jobs =
        JOBS.replace("{\"id\":\"first\"", "{\"tenant\":\"A\",\"id\":\"first\"")
            .replace("{\"id\":\"wide\"", "{\"tenant\":\"A\",\"id\":\"wide\"")
            .replace("{\"id\":\"small\"", "{\"tenant\":\"B\",\"id\":\"small\"");
    Calls.get(run(jobs, "drf-fifo-first-fit") + "?job=small")
        .body("decisions.items[0].start", notNullValue())
        .body("decisions.items[0].queues.path", contains("B", "A"))
        .body("decisions.items[0].queues.value", contains(0.0f, 0.5f))
        .body("decisions.items[0].queues.waiting", contains(1, 1));
  }

  /** Two that want all twelve devices for an hour: half of the time each. */
  @Test
  void jobThatWaitsForItsRound_isToldItsShare() throws InterruptedException {
    String job =
        "{\"id\":\"%s\",\"device\":\"d\",\"tasks\":3,\"devicesPerTask\":4,\"durationHours\":1}";
    String jobs =
        "{\"name\":\"w\",\"jobs\":[" + job.formatted("one") + "," + job.formatted("two") + "]}";
    Calls.get(run(jobs, "gavel-las-rounds-first-fit") + "?job=two")
        .body("decisions.items[0].waiting.reason", equalTo("NOT_ITS_ROUND"))
        .body("decisions.items[0].waiting.rounds.hub", contains("h"))
        .body("decisions.items[0].waiting.rounds.deviceType", contains("d"))
        .body("decisions.items[0].waiting.rounds[0].share.toDouble()", closeTo(0.5, 0.001))
        .body("decisions.items[0].waiting.rounds[0].receivedSeconds", equalTo(0.0f));
  }

  @Test
  void decisions_arePaged() throws InterruptedException {
    String path = run("fifo-best-fit") + "?job=wide";
    JsonPath first = Calls.get(path + "&limit=1").statusCode(200).extract().jsonPath();
    assertThat(first.getList("decisions.items")).hasSize(1);
    assertThat(first.getString("decisions.nextCursor")).isEqualTo("1");
    Calls.get(path + "&limit=1&cursor=1")
        .body("decisions.items", hasSize(1))
        .body("decisions.items[0].start", notNullValue())
        .body("decisions.nextCursor", nullValue());
    Calls.get(path + "&cursor=9223372036854775807")
        .statusCode(200)
        .body("decisions.items", hasSize(0));
  }

  @Test
  void jobOrRunThatIsNot_isNotFound() throws InterruptedException {
    Calls.get(run("fifo-first-fit") + "?job=nobody")
        .statusCode(404)
        .contentType(PROBLEM)
        .body("detail", containsString("nobody"));
    Calls.get("/v1/simulations/none/decisions?job=a").statusCode(404).contentType(PROBLEM);
  }

  @Test
  void runThatIsNotCompleted_isAConflict() throws InterruptedException {
    String id =
        Calls.simulation(
            Calls.created("/v1/fleets", FLEET),
            Calls.created("/v1/workloads", JOBS),
            "fifo-first-fit",
            ",\"eventsMax\":2");
    Calls.finished(id);
    Calls.get("/v1/simulations/" + id + "/decisions?job=first")
        .statusCode(409)
        .contentType(PROBLEM)
        .body("detail", containsString("FAILED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top=-1",
        "top=21",
        "top=1.5",
        "top=%00",
        "limit=0",
        "limit=101",
        "limit=x",
        "cursor=-1",
        "cursor=9223372036854775808"
      })
  void numberOutOfRange_isToldByItsName(String query) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/simulations/none/decisions?job=a&" + query)
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", hasItem(query.substring(0, query.indexOf('='))));
  }

  @Test
  void jobThatIsNoName_isRefused() {
    for (String query :
        new String[] {"", "?job=", "?job=%20", "?job=a%00", "?job=" + "x".repeat(201)}) {
      given()
          .urlEncodingEnabled(false)
          .get("/v1/simulations/none/decisions" + query)
          .then()
          .statusCode(400)
          .contentType(PROBLEM)
          .body("violations[0].field", equalTo("job"));
    }
  }
}
