package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Throughput and work in steps and operations over REST, and what is said about wrong ones. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ThroughputRequestTest {
  private static final String FLEET =
      """
      {"name":"two","hubs":[{"id":"h","racksPerSpine":2,"pools":[
        {"deviceType":"a","nodes":4,"devicesPerNode":1,"nodesPerRack":2},
        {"deviceType":"b","nodes":1,"devicesPerNode":4}]}],
       "deviceTypes":[{"id":"a","fp16DenseTflops":100,"vendorId":"nvidia"},
        {"id":"b","fp16DenseTflops":200,"softwareStack":"cann","memoryBandwidthGBps":1000,
         "memoryMib":65536}]}""";

  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"on-a","class":"llm","device":"a","devices":1,"work":{"steps":100}},
       {"id":"on-b","class":"llm","device":"b","devices":1,"work":{"steps":100}},
       {"id":"flop","class":"llm","device":"b","devices":2,"work":{"flop":8e15,"precision":"FP16"}}]}""";

  private static final String ROWS =
      """
      {"rows":[{"jobClass":"llm","deviceType":"a","devices":1,"stepsPerSecond":5,"source":"own run"}],
       "classes":[{"jobClass":"llm","softwareStack":"cuda","source":"own"}]}""";

  private String fleet = "";

  @BeforeEach
  void keep() {
    fleet = Calls.created("/v1/fleets", FLEET);
  }

  private ValidatableResponse post(String jobs, String throughput) {
    String workload = Calls.created("/v1/workloads", jobs);
    return Calls.post(
        "/v1/simulations",
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\",\"throughput\":%s}"
            .formatted(fleet, workload, throughput));
  }

  @Test
  void fleet_tellsWhatItKnowsOfItsDevices() {
    Calls.get("/v1/fleets/" + fleet)
        .statusCode(200)
        .body("deviceTypes[0].softwareStack", equalTo("cuda"))
        .body("deviceTypes[1].softwareStack", equalTo("cann"))
        .body("deviceTypes[1].memoryBandwidthGBps", equalTo(1000.0f))
        .body("deviceTypes[1].memoryMib", equalTo(65536))
        .body("deviceTypes[1].peaks.FP16", equalTo(200.0f))
        .body("hubs[0].racksPerSpine", equalTo(2))
        .body("hubs[0].pools[0].nodesPerRack", equalTo(2));
  }

  @ParameterizedTest
  @CsvSource({
    "W,TFLOP/s,GB/s,GB,201,",
    "W,TOP/s,GB/s,GB,201,",
    "kW,TFLOP/s,GB/s,GB,400,deviceTypes[0].power.unit",
    "W,GFLOP/s,GB/s,GB,400,deviceTypes[0].throughputs.peak.unit",
    "W,TFLOP/s,TB/s,GB,400,deviceTypes[0].memoryBandwidth.unit",
    "W,TFLOP/s,GB/s,GiB,400,deviceTypes[0].memoryCapacity.unit",
  })
  void valuesOfTheCatalogue_areTakenInItsUnits(
      String power, String peak, String bandwidth, String memory, int status, String field) {
    ValidatableResponse answer =
        Calls.post(
                "/v1/fleets",
                """
                {"name":"c","hubs":[{"id":"h","pools":[
                   {"deviceType":"x","nodes":1,"devicesPerNode":1}]}],
                 "deviceTypes":[{"id":"x","power":{"value":300,"unit":"%s"},
                  "throughputs":[{"precision":"INT8","sparsity":"DENSE","scope":"DEVICE",
                   "peak":{"value":512,"unit":"%s"}}],
                  "memoryBandwidth":{"value":800,"unit":"%s"},
                  "memoryCapacity":{"value":64,"unit":"%s"}}]}"""
                    .formatted(power, peak, bandwidth, memory))
            .statusCode(status);
    if (field != null) {
      answer.body("violations.field", hasItem(field));
    }
  }

  @Test
  void steps_lastByRowsAndByWhatIsDerivedFromThem() throws InterruptedException {
    JsonPath body = Calls.completed(post(JOBS, ROWS).statusCode(202).extract().path("id"));
    String run = "/v1/simulations/" + body.getString("id");
    Calls.get(run + "/jobs")
        .statusCode(200)
        .body("items.find { it.id == 'on-a' }.endSeconds", equalTo(20))
        .body("items.find { it.id == 'on-b' }.endSeconds", equalTo(15))
        .body("items.find { it.id == 'flop' }.endSeconds", equalTo(72));
    String measured = "result.rates.find { it.deviceType == 'a' }.";
    assertThat(body.getString(measured + "basis")).isEqualTo("MEASURED");
    assertThat(body.getString(measured + "source")).isEqualTo("own run");
    assertThat(body.getString(measured + "rate.unit")).isEqualTo("steps/s");
    String assumed = "result.rates.find { it.deviceType == 'b' && it.devices == 1.0 }.";
    assertThat(body.getString(assumed + "basis")).isEqualTo("ASSUMED");
    assertThat(body.getFloat(assumed + "rate.value")).isEqualTo(7.0f);
    assertThat(body.getString(assumed + "formula")).contains("0.7 porting cuda to cann");
    assertThat(body.getList("result.assumptions", String.class))
        .anyMatch(a -> a.startsWith("2 starts were at a rate that nobody measured"));
  }

  @Test
  void stepsWithoutAnyRate_areRefusedWithWhatIsMissing() {
    post(JOBS, "null")
        .statusCode(400)
        .body("violations.field", hasItem("jobs[id=on-a]"))
        .body("violations[0].value", equalTo("class llm on a"))
        .body("violations[0].rule", containsString("needs a rate on every device type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throughput.rows[0].stepsPerSecond|{\"rows\":[{\"jobClass\":\"c\",\"deviceType\":\"a\",\"stepsPerSecond\":-1,\"source\":\"s\"}]}",
        "throughput.rows[0].stepsPerSecond|{\"rows\":[{\"jobClass\":\"c\",\"deviceType\":\"a\",\"stepsPerSecond\":0,\"source\":\"s\"}]}",
        "throughput.rows[0].stepsPerSecond|{\"rows\":[{\"jobClass\":\"c\",\"deviceType\":\"a\",\"source\":\"s\"}]}",
        "throughput.rows[0].source|{\"rows\":[{\"jobClass\":\"c\",\"deviceType\":\"a\",\"stepsPerSecond\":1}]}",
        "throughput.rows[0].devices|{\"rows\":[{\"jobClass\":\"c\",\"deviceType\":\"a\",\"devices\":0,\"stepsPerSecond\":1,\"source\":\"s\"}]}",
        "throughput.rows[1]|{\"rows\":[{\"jobClass\":\"c\",\"deviceType\":\"a\",\"stepsPerSecond\":1,\"source\":\"s\"},{\"jobClass\":\"c\",\"deviceType\":\"a\",\"devices\":1,\"stepsPerSecond\":2,\"source\":\"s\"}]}",
        "throughput.rows[0]|{\"rows\":[null]}",
        "throughput.classes[0].precision|{\"classes\":[{\"jobClass\":\"c\",\"precision\":\"INT3\",\"source\":\"s\"}]}",
        "throughput.efficiencies[0].share|{\"efficiencies\":[{\"share\":1.5,\"source\":\"s\"}]}",
        "throughput.portings[0].to|{\"portings\":[{\"from\":\"cuda\",\"share\":0.5,\"source\":\"s\"}]}",
        "throughput.levels[0].level|{\"levels\":[{\"level\":\"ROW\",\"share\":0.5,\"source\":\"s\"}]}",
        "throughput.referenceDevices[0].fp16DenseTflops|{\"referenceDevices\":[{\"id\":\"x\",\"fp16DenseTflops\":-4}]}"
      })
  void wrongThroughput_isRefusedWithItsField(String field, String throughput) {
    post(JOBS, throughput).statusCode(400).body("violations.field", hasItem(field));
  }

  @Test
  void notANumber_isNoThroughput() {
    post(
            JOBS,
            "{\"rows\":[{\"jobClass\":\"c\",\"deviceType\":\"a\",\"devices\":1,"
                + "\"stepsPerSecond\":\"NaN\",\"source\":\"s\"}]}")
        .statusCode(400)
        .body("violations.field", hasItem("throughput.rows[0].stepsPerSecond"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs[0].work|\"work\":{\"steps\":5},\"durationSeconds\":3",
        "jobs[0].work|\"work\":{\"steps\":5,\"flop\":3}",
        "jobs[0].work|\"work\":{}",
        "jobs[0].work.steps|\"work\":{\"steps\":0}",
        "jobs[0].work.flop|\"work\":{\"flop\":-1}",
        "jobs[0].work.precision|\"work\":{\"flop\":5,\"precision\":\"FP5\"}",
        "jobs[0].durationHours|\"priority\":1"
      })
  void wrongWork_isRefusedWithItsField(String field, String work) {
    String job = "{\"id\":\"j\",\"device\":\"a\",\"devices\":1,%s}".formatted(work);
    Calls.post("/v1/workloads", "{\"name\":\"w\",\"jobs\":[%s]}".formatted(job))
        .statusCode(400)
        .body("violations.field", hasItem(field));
  }

  private static String gang(int devices, String topology) {
    return "{\"name\":\"w\",\"jobs\":[{\"id\":\"j\",\"device\":\"a\",\"devices\":%d,\"durationSeconds\":9,\"topology\":%s}]}"
        .formatted(devices, topology);
  }

  @Test
  void gangInARack_isToldItsLevelInItsDecision() throws InterruptedException {
    String jobs = gang(2, "{\"level\":\"RACK\"}");
    String id =
        post(jobs, "{\"levels\":[{\"level\":\"RACK\",\"share\":0.5,\"source\":\"s\"}]}")
            .statusCode(202)
            .extract()
            .path("id");
    JsonPath body = Calls.completed(id);
    assertThat(body.getLong("result.metrics.makespanSeconds")).isEqualTo(18);
    assertThat(body.getString("result.rates[0].level")).isEqualTo("RACK");
    Calls.get("/v1/simulations/" + id + "/decisions?job=j")
        .statusCode(200)
        .body("decisions.items.find { it.start != null }.start.level", equalTo("RACK"));
  }

  @Test
  void gangLargerThanARack_isRefusedWithTheLevel() {
    post(gang(3, "{\"level\":\"RACK\",\"mode\":\"REQUIRED\"}"), "null")
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[id=j]"))
        .body("violations[0].rule", containsString("together in one RACK"));
    post(gang(3, "{\"level\":\"RACK\",\"mode\":\"PREFERRED\"}"), "null").statusCode(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs[0].topology.level|{}",
        "jobs[0].topology.level|{\"level\":\"ROW\"}",
        "jobs[0].topology.mode|{\"level\":\"RACK\",\"mode\":\"MAYBE\"}"
      })
  void wrongTopology_isRefusedWithItsField(String field, String topology) {
    Calls.post("/v1/workloads", gang(2, topology))
        .statusCode(400)
        .body("violations.field", hasItem(field));
  }

  @Test
  void wrongRacks_areRefusedWithTheirField() {
    Calls.post("/v1/fleets", FLEET.replace("\"nodesPerRack\":2", "\"nodesPerRack\":0"))
        .statusCode(400)
        .body("violations.field", hasItem("hubs[0].pools[0].nodesPerRack"));
    Calls.post("/v1/fleets", FLEET.replace("\"racksPerSpine\":2", "\"racksPerSpine\":-2"))
        .statusCode(400)
        .body("violations.field", hasItem("hubs[0].racksPerSpine"));
  }

  private static final String DIVIDED =
      """
      {"name":"npu","hubs":[{"id":"h","pools":[{"deviceType":"n","nodes":1,"devicesPerNode":1}]}],
       "deviceTypes":[{"id":"n","memoryMib":32768,"templates":[
        {"name":"vir02","computeMilli":66,"memoryMib":2184,"source":"s"},
        {"name":"vir16","computeMilli":533,"memoryMib":17476,"source":"s"}]}]}""";

  private static String shares(String asks) {
    return "{\"name\":\"w\",\"jobs\":[{\"id\":\"one\",\"device\":\"n\",\"durationSeconds\":9,%s},{\"id\":\"two\",\"device\":\"n\",\"durationSeconds\":9,%s}]}"
        .formatted(asks, asks);
  }

  @Test
  void template_takesItsShareOfTheDevice() throws InterruptedException {
    fleet = Calls.created("/v1/fleets", DIVIDED);
    Calls.get("/v1/fleets/" + fleet)
        .statusCode(200)
        .body("deviceTypes[0].templates[1].name", equalTo("vir16"));
    JsonPath small =
        Calls.completed(post(shares("\"template\":\"vir02\""), "null").extract().path("id"));
    assertThat(small.getLong("result.metrics.makespanSeconds")).isEqualTo(9);
    JsonPath large =
        Calls.completed(post(shares("\"template\":\"vir16\""), "null").extract().path("id"));
    assertThat(large.getLong("result.metrics.makespanSeconds")).isEqualTo(18);
    String memory = "\"fraction\":0.05,\"deviceMemoryMib\":20000";
    JsonPath whole = Calls.completed(post(shares(memory), "null").extract().path("id"));
    assertThat(whole.getLong("result.metrics.makespanSeconds")).isEqualTo(18);
  }

  @Test
  void unknownTemplate_isRefusedWithThoseThereAre() {
    fleet = Calls.created("/v1/fleets", DIVIDED);
    post(shares("\"template\":\"vir03\""), "null")
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[id=one].template"))
        .body("violations[0].remedy", equalTo("use one of [vir02, vir16]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs[0].template|\"template\":\"vir02\",\"fraction\":0.5",
        "jobs[0].template|\"template\":\"\"",
        "jobs[0].deviceMemoryMib|\"devices\":1,\"deviceMemoryMib\":0",
        "jobs[0].deviceMemoryMib|\"cpuMilli\":1,\"deviceMemoryMib\":5"
      })
  void wrongShare_isRefusedWithItsField(String field, String asks) {
    Calls.post("/v1/workloads", shares(asks))
        .statusCode(400)
        .body("violations.field", hasItem(field));
  }

  @Test
  void wrongTemplates_areRefusedWithTheirField() {
    Calls.post("/v1/fleets", DIVIDED.replace("66", "1000"))
        .statusCode(400)
        .body("violations.field", hasItem("deviceTypes[0].templates[0].computeMilli"));
    Calls.post("/v1/fleets", DIVIDED.replace("vir16", "vir02"))
        .statusCode(400)
        .body("violations.field", hasItem("deviceTypes[0].templates[1].name"));
  }
}
