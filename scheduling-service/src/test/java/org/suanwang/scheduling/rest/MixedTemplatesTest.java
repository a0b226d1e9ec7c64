package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Shares over REST on a fleet of which only some devices have templates. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class MixedTemplatesTest {
  private static final String FLEET =
      """
      {"name":"mixed","hubs":[{"id":"h","pools":[
        {"deviceType":"a","nodes":1,"devicesPerNode":1},
        {"deviceType":"b","nodes":2,"devicesPerNode":1}]}],
       "deviceTypes":[{"id":"a"},{"id":"b","memoryMib":32768,"templates":[
        {"name":"vir16","computeMilli":533,"memoryMib":17476,"source":"s"}]}]}""";

  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"one","fraction":0.5,"durationSeconds":9},
       {"id":"two","fraction":0.5,"durationSeconds":9},
       {"id":"three","fraction":0.5,"durationSeconds":9}]}""";

  private static JsonPath run(String fleetJson, String jobsJson) throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", fleetJson);
    String workload = Calls.created("/v1/workloads", jobsJson);
    return Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", ""));
  }

  private static List<String> assumptions(JsonPath body) {
    return body.getList("result.assumptions", String.class);
  }

  /** Two halves of one of b's do not go together; so two run at once, and the third after them. */
  @Test
  void mostDevicesHaveTemplates_sharesGoThere() throws InterruptedException {
    JsonPath body = run(FLEET, JOBS);
    assertThat(body.getLong("result.metrics.makespanSeconds")).isEqualTo(18);
    assertThat(assumptions(body))
        .contains(
            "the share of 3 jobs comes by templates to another size on a than on b; they may run"
                + " on b only, whose size most devices of the fleet serve. Name device types to"
                + " choose others");
  }

  /** Halves of three of a's are six; who names b goes there. */
  @Test
  void mostDevicesHaveNone_sharesGoToThem_andWhoNamesATypeHasIt() throws InterruptedException {
    JsonPath body =
        run(
            FLEET.replace("\"nodes\":1", "\"nodes\":3"),
            JOBS.replace("\"id\":\"three\"", "\"id\":\"three\",\"device\":\"b\""));
    assertThat(body.getLong("result.metrics.makespanSeconds")).isEqualTo(9);
    assertThat(assumptions(body))
        .anyMatch(told -> told.startsWith("the share of 2 jobs comes by templates"));
    assertThat(assumptions(body)).noneMatch(told -> told.contains("3 jobs comes"));
  }
}
