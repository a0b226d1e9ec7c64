package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
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

/** Preemption as a part of composed policies, and lengths of rounds and levels told with them. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class PreemptionPartTest {
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

  /** The second waits for the end of the first, or for that of a round of 100 s. */
  @Test
  void rounds_lastAsLongAsIsSaid() throws InterruptedException {
    workload =
        Calls.created(
            "/v1/workloads",
            """
            {"name":"w","jobs":[
             {"id":"a","device":"a","devices":4,"durationSeconds":300,"submitSeconds":10},
             {"id":"b","device":"a","devices":4,"durationSeconds":300,"submitSeconds":20}]}""");
    String las = "{\"order\":\"gavel-las\",\"discipline\":\"rounds\",\"shareSecondsMin\":0%s}";
    assertThat(run(las.formatted(""), "").getInt("result.metrics.preemptions")).isZero();
    JsonPath shorter = run(las.formatted(",\"roundSeconds\":100"), "");
    assertThat(shorter.getInt("result.metrics.preemptions")).isPositive();
  }

  /** c takes the place of a at 2 also where it is head of a strict queue; b waits behind both. */
  @ParameterizedTest
  @CsvSource({"strict", "skip", "easy", "conservative"})
  void preemption_isAPartBesideAnyDiscipline(String discipline) throws InterruptedException {
    workload = Calls.created("/v1/workloads", JOBS.replace("\"devices\":1,", "\"devices\":2,"));
    String policy = "{\"order\":\"priority\",\"discipline\":\"%s\"%s}";
    JsonPath body = run(policy.formatted(discipline, ",\"preemption\":\"by-turn\""), "");
    String name = discipline.equals("skip") ? "preempt" : discipline + "-preempt";
    assertThat(body.getString("policy")).isEqualTo("priority-" + name + "-first-fit");
    assertThat(body.getInt("result.metrics.preemptions")).isEqualTo(1);
    JsonPath without = run(policy.formatted(discipline, ",\"preemption\":\"none\""), "");
    assertThat(without.getInt("result.metrics.preemptions")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"strict,202", "easy,202", "conservative,400", "skip,202", "preempt,202"})
  void quotasBesidePreemption_goWithAllButConservative(String discipline, int status) {
    String preemption = "\"order\":\"priority\",\"preemption\":\"by-turn\"";
    Calls.post(
            "/v1/simulations",
            """
            {"fleet":"%s","workload":"%s","policy":{%s,"discipline":"%s"},
             "queues":[{"path":"default","quotas":[{"nominal":4}]}]}"""
                .formatted(fleet, workload, preemption, discipline))
        .statusCode(status)
        .body(
            status == 400 ? "violations[0].rule" : "policy",
            containsString(status == 400 ? "quotas" : "preempt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"preemption\":\"slow\"};policy.preemption;[none, by-turn]",
        "{\"discipline\":\"preempt\",\"preemption\":\"none\"};policy.preemption;choose the discipline skip",
        "{\"order\":\"gavel-las\",\"discipline\":\"rounds\",\"preemption\":\"by-turn\"};policy.preemption;shares",
        "{\"fairness\":\"drf\",\"discipline\":\"conservative\",\"preemption\":\"by-turn\"};policy.preemption;fairness none",
        "{\"roundSeconds\":60};policy.roundSeconds;rounds",
        "{\"order\":\"gavel-las\",\"discipline\":\"rounds\",\"roundSeconds\":0};policy.roundSeconds;from 1 to 86400",
        "{\"levelsDeviceSeconds\":[9]};policy.levelsDeviceSeconds;choose las",
        "{\"order\":\"las\",\"levelsDeviceSeconds\":[]};policy.levelsDeviceSeconds;from 1 to 100",
        "{\"order\":\"las\",\"levelsDeviceSeconds\":[9,9]};policy.levelsDeviceSeconds[1];from 10",
        "{\"order\":\"las\",\"levelsDeviceSeconds\":[null]};policy.levelsDeviceSeconds[0];from 1"
      })
  void wrongPart_isToldWithItsField(String policy, String field, String text) {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":%s}".formatted(fleet, workload, policy);
    Calls.post("/v1/simulations", body)
        .statusCode(400)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].toString()", containsString(text));
  }
}
