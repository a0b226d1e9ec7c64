package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request names and nobody knows is told, and all of it at once. */
@QuarkusTest
class NamedInVainTest {
  private static final String FLEET =
      """
      {"name":"one","hubs":[{"id":"h","pools":[{"deviceType":"a","nodes":1,"devicesPerNode":1}]}],
       "deviceTypes":[{"id":"a"}]}""";

  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"either","class":"llm","deviceTypes":["a","zzz"],"devices":1,"durationHours":1},
       {"id":"timed","class":"llm","deviceTypes":["a"],"referenceDevice":"zz","devices":1,
        "durationHours":1}]}""";

  private static String rows(String... types) {
    String rows =
        String.join(
            ",",
            List.of(types).stream()
                .map(
                    t ->
                        """
                        {"jobClass":"llm","deviceType":"%s","devices":1,"stepsPerSecond":5,
                         "source":"own run"}"""
                            .formatted(t))
                .toList());
    return "\"throughput\":{\"rows\":[" + rows + "]}";
  }

  @Test
  void typeThatNobodyKnows_isRefusedWithTheNearestName() {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", JOBS);
    Calls.post(
            "/v1/simulations",
            "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\",%s}"
                .formatted(fleet, workload, rows("a", "zzz", "zz", "A")))
        .statusCode(400)
        .body("violations", hasSize(1))
        .body("violations[0].field", equalTo("throughput.rows[3].deviceType"))
        .body("violations[0].value", equalTo("A"))
        .body("violations[0].rule", containsString("must be a device type of the fleet"))
        .body("violations[0].remedy", containsString("did you mean a?"))
        .body("violations[0].remedy", containsString("throughput.referenceDevices"));
    Calls.post(
            "/v1/experiments",
            """
            {"name":"e","policies":["fifo-first-fit"],"workloads":["%s"],"fleets":["%s"],
             "settings":{%s}}"""
                .formatted(workload, fleet, rows("a", "A")))
        .statusCode(400)
        .body("violations.field", hasItem("settings.throughput.rows[1].deviceType"));
  }

  @Test
  void typesThatJobsNameInVain_areToldByJob() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", JOBS);
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    assertThat(Calls.completed(id).getList("result.assumptions", String.class))
        .contains(
            "1 jobs name device types that the fleet does not have, as zzz (job either): they could"
                + " run only on the others that they name",
            "1 jobs were timed on a device type of which neither the fleet nor throughput tells"
                + " anything, as zz (job timed): on every type they took as long as on that one;"
                + " give its peak in throughput.referenceDevices");
  }

  @Test
  void everythingWrong_isToldAtOnce() {
    Calls.post(
            "/v1/simulations",
            """
            {"fleet":"fleet-0","workload":"workload-0","policy":"nope","efficiency":5,
             "eventsMax":0}""")
        .statusCode(400)
        .body(
            "violations.field",
            containsInAnyOrder("policy", "efficiency", "eventsMax", "fleet", "workload"));
    Calls.post(
            "/v1/experiments",
            """
            {"name":"e","policies":["nope"],"workloads":["workload-0"],"fleets":["fleet-0"],
             "settings":{"efficiency":5}}""")
        .statusCode(400)
        .body(
            "violations.field",
            containsInAnyOrder("policies[0]", "settings.efficiency", "fleets[0]", "workloads[0]"));
    Calls.post(
            "/v1/simulations",
            """
            {"fleet":"fleet-0","workload":"workload-0","policy":"fifo-first-fit"}""")
        .statusCode(404);
  }
}
