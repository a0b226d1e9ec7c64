package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Lists of orders and of weighted scores in composed policies, over REST. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class PolicyListsTest {
  private static final String FLEET =
      """
      {"name":"one","hubs":[{"id":"h","pools":[{"deviceType":"a","nodes":1,"devicesPerNode":1}]}],
       "deviceTypes":[{"id":"a"}]}""";

  /**
   * When the first ends, at 10, the urgent come before the other, and the short before the long.
   */
  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"first","device":"a","devices":1,"durationSeconds":10,"submitSeconds":0},
       {"id":"other","device":"a","devices":1,"durationSeconds":1,"submitSeconds":1},
       {"id":"long","device":"a","devices":1,"durationSeconds":9,"submitSeconds":2,"priority":5},
       {"id":"short","device":"a","devices":1,"durationSeconds":4,"submitSeconds":3,"priority":5}]}""";

  private String fleet = "";
  private String workload = "";

  @BeforeEach
  void keep() {
    fleet = Calls.created("/v1/fleets", FLEET);
    workload = Calls.created("/v1/workloads", JOBS);
  }

  private String body(String policy) {
    return "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":%s}"
        .formatted(fleet, workload, policy);
  }

  private JsonPath run(String policy) throws InterruptedException {
    String id = Calls.post("/v1/simulations", body(policy)).statusCode(202).extract().path("id");
    return Calls.completed(id);
  }

  @Test
  void ordersInAList_decideOneAfterTheOther() throws InterruptedException {
    JsonPath run = run("{\"order\":[\"priority\",\"sjf\"]}");
    assertThat(run.getString("policy")).isEqualTo("priority+sjf-first-fit");
    Calls.get("/v1/simulations/" + run.getString("id") + "/jobs")
        .statusCode(200)
        .body("items.find { it.id == 'short' }.startSeconds", equalTo(10))
        .body("items.find { it.id == 'long' }.startSeconds", equalTo(14))
        .body("items.find { it.id == 'other' }.startSeconds", equalTo(23));
    JsonPath named = run("\"priority+sjf-first-fit\"");
    assertThat(named.getString("result.eventLogHash"))
        .isEqualTo(run.getString("result.eventLogHash"));
  }

  @Test
  void listOfOne_andArrivalAtTheEnd_areTheOrderByItself() throws InterruptedException {
    JsonPath alone = run("{\"order\":\"priority\"}");
    for (String list : new String[] {"[\"priority\"]", "[\"priority\",\"fifo\"]"}) {
      JsonPath run = run("{\"order\":" + list + "}");
      assertThat(run.getString("policy")).isEqualTo("priority-first-fit");
      assertThat(run.getString("result.eventLogHash"))
          .isEqualTo(alone.getString("result.eventLogHash"));
    }
  }

  private void refused(String policy, String field, String text) {
    Calls.post("/v1/simulations", body(policy))
        .statusCode(400)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].toString()", containsString(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"order\":[]};policy.order;1 to 4",
        "{\"order\":[\"priority\",\"sjf\",\"edf\",\"smallest-first\",\"fifo\"]};policy.order;5 orders",
        "{\"order\":[\"priority\",\"lifo\"]};policy.order[1];[fifo, sjf",
        "{\"order\":[\"priority\",null]};policy.order[1];must name a part",
        "{\"order\":[\"priority\",7]};policy.order[1];text",
        "{\"order\":7};policy.order;a name, or a list of names",
        "{\"order\":{\"name\":\"sjf\"}};policy.order;a name, or a list of names",
        "{\"order\":[\"sjf\",\"priority\",\"sjf\"]};policy.order[2];once",
        "{\"order\":[\"fifo\",\"sjf\"]};policy.order[1];behind fifo, which leaves no ties",
        "{\"order\":[\"largest-first\",\"smallest-first\"]};policy.order[1];decides nothing behind largest-first",
        "{\"order\":[\"sjf\",\"srtf\"]};policy.order[1];choose the preemption by-turn",
        "{\"order\":[\"las\",\"sjf\"]};policy.order[0];by-turn",
        "{\"order\":[\"priority\",\"gavel-las\"],\"discipline\":\"rounds\"};policy.order[1];each alone",
        "{\"order\":[\"priority\",\"sjf\"],\"discipline\":\"rounds\"};policy.discipline;orders for rounds",
        "{\"order\":[\"priority\",\"sjf\"],\"levelsDeviceSeconds\":[9]};policy.levelsDeviceSeconds;choose las",
        "\"sjf+priority+sjf-first-fit\";policy;must name a policy"
      })
  void wrongOrders_areToldWithTheirField(String policy, String field, String text) {
    refused(policy, field, text);
  }

  @Test
  void keptPolicies_tellTheirListsAgain() throws InterruptedException {
    String name = "lists-of-orders";
    Calls.post(
            "/v1/policies",
            """
            {"name":"%s","parts":{"order":["priority","las","sjf"],"preemption":"by-turn",
             "discipline":"easy","levelsDeviceSeconds":[5]}}"""
                .formatted(name))
        .statusCode(201);
    Calls.get("/v1/policies/" + name)
        .statusCode(200)
        .body("order", equalTo("priority+las+sjf"))
        .body("parts.order[2]", equalTo("sjf"))
        .body("parts.levelsDeviceSeconds[0]", equalTo(5));
    assertThat(run("\"" + name + "\"").getString("policy"))
        .isEqualTo("priority+las+sjf-easy-preempt-first-fit");
    Calls.get("/v1/policies/priority+sjf-first-fit")
        .statusCode(200)
        .body("order", equalTo("priority+sjf"));
  }

  private static final String LARGE =
      """
      {"name":"l","hubs":[{"id":"h","pools":[
        {"deviceType":"a","nodes":2,"devicesPerNode":8},{"deviceType":"a","nodes":1,"devicesPerNode":4}]}],
       "deviceTypes":[{"id":"a"}]}""";

  /** Six devices of the first node are taken; for two more it scores 2 × 75, the others less. */
  private static final String SIX_AND_TWO =
      """
      {"name":"w","jobs":[
       {"id":"six","device":"a","tasks":1,"devicesPerTask":6,"durationSeconds":10,"submitSeconds":0},
       {"id":"two","device":"a","tasks":1,"devicesPerTask":2,"durationSeconds":10,"submitSeconds":1}]}""";

  @Test
  void weightedScores_areTakenTogether_andToldOneByOne() throws InterruptedException {
    fleet = Calls.created("/v1/fleets", LARGE);
    workload = Calls.created("/v1/workloads", SIX_AND_TWO);
    JsonPath run =
        run(
            """
            {"score":[{"name":"worst-fit"},{"name":"best-fit","weight":2}],
             "discipline":"skip","tieBreak":"lowest-number"}""");
    assertThat(run.getString("policy")).isEqualTo("fifo-skip-best-fit*2+worst-fit");
    String first = "decisions.items[0].start.";
    Calls.get("/v1/simulations/" + run.getString("id") + "/decisions?job=two")
        .statusCode(200)
        .body(first + "chosen[0].node", equalTo(0))
        .body(first + "chosen[0].score", equalTo(2 * 75))
        .body(first + "runnersUp.node", contains(2, 1))
        .body(first + "runnersUp.score", contains(2 * 50 + 12, 37))
        .body(first + "runnersUp[0].parts.name", contains("best-fit", "worst-fit"))
        .body(first + "runnersUp[0].parts.value", contains(50f, 12f))
        .body(first + "runnersUp[0].parts[0].meaning", containsString("counts 2 times"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"score\":[]};policy.score;1 to 8",
        "{\"score\":7};policy.score;a name, or a list of names with weights",
        "{\"score\":{\"name\":\"best-fit\"}};policy.score;a name, or a list of names with weights",
        "{\"score\":[\"best-fit\"]};policy.score[0];object",
        "{\"score\":[null,{\"name\":\"best-fit\"}]};policy.score[0].name;must name a part",
        "{\"score\":[{\"weight\":2},{\"name\":\"best-fit\"}]};policy.score[0].name;must name a part",
        "{\"score\":[{\"name\":\"best-fit\"},{\"name\":\"x\"}]};policy.score[1].name;[best-fit, balanced",
        "{\"score\":[{\"name\":\"x\"}]};policy.score[0].name;[first-fit, best-fit",
        "{\"score\":[{\"name\":\"best-fit\",\"weight\":0}]};policy.score[0].weight;from 1 to 100",
        "{\"score\":[{\"name\":\"best-fit\"},{\"name\":\"worst-fit\",\"weight\":101}]};policy.score[1].weight;from 1 to 100",
        "{\"score\":[{\"name\":\"best-fit\"},{\"name\":\"worst-fit\",\"weight\":1.5}]};policy.score[1].weight;whole number",
        "{\"score\":[{\"name\":\"best-fit\"},{\"name\":\"worst-fit\",\"wight\":1}]};policy.score[1].wight;not a field",
        "{\"score\":[{\"name\":\"best-fit\"},{\"name\":\"first-fit\"}]};policy.score[1].name;lowest-number",
        "{\"score\":[{\"name\":\"random\"},{\"name\":\"best-fit\"}]};policy.score[0].name;fixed-order",
        "{\"score\":[{\"name\":\"consolidate\"},{\"name\":\"best-fit\"}]};policy.score[0].name;topology",
        "{\"score\":[{\"name\":\"best-fit\"},{\"name\":\"best-fit\"}]};policy.score[1].name;once",
        "{\"score\":[{\"name\":\"best-fit\"}],\"tieBreak\":\"fixed-order\"};policy.tieBreak;several scores",
        "\"fifo-worst-fit+best-fit\";policy;must name a policy"
      })
  void wrongScores_areToldWithTheirField(String policy, String field, String text) {
    refused(policy, field, text);
  }

  @Test
  void parts_tellWhatStandsInLists() {
    Calls.get("/v1/policies/parts")
        .statusCode(200)
        .body("ordersMax", equalTo(4))
        .body("weightMax", equalTo(100))
        .body("scores.find { it.name == 'first-fit' }.ofHundred", equalTo(null))
        .body("scores.find { it.name == 'best-fit' }.ofHundred", containsString("widest node"));
  }

  @Test
  void keptScores_andExperiments_tellTheirLists() {
    String name = "lists-of-scores";
    Calls.post(
            "/v1/policies",
            """
            {"name":"%s","parts":{"score":[{"name":"dot-product","weight":3},{"name":"best-fit"}],
             "tieBreak":"used-node-first"}}"""
                .formatted(name))
        .statusCode(201)
        .body("score", equalTo("best-fit+dot-product*3"))
        .body("tieBreak", equalTo("used-node-first"))
        .body("parts.score[1].name", equalTo("dot-product"))
        .body("parts.score[1].weight", equalTo(3));
    Calls.post(
            "/v1/experiments",
            """
            {"name":"e","fleets":["%s"],"workloads":["%s"],"policies":["%s",
             {"order":["priority","sjf"],"score":[{"name":"best-fit"},{"name":"worst-fit"}]}]}"""
                .formatted(fleet, workload, name))
        .statusCode(202)
        .body("policies[0]", equalTo("fifo-best-fit+dot-product*3;tieBreak=used-node-first"))
        .body("policies[1]", equalTo("priority+sjf-best-fit+worst-fit"));
  }
}
