package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Energy of hubs over REST, and what is said about what cannot be. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class EnergyRequestTest {
  /** Dear from midnight to one o'clock, when two of the four kilowatt-hours are drawn. */
  private static final String NIGHT = "2.0," + String.join(",", Collections.nCopies(23, "0.5"));

  private static String fleet(String ofHub, String ofType) {
    return """
        {"name":"energy","hubs":[{"id":"h",%s"pools":[
          {"deviceType":"a","nodes":1,"devicesPerNode":2}]}],
         "deviceTypes":[{"id":"a","powerWatts":1000%s}]}"""
        .formatted(ofHub, ofType);
  }

  private static final String TOLD =
      "\"pue\":1.25,\"tariff\":{\"value\":["
          + NIGHT
          + "],\"unit\":\"CNY/(kW.h)\",\"rationale\":\"made up\"},"
          + "\"carbonGramsPerKilowattHour\":600,\"greenShare\":[0.25],";

  /** Second 0 is midnight in Shanghai; one device is held for two hours. */
  private static final String JOBS =
      """
      {"name":"w","epoch":"2024-12-31T16:00:00Z","jobs":[
       {"id":"j","device":"a","devices":1,"durationSeconds":7200,"submitSeconds":0}]}""";

  @Test
  void energyOfARun_isToldByHubAndInAll() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", fleet(TOLD, ",\"idlePowerWatts\":600"));
    String workload = Calls.created("/v1/workloads", JOBS);
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", ",\"efficiency\":0.5");
    JsonPath use = Calls.completed(id).setRootPath("result.energyUse");
    // a held device draws 800 W, the other 600
    assertThat(use.getDouble("allocated.value")).isEqualTo(2.0);
    assertThat(use.getDouble("idle.value")).isEqualTo(1.5);
    assertThat(use.getDouble("energy.value")).isEqualTo(3.5);
    assertThat(use.getFloat("ofDevices.value")).isEqualTo(2.8f);
    assertThat(use.getDouble("cost.value")).isEqualTo(1.75 * 2 + 1.75 * 0.5);
    assertThat(use.getString("cost.unit")).isEqualTo("CNY");
    assertThat(use.getFloat("carbon.value")).isEqualTo(2.1f);
    assertThat(use.getDouble("green.value")).isEqualTo(0.875);
    assertThat(use.getString("hubs[0].hub")).isEqualTo("h");
    assertThat(use.getDouble("hubs[0].cost.value")).isEqualTo(4.375);
    assertThat(use.getList("typesWithoutIdlePower")).isEmpty();
    JsonPath series = Calls.get("/v1/simulations/" + id + "/time-series").extract().jsonPath();
    assertThat(series.getDouble("points[0].powerKilowatts")).isEqualTo(1.75);
    assertThat(series.getDouble("points[0].energyCostCnyPerHour")).isEqualTo(3.5);
    assertThat(series.getDouble("points[239].energyCostCnyPerHour")).isEqualTo(0.875);
  }

  @Test
  void energyOfAHub_isKeptAndShown() {
    String id = Calls.created("/v1/fleets", fleet(TOLD, ",\"idlePowerWatts\":600"));
    JsonPath kept = Calls.get("/v1/fleets/" + id).statusCode(200).extract().jsonPath();
    assertThat(kept.getDouble("deviceTypes[0].idlePowerWatts")).isEqualTo(600);
    kept.setRootPath("hubs[0].energy");
    assertThat(kept.getString("timeZone")).isEqualTo("Asia/Shanghai");
    assertThat(kept.getList("tariff.value")).hasSize(24);
    assertThat(kept.getString("tariff.rationale")).isEqualTo("made up");
    assertThat(kept.getList("carbonGramsPerKilowattHour", Double.class)).isEqualTo(List.of(600.0));
    assertThat(kept.getList("greenShare", Double.class)).isEqualTo(List.of(0.25));
    assertThat(kept.getList("pueByHour")).isEmpty();
  }

  @Test
  void fleetThatSaysNothing_hasNoCostAndNamesWhatIsMissing() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", fleet("", ""));
    String workload = Calls.created("/v1/workloads", JOBS);
    JsonPath run = Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", ""));
    JsonPath use = run.setRootPath("result.energyUse");
    assertThat(use.getDouble("energy.value")).isEqualTo(2.0);
    assertThat(use.getString("cost.value")).isNull();
    assertThat(use.getList("hubsWithoutTariff", String.class)).containsExactly("h");
    assertThat(use.getList("hubsWithoutCarbon", String.class)).containsExactly("h");
    assertThat(use.getList("hubsWithoutPue", String.class)).containsExactly("h");
    assertThat(use.getList("typesWithoutIdlePower", String.class)).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"pueByHour\":[1.2], | hubs[0].pueByHour | must be 24 numbers",
        "\"pueByHour\":[], | hubs[0].pueByHour | must be 24 numbers",
        "\"pue\":1.2,\"pueByHour\":[$], | hubs[0].pueByHour | a hub has one PUE for all hours, or one for each",
        "\"pueByHour\":[0.9,$23], | hubs[0].pueByHour[0] | must be a number from 1.0 to 10.0",
        "\"pueByHour\":[null,$23], | hubs[0].pueByHour[0] | must be a number",
        "\"greenShare\":[1,1], | hubs[0].greenShare | must be one number, or 24",
        "\"greenShare\":1.01, | hubs[0].greenShare[0] | must be a number from 0.0 to 1.0",
        "\"carbonGramsPerKilowattHour\":-1, | hubs[0].carbonGramsPerKilowattHour[0] | must be a number from 0.0 to 5000.0",
        "\"timeZone\":\"Asia/Shangai\", | hubs[0].timeZone | must be a time zone of the tz database",
        "\"timeZone\":\"+08:00\", | hubs[0].timeZone | must be a time zone of the tz database",
        "\"timeZone\":\"\", | hubs[0].timeZone | must be a time zone of the tz database",
        "\"tariff\":{}, | hubs[0].tariff.value | is required",
        "\"tariff\":{\"value\":1,\"unit\":\"CNY\",\"rationale\":\"r\"}, | hubs[0].tariff.unit | must be CNY/(kW.h)",
        "\"tariff\":{\"value\":1,\"unit\":\"CNY/(kW.h)\"}, | hubs[0].tariff.rationale | an assumption carries a rationale",
        "\"tariff\":{\"value\":101,\"unit\":\"CNY/(kW.h)\",\"rationale\":\"r\"}, | hubs[0].tariff.value[0] | must be a number from -10.0 to 100.0",
      })
  void whatCannotBe_isToldByItsField(String ofHub, String field, String rule) {
    String given =
        ofHub
            .replace("$23", String.join(",", Collections.nCopies(23, "1.2")))
            .replace("$", String.join(",", Collections.nCopies(24, "1.2")));
    Calls.post("/v1/fleets", fleet(given, ""))
        .statusCode(400)
        .body("violations.field", hasItem(field))
        .body("violations.rule", hasItem(rule));
  }

  @ParameterizedTest
  @CsvSource({"1000.5", "-1"})
  void idlePowerAboveTheDesignPowerOrBelowNothing_isRefused(String watts) {
    Calls.post("/v1/fleets", fleet("", ",\"idlePowerWatts\":" + watts))
        .statusCode(400)
        .body("violations[0].field", equalTo("deviceTypes[0].idlePowerWatts"))
        .body("violations[0].rule", equalTo("must be from 0 to powerWatts 1000.0"));
  }

  @Test
  void idlePowerWithoutDesignPower_isRefused() {
    String body = fleet("", ",\"idlePowerWatts\":10").replace("\"powerWatts\":1000,", "");
    Calls.post("/v1/fleets", body)
        .statusCode(400)
        .body("violations[0].rule", equalTo("needs powerWatts beside it"));
  }

  /** Submitted at midnight, when energy is dear; from one o'clock on it is not. */
  private static final String PUT_OFF =
      JOBS.replace("\"submitSeconds\"", "\"deferrable\":{\"untilSeconds\":9000},\"submitSeconds\"");

  private static final String DEFERRING = "{\"deferral\":\"cheapest-tariff\"}";

  @Test
  void jobIsPutOff_whereThePolicyDoesSo() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", fleet(TOLD, ",\"idlePowerWatts\":600"));
    String workload = Calls.created("/v1/workloads", PUT_OFF);
    JsonPath usual = Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", ""));
    assertThat(usual.getInt("result.metrics.makespanSeconds")).isEqualTo(7_200);
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":%s}"
            .formatted(fleet, workload, DEFERRING);
    String id = Calls.post("/v1/simulations", body).statusCode(202).extract().path("id");
    JsonPath putOff = Calls.completed(id);
    assertThat(putOff.getInt("result.metrics.makespanSeconds")).isEqualTo(10_800);
    assertThat(putOff.getInt("result.waitReasons.DEFERRED.seconds")).isEqualTo(3_600);
    Calls.get("/v1/simulations/" + id + "/decisions?job=j")
        .statusCode(200)
        .body("decisions.items[0].waiting.reason", equalTo("DEFERRED"));
  }

  @Test
  void policiesThatDifferByDeferral_areTwoOfAnExperiment() {
    String fleet = Calls.created("/v1/fleets", fleet(TOLD, ""));
    String workload = Calls.created("/v1/workloads", PUT_OFF);
    String body =
        "{\"name\":\"e\",\"fleets\":[\"%s\"],\"workloads\":[\"%s\"],\"seeds\":[1],\"policies\":[%s]}"
            .formatted(fleet, workload, "\"fifo-first-fit\"," + DEFERRING);
    Calls.post("/v1/experiments", body)
        .statusCode(202)
        .body("policies[1]", equalTo("fifo-first-fit;deferral=cheapest-tariff"));
  }

  @Test
  void deferralThatNobodyKnows_andOneWithoutATime_areRefused() {
    Calls.post(
            "/v1/simulations",
            "{\"fleet\":\"f\",\"workload\":\"w\",\"policy\":{\"deferral\":\"later\"}}")
        .statusCode(400)
        .body("violations.field", hasItem("policy.deferral"));
    for (String until : List.of("{}", "{\"untilSeconds\":0}", "{\"untilSeconds\":2147483648}")) {
      Calls.post("/v1/workloads", PUT_OFF.replace("{\"untilSeconds\":9000}", until))
          .statusCode(400)
          .body("violations.field", hasItem("jobs[0].deferrable.untilSeconds"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"1.2\"", "[[1.2]]", "true", "{}"})
  void whatIsNoNumber_isRefused(String sent) {
    Calls.post("/v1/fleets", fleet("\"greenShare\":" + sent + ",", "")).statusCode(400);
  }
}
