package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Tenants, queues, quotas and fair turns over REST, and what is said about wrong ones. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class QueueRequestTest {
  private static final String FLEET =
      """
      {"name":"four","hubs":[{"id":"h","pools":[{"deviceType":"a","nodes":1,"devicesPerNode":4}]}],
       "deviceTypes":[{"id":"a"}]}""";

  /** research borrows the two devices of prod until they are wanted. */
  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"r1","tenant":"research/vision","device":"a","devices":2,"durationSeconds":30,"submitSeconds":0},
       {"id":"r2","tenant":"research/vision","device":"a","devices":2,"durationSeconds":30,"submitSeconds":1},
       {"id":"p1","tenant":"prod","device":"a","devices":2,"durationSeconds":50,"submitSeconds":10}]}""";

  private static final String QUEUES =
      """
      [{"path":"research","weight":3,"quotas":[{"nominal":2}]},
       {"path":"prod","quotas":[{"nominal":2}]}]""";

  private String fleet = "";
  private String workload = "";

  @BeforeEach
  void keep() {
    fleet = Calls.created("/v1/fleets", FLEET);
    workload = Calls.created("/v1/workloads", JOBS);
  }

  private ValidatableResponse post(String policy, String queues) {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":%s,\"queues\":%s}"
            .formatted(fleet, workload, policy, queues);
    return Calls.post("/v1/simulations", body);
  }

  private JsonPath run(String policy, String queues) throws InterruptedException {
    String id = post(policy, queues).statusCode(202).extract().path("id");
    return Calls.completed(id);
  }

  @Test
  void ownDevices_comeBackByPreemption() throws InterruptedException {
    JsonPath body = run("{\"discipline\":\"preempt\"}", QUEUES);
    assertThat(body.getInt("result.metrics.preemptions")).isEqualTo(1);
    String run = "/v1/simulations/" + body.getString("id");
    Calls.get(run + "/jobs")
        .statusCode(200)
        .body("items.find { it.id == 'p1' }.startSeconds", equalTo(10))
        .body("items.find { it.id == 'r2' }.tenant", equalTo("research/vision"));
    Calls.get(run + "/queues")
        .statusCode(200)
        .body("items.path", hasItems("research", "research/vision", "prod"))
        .body("items[0].parent", nullValue())
        .body("items[0].weight", equalTo(3.0f))
        .body("items[0].fairShare", equalTo(0.75f))
        .body("items[0].because", equalTo("weight 3.0 of 4.0 at the top"))
        .body("items[0].jobs", equalTo(2))
        .body("items[0].quotas[0].nominal", equalTo(2.0f))
        .body("items[0].quotas[0].borrowedSeconds", equalTo(9))
        .body("items.find { it.path == 'research/vision' }.parent", equalTo("research"))
        .body("items.find { it.path == 'prod' }.waitSecondsMean", equalTo(0.0f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo-skip-first-fit", "fifo-conservative-first-fit"})
  void queueWithoutQuotaLeft_isNamedInTheReason(String policy) throws InterruptedException {
    JsonPath body = run("\"" + policy + "\"", QUEUES.replace("2}]}", "2,\"borrowingLimit\":0}]}"));
    assertThat(body.getInt("result.waitReasons.QUOTA_EXHAUSTED.jobs")).isEqualTo(1);
    assertThat(body.getInt("result.waitReasons.QUOTA_EXHAUSTED.seconds")).isEqualTo(29);
    assertThat(body.getDouble("result.metrics.jainIndex")).isBetween(0.5, 1.0);
    String run = "/v1/simulations/" + body.getString("id");
    Calls.get(run + "/jobs")
        .statusCode(200)
        .body("items.find { it.id == 'r2' }.waitReason.reason", equalTo("QUOTA_EXHAUSTED"))
        .body("items.find { it.id == 'r2' }.waitReason.queue", equalTo("research"))
        .body("items.find { it.id == 'r1' }.waitReason", nullValue());
    Calls.get(run + "/events")
        .statusCode(200)
        .body("items.find { it.kind == 'BLOCKED' }.queue", equalTo("research"));
    Calls.get(run + "/queues?limit=1").statusCode(200).body("nextCursor", equalTo("1"));
    Calls.get(run + "/queues?cursor=1&limit=1")
        .statusCode(200)
        .body("items[0].path", equalTo("prod"));
    Calls.get(run + "/queues?cursor=99").statusCode(200).body("items.size()", equalTo(0));
  }

  @Test
  void runWithoutQueues_listsTenants() throws InterruptedException {
    JsonPath body = run("\"fifo-first-fit\"", "null");
    Calls.get("/v1/simulations/" + body.getString("id") + "/queues")
        .statusCode(200)
        .body("items.path", equalTo(List.of("research", "research/vision", "prod")))
        .body("items[0].quotas.size()", equalTo(0))
        .body("items[2].shareOfUse.toDouble()", closeTo(50.0 / 110, 1e-6));
  }

  @Test
  void gangBeyondItsQuota_isRefusedAtOnceOrSkipped() throws InterruptedException {
    String small =
        "[{\"path\":\"research\",\"quotas\":[{\"nominal\":1,\"borrowingLimit\":0}]},{\"path\":\"prod\"}]";
    post("\"fifo-first-fit\"", small)
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[id=r1]"))
        .body("violations[0].rule", containsString("EXCEEDS_QUOTA"))
        .body("violations[0].rule", containsString("queue research/vision is short of 1"))
        .body("violations[0].remedy", containsString("borrowingLimit"));
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\",\"queues\":%s,\"onNeverFits\":\"SKIP\"}"
            .formatted(fleet, workload, small);
    String id = Calls.post("/v1/simulations", body).statusCode(202).extract().path("id");
    assertThat(Calls.completed(id).getInt("result.metrics.jobsRejected")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "drf,drf-fifo-skip-first-fit",
    "fair-share,fair-share-fifo-skip-first-fit",
    "fair-tree,fair-tree-fifo-skip-first-fit"
  })
  void fairness_isAPartOfAPolicy(String fairness, String name) throws InterruptedException {
    JsonPath parts =
        run("{\"fairness\":\"%s\",\"discipline\":\"skip\"}".formatted(fairness), "null");
    JsonPath named = run("\"" + name + "\"", "null");
    assertThat(parts.getString("policy")).isEqualTo(name);
    assertThat(parts.getString("result.eventLogHash"))
        .isEqualTo(named.getString("result.eventLogHash"));
    run(
        "{\"fairness\":\"%s\",\"discipline\":\"skip\"%s}"
            .formatted(fairness, fairness.equals("drf") ? "" : ",\"halfLifeSeconds\":3600"),
        "[{\"path\":\"research\",\"weight\":0.5},{\"path\":\"prod\"}]");
    Calls.get("/v1/policies/parts").statusCode(200).body("fairness.name", hasItems(fairness));
    Calls.get("/v1/policies")
        .statusCode(200)
        .body("items.find { it.name == 'drf-fifo-skip-first-fit' }.fairness", equalTo("drf"))
        .body("items.find { it.name == 'fifo-first-fit' }.fairness", equalTo("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[null];queues[0];must be a queue",
        "[{}];queues[0].path;must be the path",
        "[{\"path\":\"a//b\"}];queues[0].path;must be the path",
        "[{\"path\":\"a/b/c/d/e/f/g/h/i\"}];queues[0].path;1 to 8 names",
        "[{\"path\":\"prod\"},{\"path\":\"prod\"}];queues[1].path;named already",
        "[{\"path\":\"prod\",\"weight\":0}];queues[0].weight;from 0.001",
        "[{\"path\":\"prod\",\"weight\":\"NaN\"}];queues[0].weight;",
        "[{\"path\":\"prod\",\"parent\":\"prod\"}];queues[0].parent;",
        "[{\"path\":\"prod\",\"quotas\":[null]}];queues[0].quotas[0];must be a quota",
        "[{\"path\":\"prod\",\"quotas\":[{}]}];queues[0].quotas[0].nominal;is needed",
        "[{\"path\":\"prod\",\"quotas\":[{\"nominal\":-1}]}];queues[0].quotas[0].nominal;from 0",
        "[{\"path\":\"prod\",\"quotas\":[{\"nominal\":0.0005}]}];queues[0].quotas[0].nominal;steps of 0.001",
        "[{\"path\":\"prod\",\"quotas\":[{\"nominal\":5000000}]}];queues[0].quotas[0].nominal;from 0",
        "[{\"path\":\"prod\",\"quotas\":[{\"nominal\":1,\"borrowingLimit\":-2}]}];queues[0].quotas[0].borrowingLimit;from 0",
        "[{\"path\":\"prod\",\"quotas\":[{\"nominal\":1,\"lendingLimit\":2}]}];queues[0].quotas[0].lendingLimit;at most nominal",
        "[{\"path\":\"prod\",\"quotas\":[{\"nominal\":1},{\"nominal\":2}]}];queues[0].quotas[1].deviceType;has a quota",
        "[{\"path\":\"prod\",\"quotas\":[{\"nominal\":1,\"deviceType\":\"b\"}]}];queues[0].quotas[0].deviceType;device type of the fleet",
        "[{\"path\":\"prod\",\"quotas\":[{\"nominal\":2,\"borrowingLimit\":3}]},{\"path\":\"research\",\"quotas\":[{\"nominal\":2}]}];queues[0].quotas[0].borrowingLimit;which is 2.0 devices",
        "[{\"path\":\"prod\",\"quotas\":[{\"nominal\":2,\"borrowingLimit\":1}]},{\"path\":\"research\",\"quotas\":[{\"nominal\":2,\"lendingLimit\":0}]}];queues[0].quotas[0].borrowingLimit;which is 0.0 devices",
        "[{\"path\":\"research\",\"quotas\":[{\"nominal\":1}]},{\"path\":\"research/vision\",\"quotas\":[{\"nominal\":2}]},{\"path\":\"prod\"}];queues[0].quotas[0].nominal;2.0 devices of their own",
        "[{\"path\":\"reserch\"},{\"path\":\"prod\"}];jobs.tenant;must be one of the queues",
        "[{\"path\":\"research/vision/cats\"},{\"path\":\"research\"},{\"path\":\"prod\"}];jobs.tenant;takes no jobs of its own"
      })
  void wrongQueue_isToldWithItsField(String queues, String field, String rule) {
    post("\"fifo-first-fit\"", queues)
        .statusCode(400)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].rule", containsString(rule == null ? "" : rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"fairness\":\"even\"};policy.fairness;must name a part",
        "{\"fairness\":\"drf\",\"order\":\"gavel-las\",\"discipline\":\"rounds\"};policy.fairness;any discipline but rounds",
        "{\"fairness\":\"drf\",\"halfLifeSeconds\":9};policy.halfLifeSeconds;fair-share and fair-tree",
        "{\"fairness\":\"fair-tree\",\"halfLifeSeconds\":0};policy.halfLifeSeconds;from 1",
        "{\"order\":\"gavel-las\",\"discipline\":\"rounds\",\"shareSecondsMin\":-1};policy.shareSecondsMin;from 0",
        "{\"discipline\":\"easy\",\"shareSecondsMin\":0};policy.shareSecondsMin;rounds only",
        "\"gavel-las-rounds-first-fit\";policy;know of no quotas",
        "\"drf-gavel-las-rounds-first-fit\";policy;must name a policy"
      })
  void wrongPolicyForQueues_isToldWithItsField(String policy, String field, String rule) {
    post(policy, QUEUES)
        .statusCode(400)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].rule", containsString(rule));
  }

  @Test
  void wrongTenant_isTold() {
    Calls.post("/v1/workloads", JOBS.replace("\"prod\"", "\"prod/\""))
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[2].tenant"));
  }

  @Test
  void experiment_comparesFairness() throws InterruptedException {
    String body =
        """
        {"name":"fair","policies":["fifo-skip-first-fit",
         {"fairness":"fair-share","discipline":"skip","halfLifeSeconds":60}],
         "workloads":["%s"],"fleets":["%s"],"settings":{"queues":%s}}"""
            .formatted(workload, fleet, QUEUES);
    Calls.post("/v1/experiments", body).statusCode(202);
    Calls.post("/v1/experiments", body.replace("\"prod\"", "\"product\""))
        .statusCode(400)
        .body("violations[0].field", containsString("jobs.tenant"));
    Calls.post(
            "/v1/experiments",
            body.replace("\"nominal\":2}]}]", "\"nominal\":2,\"borrowingLimit\":9}]}]"))
        .statusCode(400)
        .body("violations[0].field", equalTo("settings.queues[1].quotas[0].borrowingLimit"));
  }
}
