package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Two jobs on the devices of one, over REST. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class SharingRequestTest {
  private static final String FLEET =
      """
      {"name":"one","hubs":[{"id":"h","pools":[{"deviceType":"a","nodes":1,"devicesPerNode":1,
        "price":{"value":36,"unit":"CNY/(device.h)","rationale":"test"}}]}],
       "deviceTypes":[{"id":"a","fp16DenseTflops":100,"power":{"value":300,"unit":"W"}}]}""";

  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"short","class":"llm","devices":1,"durationSeconds":80},
       {"id":"long","class":"cv","devices":1,"durationSeconds":125}]}""";

  private static final String BOTH =
      """
      {"sharing":[
        {"jobClass":"llm","beside":"cv","share":0.8,"source":"own run"},
        {"jobClass":"cv","beside":"llm","deviceType":"a","share":0.9,"source":"own run"},
        {"jobClass":"cv","beside":"llm","share":0.1,"source":"own run"}]}""";

  private static ValidatableResponse post(String jobs, String policy, String throughput) {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", jobs);
    return Calls.post(
        "/v1/simulations",
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"%s\",\"throughput\":%s}"
            .formatted(fleet, workload, policy, throughput));
  }

  /** 100 s beside each other: 80 of 80 and 90 of 125 done; 35 s more alone. */
  @Test
  void pair_isSimulatedPaidAndExplained() throws InterruptedException {
    String id =
        post(JOBS, "gavel-las-sharing-rounds-first-fit", BOTH).statusCode(202).extract().path("id");
    JsonPath body = Calls.completed(id);
    String run = "/v1/simulations/" + id;
    Calls.get(run + "/jobs")
        .statusCode(200)
        .body("items.find { it.id == 'short' }.endSeconds", equalTo(100))
        .body("items.find { it.id == 'long' }.endSeconds", equalTo(135));
    assertThat(body.getFloat("result.metrics.allocation.value")).isEqualTo(1.0f);
    assertThat(body.getList("result.assumptions", String.class))
        .anyMatch(a -> a.contains("throughput.sharing"));
    Calls.get(run + "/events")
        .statusCode(200)
        .body("items.findAll { it.kind == 'PARTNER_CHANGED' }.job", contains("short", "long"));
    Calls.get(run + "/decisions?job=long")
        .statusCode(200)
        .body("decisions.items[0].start.beside", equalTo("short"));
    Calls.get(run + "/decisions?job=short")
        .statusCode(200)
        .body("decisions.items[0].start.beside", nullValue());
    assertThat(body.getFloat("result.settlement.settledAmount.value")).isEqualTo(1.35f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'jobClass':'llm','beside':'cv','share':0.8,'source':'s'}|throughput.sharing[0]|beside the other",
        "{'jobClass':'llm','beside':'llm','share':0,'source':'s'}|throughput.sharing[0].share|0.001",
        "{'jobClass':'llm','beside':'llm','share':1.5,'source':'s'}|throughput.sharing[0].share|1",
        "{'jobClass':'llm','beside':'llm','share':0.5}|throughput.sharing[0].source|",
        "{'jobClass':'llm','share':0.5,'source':'s'}|throughput.sharing[0].beside|",
        "{'jobClass':'llm','beside':'llm','share':0.5,'source':'s'},"
            + "{'jobClass':'llm','beside':'llm','share':0.6,'source':'s'}"
            + "|throughput.sharing[1]|already",
        "null|throughput.sharing[0]|null"
      })
  void wrongRows_areRefused(String rows, String field, String rule) {
    post(
            JOBS,
            "gavel-las-sharing-rounds-first-fit",
            "{\"sharing\":[" + rows.replace('\'', '"') + "]}")
        .statusCode(400)
        .body("violations.field", hasItem(field))
        .body("violations.rule", hasItem(containsString(rule == null ? "" : rule)));
  }

  /** 201 kinds of jobs on one device type: 40,401 pairs. */
  @Test
  void tooManyKinds_areRefused() {
    String jobs =
        IntStream.rangeClosed(1, 201)
            .mapToObj(
                i ->
                    "{\"id\":\"j%d\",\"class\":\"c%d\",\"devices\":1,\"durationSeconds\":9}"
                        .formatted(i, i))
            .collect(Collectors.joining(",", "{\"name\":\"w\",\"jobs\":[", "]}"));
    post(jobs, "gandiva-rounds-first-fit", "{}")
        .statusCode(400)
        .body("violations.rule", hasItem(containsString("at most 40000")));
    post(jobs, "gavel-las-rounds-first-fit", "{}").statusCode(202);
  }

  /** 914 kinds on one device type: 2 × 914² × 3 numbers; at a depth of 900 it is fewer. */
  @Test
  void tooLargeAProgramme_isRefused() {
    String jobs =
        IntStream.rangeClosed(1, 914)
            .mapToObj(
                i ->
                    "{\"id\":\"j%d\",\"class\":\"c%d\",\"devices\":1,\"durationSeconds\":9}"
                        .formatted(i, i))
            .collect(Collectors.joining(",", "{\"name\":\"w\",\"jobs\":[", "]}"));
    post(jobs, "gavel-las-rounds-first-fit", "{}")
        .statusCode(400)
        .body("violations.rule", hasItem(containsString("at most 5000000")));
    post(jobs, "gavel-ftf-rounds-first-fit", "{}").statusCode(202);
  }
}
