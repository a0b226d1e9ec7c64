package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** From where the devices are that jobs hold, asked for and told over REST; numbers by hand. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class OriginRequestTest {
  /** Three types; the last says nothing of its maker. */
  private static final String FLEET =
      """
      {"name":"f"%s,"hubs":[{"id":"h","pools":[
        {"deviceType":"away","nodes":1,"devicesPerNode":1},
        {"deviceType":"home","nodes":1,"devicesPerNode":1},
        {"deviceType":"open","nodes":1,"devicesPerNode":1}]}],
       "deviceTypes":[{"id":"away","vendor":{"id":"nvidia","country":"US"}},
        {"id":"home","country":"CN","vendor":{"country":"US"}},{"id":"open"}]}""";

  /** Thirty seconds of the first type, ten of the second. */
  private static final String JOBS =
      """
      {"name":"w","jobs":[
       {"id":"a","tasks":1,"devicesPerTask":1,"durationSeconds":30,"submitSeconds":0},
       {"id":"b","tasks":1,"devicesPerTask":1,"durationSeconds":10,"submitSeconds":0}%s]}""";

  private static final String THIRD =
      ",{\"id\":\"c\",\"tasks\":1,\"devicesPerTask\":1,\"durationSeconds\":1,\"submitSeconds\":0}";
  private static final String DOMESTIC =
      "{\"order\":\"fifo\",\"filters\":[{\"name\":\"device-countries\",\"values\":[%s]}]}";

  /** Numbers are read as single precision. */
  private static final Percentage SINGLE = Percentage.withPercentage(1e-4);

  private static JsonPath origins(String country, String moreJobs) throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET.formatted(country));
    String workload = Calls.created("/v1/workloads", JOBS.formatted(moreJobs));
    return Calls.completed(Calls.simulation(fleet, workload, "fifo-first-fit", ""));
  }

  @Test
  void resultOfFleetWithItsCountry_tellsItsShare() throws InterruptedException {
    JsonPath body = origins(",\"country\":\"CN\"", "");
    assertThat(body.getList("result.origins.countries.country")).containsExactly("US", "CN", null);
    assertThat(body.getList("result.origins.countries.shareOfAllocated", Double.class))
        .containsExactly(0.75, 0.25, 0.0);
    assertThat(body.getDouble("result.origins.countries[1].allocation")).isCloseTo(1 / 3.0, SINGLE);
    assertThat(body.getDouble("result.origins.countries[0].deviceHours.value"))
        .isCloseTo(30 / 3600.0, SINGLE);
    assertThat(body.getDouble("result.origins.domesticShare")).isEqualTo(0.25);
  }

  @Test
  void resultInWhichUnknownDevicesWereHeld_tellsNoShare() throws InterruptedException {
    JsonPath body = origins(",\"country\":\"CN\"", THIRD);
    assertThat(body.<Object>get("result.origins.domesticShare")).isNull();
    assertThat(body.getString("result.origins.domesticCountry")).isEqualTo("CN");
  }

  @Test
  void resultOfFleetWithoutCountry_tellsCountriesOnly() throws InterruptedException {
    JsonPath body = origins("", "");
    assertThat(body.getList("result.origins.countries")).hasSize(3);
    assertThat(body.<Object>get("result.origins.domesticShare")).isNull();
  }

  /** A rule that asks for domestic devices, beside no rule, in one experiment. */
  @Test
  void filterByCountry_makesAllOfItDomestic() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET.formatted(",\"country\":\"CN\""));
    String workload = Calls.created("/v1/workloads", JOBS.formatted(""));
    String request =
        "{\"name\":\"e\",\"fleets\":[\"%s\"],\"workloads\":[\"%s\"],\"policies\":[\"fifo-first-fit\",%s],\"seeds\":[1]}"
            .formatted(fleet, workload, DOMESTIC.formatted("\"CN\""));
    String id = Calls.post("/v1/experiments", request).statusCode(202).extract().path("id");
    JsonPath results = Calls.results(id);
    assertThat(results.getList("runs.items.values.domesticShare", Double.class))
        .containsExactlyInAnyOrder(0.25, 1.0);
  }

  @Test
  void wrongCountries_areToldByField() {
    Calls.post("/v1/fleets", FLEET.formatted(",\"country\":\"China\""))
        .statusCode(400)
        .body("violations.field", equalTo(List.of("country")))
        .body("violations[0].rule", containsString("ISO 3166-1 alpha-2"));
    Calls.post("/v1/fleets", FLEET.formatted("").replace("\"US\"}},", "\"us\"}},"))
        .statusCode(400)
        .body("violations.field", hasItems("deviceTypes[0].vendor.country"));
    Calls.post("/v1/policies", "{\"name\":\"p\",\"parts\":" + DOMESTIC.formatted("\"CHN\"") + "}")
        .statusCode(400)
        .body("violations.field", hasItems("parts.filters[0].values[0]"));
  }

  @Test
  void fleet_tellsItsCountries() {
    String fleet = Calls.created("/v1/fleets", FLEET.formatted(",\"country\":\"CN\""));
    Calls.get("/v1/fleets/" + fleet)
        .body("country", equalTo("CN"))
        .body("deviceTypes[1].country", equalTo("CN"))
        .body("deviceTypes[2].country", nullValue());
  }
}
