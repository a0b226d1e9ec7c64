package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Policies composed over REST, jobs with estimates, and what happens at the estimate. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class PolicyPartsTest {
  private static final String FLEET =
      """
      {"name":"four","hubs":[{"id":"h","pools":[{"deviceType":"a","nodes":4,"devicesPerNode":1}]}],
       "deviceTypes":[{"id":"a"}]}""";

  /** b waits for all four until a ends; c would pass it in time, and lasts longer than it says. */
  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"a","device":"a","devices":3,"durationSeconds":10,"submitSeconds":0},
       {"id":"b","device":"a","devices":4,"durationSeconds":10,"submitSeconds":1},
       {"id":"c","device":"a","devices":1,"durationSeconds":20,"estimateSeconds":8,
        "submitSeconds":2,"priority":3}]}""";

  private String fleet = "";
  private String workload = "";

  @BeforeEach
  void keep() {
    fleet = Calls.created("/v1/fleets", FLEET);
    workload = Calls.created("/v1/workloads", JOBS);
  }

  private JsonPath run(String policy, String more) throws InterruptedException {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":%s%s}"
            .formatted(fleet, workload, policy, more);
    String id = Calls.post("/v1/simulations", body).statusCode(202).extract().path("id");
    return Calls.completed(id);
  }

  @Test
  void easyByNameAndByParts_areTheSame() throws InterruptedException {
    JsonPath named = run("\"fifo-easy-first-fit\"", "");
    JsonPath parts = run("{\"discipline\":\"easy\",\"score\":\"first-fit\"}", "");
    assertThat(parts.getString("policy")).isEqualTo("fifo-easy-first-fit");
    assertThat(parts.getString("result.eventLogHash"))
        .isEqualTo(named.getString("result.eventLogHash"));
    assertThat(named.getInt("result.metrics.makespanSeconds")).isEqualTo(32);
    assertThat(named.getList("result.assumptions", String.class))
        .anyMatch(a -> a.startsWith("2 jobs told no estimate"));
  }

  /** All come in the first round, b waits for the second, in which a and c have ended. */
  @Test
  void rounds_shareOutTheDevices() throws InterruptedException {
    JsonPath body = run("{\"order\":\"gavel-las\",\"discipline\":\"rounds\"}", "");
    assertThat(body.getString("policy")).isEqualTo("gavel-las-rounds-first-fit");
    assertThat(body.getInt("result.metrics.jobsCompleted")).isEqualTo(3);
    Calls.get("/v1/simulations/" + body.getString("id") + "/jobs")
        .statusCode(200)
        .body("items.find { it.id == 'b' }.waitReason.reason", equalTo("NOT_ITS_ROUND"));
  }

  /** The first has ended when the second comes, and shares were found when the first came. */
  @Test
  void sharesOfTime_lastAsLongAsIsSaid() throws InterruptedException {
    workload =
        Calls.created(
            "/v1/workloads",
            """
            {"name":"w","jobs":[
             {"id":"a","device":"a","devices":4,"durationSeconds":100,"submitSeconds":10},
             {"id":"b","device":"a","devices":4,"durationSeconds":100,"submitSeconds":210}]}""");
    String fifo = "{\"order\":\"gavel-fifo\",\"discipline\":\"rounds\"%s}";
    JsonPath usual = run(fifo.formatted(""), "");
    JsonPath soon = run(fifo.formatted(",\"shareSecondsMin\":0"), "");
    assertThat(usual.getInt("result.metrics.makespanSeconds")).isEqualTo(1920 + 100);
    assertThat(soon.getInt("result.metrics.makespanSeconds")).isEqualTo(200 + 100);
  }

  @Test
  void roundsOfSharesOfDevices_areRefusedBeforeTheyAreQueued() {
    workload = Calls.created("/v1/workloads", JOBS.replace("\"devices\":1", "\"fraction\":0.5"));
    Calls.post(
            "/v1/simulations",
            "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"allox-rounds-first-fit\"}"
                .formatted(fleet, workload))
        .statusCode(400)
        .body("violations[0].field", equalTo("policy"))
        .body("violations[0].value", containsString(" jobs as "));
  }

  /** Parts of devices are shared out too, but matched one to one under one of the orders. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "~days~:1;gavel-las;202",
        "~days~:1;allox;400",
        "~like~:~pai~,~days~:1;gavel-ftf;202",
        "~like~:~philly~,~days~:1;allox;400"
      })
  void generatedJobs_areTakenByRoundsThatDoNotMatchOneToOne(
      String background, String order, int status) {
    workload =
        Calls.created(
            "/v1/workloads",
            "{\"name\":\"w\",\"background\":{\"jobs\":5,%s}}"
                .formatted(background.replace('~', '"')));
    Calls.post(
            "/v1/simulations",
            "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"%s-rounds-first-fit\"}"
                .formatted(fleet, workload, order))
        .statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"fifo,rounds", "gavel-las,strict", "allox,easy"})
  void ordersThatDoNotGoWithRounds_areRefused(String order, String discipline) {
    Calls.post(
            "/v1/simulations",
            "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":{\"order\":\"%s\",\"discipline\":\"%s\"}}"
                .formatted(fleet, workload, order, discipline))
        .statusCode(400)
        .body("violations[0].field", equalTo("policy.discipline"));
  }

  /** b times out at 6; c is content to run out its 20 seconds; a misses its deadline of 9. */
  @Test
  void termsOfJobs_areCounted() throws InterruptedException {
    String terms =
        JOBS.replace("\"id\":\"a\",", "\"id\":\"a\",\"deadlineSeconds\":9,")
            .replace("\"id\":\"b\",", "\"id\":\"b\",\"startTimeoutSeconds\":5,")
            .replace("\"id\":\"c\",", "\"id\":\"c\",\"ending\":\"fails\",");
    workload = Calls.created("/v1/workloads", terms);
    JsonPath body = run("\"fifo-first-fit\"", "");
    assertThat(body.getInt("result.metrics.jobsTimedOut")).isEqualTo(1);
    assertThat(body.getInt("result.metrics.jobsCrashed")).isEqualTo(1);
    assertThat(body.getInt("result.metrics.deadlines.missed")).isEqualTo(1);
    assertThat(body.getDouble("result.metrics.deadlines.tardinessSecondsMean")).isEqualTo(1);
    Calls.get("/v1/simulations/" + body.getString("id") + "/events")
        .statusCode(200)
        .body("items.kind", hasItems("TIMED_OUT", "CRASHED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"deadlineSeconds\":0;deadlineSeconds",
        "\"startTimeoutSeconds\":-1;startTimeoutSeconds",
        "\"cancelAfterSeconds\":99999999999;cancelAfterSeconds",
        "\"ending\":\"explodes\";ending",
        "\"tasksMin\":0;tasksMin",
        "\"tasksMin\":4;tasksMin"
      })
  void wrongTerms_areToldAtTheirField(String term, String field) {
    String jobs = JOBS.replace("\"id\":\"a\",", "\"id\":\"a\"," + term + ",");
    Calls.post("/v1/workloads", jobs)
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[0]." + field));
  }

  @Test
  void jobKilledAtItsEstimate_isCounted() throws InterruptedException {
    JsonPath body = run("{\"discipline\":\"easy\"}", ",\"onEstimateExceeded\":\"KILL\"");
    assertThat(body.getInt("result.metrics.jobsKilled")).isEqualTo(1);
    assertThat(body.getInt("result.metrics.jobsCompleted")).isEqualTo(2);
    assertThat(body.getInt("result.metrics.makespanSeconds")).isEqualTo(20);
    assertThat(body.getInt("result.bounds.makespanSecondsMin")).isLessThanOrEqualTo(20);
    assertThat(body.getDouble("result.gaps.makespan"))
        .isEqualTo(20.0 / body.getInt("result.bounds.makespanSecondsMin") - 1);
    Calls.get("/v1/simulations/" + body.getString("id") + "/jobs")
        .statusCode(200)
        .body("items.find { it.id == 'c' }.state", equalTo("KILLED"));
    Calls.get("/v1/simulations/" + body.getString("id") + "/events")
        .statusCode(200)
        .body("items.kind", hasItems("KILLED", "FINISHED"));
  }

  /** c takes a's place at 2 unless a is left its ten seconds; a restores and goes on at 22. */
  @Test
  void urgentJob_preemptsAndIsCounted() throws InterruptedException {
    String urgent = JOBS.replace("\"devices\":1,", "\"devices\":2,");
    workload = Calls.created("/v1/workloads", urgent);
    String policy = "{\"order\":\"priority\",\"discipline\":\"preempt\"%s}";
    JsonPath body = run(policy.formatted(""), ",\"checkpoint\":{\"restoreSeconds\":3}");
    assertThat(body.getString("policy")).isEqualTo("priority-preempt-first-fit");
    assertThat(body.getInt("result.metrics.preemptions")).isEqualTo(1);
    assertThat(body.getDouble("result.metrics.lostDeviceHours.value")).isEqualTo(9 / 3600.0);
    assertThat(body.getInt("result.waitReasons.PREEMPTED.seconds")).isEqualTo(20);
    String jobs = "/v1/simulations/" + body.getString("id") + "/jobs";
    Calls.get(jobs).statusCode(200).body("items.find { it.id == 'a' }.preemptions", equalTo(1));
    Calls.get("/v1/simulations/" + body.getString("id") + "/events")
        .statusCode(200)
        .body("items.kind", hasItems("PREEMPTED"));
    JsonPath patient = run(policy.formatted(",\"minRunSeconds\":10"), "");
    assertThat(patient.getInt("result.metrics.preemptions")).isZero();
    workload =
        Calls.created(
            "/v1/workloads",
            urgent.replace("\"id\":\"a\",", "\"id\":\"a\",\"preemptible\":false,"));
    assertThat(run(policy.formatted(""), "").getInt("result.metrics.preemptions")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"intervalSeconds\":-1};checkpoint.intervalSeconds",
        "{\"saveSeconds\":86401};checkpoint.saveSeconds",
        "{\"restoreSeconds\":-3};checkpoint.restoreSeconds",
        "{\"migrationSeconds\":86401};checkpoint.migrationSeconds",
        "{\"byClass\":[{\"jobClass\":\"job\",\"migrationSeconds\":-1}]};checkpoint.byClass[0].migrationSeconds",
        "{\"byClass\":[{\"restoreSeconds\":3}]};checkpoint.byClass[0].jobClass",
        "{\"byClass\":[{\"jobClass\":\"job\",\"saveSeconds\":-1}]};checkpoint.byClass[0].saveSeconds",
        "{\"byClass\":[{\"jobClass\":\"job\"},{\"jobClass\":\"job\"}]};checkpoint.byClass[1].jobClass",
        "{\"restore\":3};checkpoint.restore"
      })
  void wrongCheckpoint_isToldWithItsField(String checkpoint, String field) {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\",\"checkpoint\":%s}"
            .formatted(fleet, workload, checkpoint);
    Calls.post("/v1/simulations", body).statusCode(400).body("violations[0].field", equalTo(field));
  }

  @Test
  void depthOfOneReservation_keepsOthersWaiting() throws InterruptedException {
    JsonPath body = run("{\"discipline\":\"conservative\",\"depth\":1}", "");
    assertThat(body.getInt("result.metrics.makespanSeconds")).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"order\":\"lifo\"};policy.order;[fifo, sjf",
        "{\"discipline\":\"lax\"};policy.discipline;[strict, skip, easy, conservative, preempt, rounds]",
        "{\"discipline\":\"easy\",\"minRunSeconds\":9};policy.minRunSeconds;preempt",
        "{\"score\":\"x\"};policy.score;[first-fit, best-fit",
        "{\"score\":\"best-fit\",\"tieBreak\":\"fixed-order\"};policy.tieBreak;[balanced-best-fit",
        "{\"score\":\"dot-product\",\"tieBreak\":\"x\"};policy.tieBreak;[fixed-order, used-node-first",
        "{\"depth\":0};policy.depth;from 1 to 100000",
        "{\"depth\":1.5};policy.depth;",
        "{\"filter\":\"x\"};policy.filter;",
        "17;policy;",
        "\"fifo-easy\";policy;GET /v1/policies/parts",
        "null;policy;must be a name"
      })
  void wrongPolicy_isToldWithItsField(String policy, String field, String text) {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":%s}".formatted(fleet, workload, policy);
    Calls.post("/v1/simulations", body)
        .statusCode(400)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].toString()", containsString(text == null ? "" : text));
  }

  @Test
  void wrongEstimateOrRule_isTold() {
    Calls.post("/v1/workloads", JOBS.replace("\"estimateSeconds\":8", "\"estimateSeconds\":0"))
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[2].estimateSeconds"));
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\",\"onEstimateExceeded\":\"STOP\"}"
            .formatted(fleet, workload);
    Calls.post("/v1/simulations", body)
        .statusCode(400)
        .body("violations[0].field", equalTo("onEstimateExceeded"));
  }

  @Test
  void parts_areListed() {
    Calls.get("/v1/policies/parts")
        .statusCode(200)
        .body("orders.name", hasItems("fifo", "sjf", "sjf-oracle", "priority"))
        .body("disciplines.name", hasItems("strict", "skip", "easy", "conservative"))
        .body("preemptions.name", hasItems("none", "by-turn"))
        .body("roundSecondsDefault", equalTo(360))
        .body("levelsDeviceSecondsDefault[0]", equalTo(3600))
        .body("scores.name", hasItems("first-fit", "fragmentation-gradient-descent"))
        .body("depthDefault", equalTo(1000));
    Calls.get("/v1/policies")
        .statusCode(200)
        .body("items.find { it.name == 'sjf-easy-first-fit' }.discipline", equalTo("easy"));
  }
}
