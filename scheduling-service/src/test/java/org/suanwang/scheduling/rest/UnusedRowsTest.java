package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table may serve many fleets and workloads; what is misspelt in it is told all the same. */
@QuarkusTest
class UnusedRowsTest {
  private static final String FLEET =
      """
      {"name":"one","hubs":[{"id":"h","pools":[{"deviceType":"a","nodes":1,"devicesPerNode":1}]}],
       "deviceTypes":[{"id":"a"}]}""";

  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"j","class":"llm","deviceTypes":["a","zz"],"devices":1,"work":{"steps":100}}]}""";

  @Test
  void whatNobodyCanUse_isAmongTheAssumptions() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", JOBS);
    String id =
        Calls.post(
                "/v1/simulations",
                """
      {"fleet":"%s","workload":"%s","policy":"fifo-first-fit",
       "throughput":{"rows":[
        {"jobClass":"llm","deviceType":"a","devices":1,"stepsPerSecond":5,"source":"own run"},
        {"jobClass":"llm","deviceType":"zz","devices":1,"stepsPerSecond":5,"source":"own run"},
        {"jobClass":"lmm","deviceType":"a","devices":1,"stepsPerSecond":5,"source":"own run"}]},
       "checkpoint":{"byClass":[{"jobClass":"llm"},{"jobClass":"mll"}]}}"""
                    .formatted(fleet, workload))
            .statusCode(202)
            .extract()
            .path("id");
    List<String> told = Calls.completed(id).getList("result.assumptions", String.class);
    assertThat(told)
        .contains(
            "1 entries of throughput name device types that neither the fleet nor"
                + " referenceDevices have, as zz: they were not used",
            "1 entries of throughput name classes that no job has, as lmm: they were not used",
            "1 entries of checkpoint name classes that no job has, as mll: they were not used");
  }
}
