package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.market.rest.FakeCatalogue.Mood;

/** What models cite of the catalogue, and what it says now. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class CatalogueValuesTest {
  private static final String VERSION = "2026-11-29-dd18318a148c";

  @Inject CircuitBreakerMaintenance breakers;

  @BeforeEach
  @AfterEach
  void catalogueAnswersAgain() {
    FakeCatalogue.MOOD.set(Mood.ANSWERS);
    breakers.resetAll();
  }

  private static ValidatableResponse values(String model) {
    return given().get("/v1/models/" + model + "/catalogue-values").then();
  }

  /** The example model with the power of a rack cited of the catalogue. */
  private static String model(String id, String accelerator, String property, String unit) {
    return Examples.MODEL_POST
        .replace("rack-cooling", id)
        .replace("kW/rack", unit)
        .replace("CNY/rack", "CNY/device")
        .replace(
            "- value: 40\n",
            "- value: 0.41\n        catalogue: {accelerator: %s, property: %s, version: old-1}\n"
                .formatted(accelerator, property));
  }

  private static ValidatableResponse publish(String model) {
    return given().contentType(ContentType.JSON).body(model).post("/v1/models").then();
  }

  @Test
  void shippedPeaks_areWhatTheCatalogueSays() {
    values("compute-demand")
        .statusCode(200)
        .body("values.key", contains("domestic_peak", "h100_peak"))
        .body("values.state", everyItem(equalTo("same")))
        .body("values.current", contains("376", "989.4"))
        .body("values[0].low", equalTo("220"))
        .body("scenario", nullValue());
    values("compute-outlook").statusCode(200).body("values", hasSize(0));
  }

  @Test
  void otherValue_isToldInTheModelsUnit_withAScenarioThatIsTaken() {
    publish(model("rack-cited-power", "nvidia-h100-sxm", "power", "kW/device")).statusCode(201);
    Map<String, Object> scenario =
        values("rack-cited-power")
            .statusCode(200)
            .body("values[0].state", equalTo("different"))
            .body("values[0].value", equalTo("0.41"))
            .body("values[0].citedVersion", equalTo("old-1"))
            .body("values[0].current", equalTo("0.7"))
            .body("values[0].catalogVersion", equalTo(VERSION))
            .extract()
            .path("scenario");
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("scenario", scenario))
        .post("/v1/models/rack-cited-power/scenarios")
        .then()
        .statusCode(201);
    evaluate("{\"model\": \"rack-cited-power\", \"scenario\": \"catalogue-up-to-date\"}")
        .body("values[0].exact", equalTo("2800"))
        .body("model.catalogVersions", nullValue());
    evaluate("{\"model\": \"rack-cited-power\"}").body("model.catalogVersions", contains("old-1"));
  }

  private static ValidatableResponse evaluate(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/v1/evaluations").then();
  }

  @ParameterizedTest
  @CsvSource({
    "rack-cited-nobody, nobody-x1, power, kW/device, unknown accelerator",
    "rack-cited-int4, huawei-ascend-910b, int4, TOP@INT4/(s.device), unknown property",
  })
  void whatTheCatalogueDoesNotTell_isSaid(
      String id, String accelerator, String property, String unit, String state) {
    String price = property.equals("power") ? "CNY/kW" : "CNY.s/TOP@INT4";
    publish(model(id, accelerator, property, unit).replace("CNY/kW", price)).statusCode(201);
    values(id)
        .statusCode(200)
        .body("values[0].state", equalTo(state))
        .body("values[0].current", nullValue())
        .body("scenario", nullValue());
  }

  @Test
  void catalogueAway_isAnsweredWithWhatItSaidLast_orWithout503() {
    values("compute-demand").statusCode(200).body("values.stale", everyItem(equalTo(false)));
    publish(model("rack-cited-unheard", "huawei-unheard", "power", "kW/device")).statusCode(201);
    FakeCatalogue.MOOD.set(Mood.FAILS);
    int before = FakeCatalogue.CALLS.get();
    values("rack-cited-unheard").statusCode(503).body("detail", containsString("huawei-unheard"));
    assertThat(FakeCatalogue.CALLS.get() - before).as("tried again").isEqualTo(3);
    values("compute-demand").statusCode(200).body("values.stale", everyItem(equalTo(true)));
    FakeCatalogue.MOOD.set(Mood.ANSWERS);
    breakers.resetAll();
    FakeCatalogue.MOOD.set(Mood.TALKS_NONSENSE);
    values("rack-cited-unheard").statusCode(503).body("detail", containsString("not understood"));
  }

  @ParameterizedTest
  @CsvSource({
    "rack-cited-a, nvidia-h100-sxm, colour, kW/device, can be cited",
    "rack-cited-b, nvidia-h100-sxm, fp16, kW/device, is in TFLOP@FP16",
    "rack-cited-c, ../../etc, power, kW/device, must be an id",
  })
  void citationThatCannotBe_isRefused(
      String id, String accelerator, String property, String unit, String why) {
    publish(model(id, accelerator, property, unit))
        .statusCode(400)
        .body("violations.rule", hasItem(containsString(why)));
  }

  @Test
  void everyResult_namesTheVersionsThatItsInputsCite() {
    String devices = "\"domestic_devices_2025\"";
    String some = "{\"model\": \"compute-demand\", \"outputs\": [" + devices + "]";
    for (String path : new String[] {"evaluations", "explanations", "sensitivities"}) {
      results(path, some + "}").body("model.catalogVersions", contains(VERSION));
    }
    results("uncertainties", some + ", \"worlds\": 1024}")
        .body("model.catalogVersions", contains(VERSION));
    String series = "{\"model\": \"compute-demand\", \"families\": [\"domestic_devices\"]";
    results("series", series + "}").body("model.catalogVersions", contains(VERSION));
    results("series/uncertainties", series + ", \"worlds\": 1024}")
        .body("model.catalogVersions", contains(VERSION));
    results(
            "goal-seeks",
            "{\"model\": \"compute-demand\", \"parameter\": \"training_efficiency\", \"output\":"
                + devices
                + ", \"target\": {\"value\": \"40\", \"unit\": \"1e4 device\"}}")
        .body("model.catalogVersions", contains(VERSION));
    results("evaluations", some.replace(devices, "\"domestic_share_2025\"") + "}")
        .body("model.catalogVersions", nullValue());
    given()
        .get("/v1/models/compute-demand/scenarios/diff?to=risk-ai")
        .then()
        .body("model.catalogVersions", contains(VERSION));
  }

  private static ValidatableResponse results(String path, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/" + path)
        .then()
        .statusCode(200);
  }

  @Test
  void explanationAndModel_tellWhereItWasRead() {
    given()
        .accept("text/plain")
        .contentType(ContentType.JSON)
        .body("{\"model\": \"compute-demand\", \"outputs\": [\"domestic_devices_2025\"]}")
        .post("/v1/explanations")
        .then()
        .body(
            containsString(
                "note: read as fp16 of huawei-ascend-910b in catalogue version " + VERSION));
    given()
        .get("/v1/models/compute-demand")
        .then()
        .body(
            "parameters.find { it.name == 'domestic_peak' }.values[0].catalogue.accelerator",
            equalTo("huawei-ascend-910b"));
  }
}
