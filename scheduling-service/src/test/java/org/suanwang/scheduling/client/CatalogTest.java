package org.suanwang.scheduling.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Device types from the catalogue: read, remembered, and missed. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalog.class, scope = TestResourceScope.GLOBAL)
class CatalogTest {
  @AfterEach
  void heal() {
    FakeCatalog.FAILS.set(false);
  }

  @Test
  void typeOfTheCatalogue_comesWithItsVersionAndPeak() {
    post("huawei-ascend-910")
        .statusCode(201)
        .body("catalogVersion.id", equalTo("2026-11-23-e1561cd41c51"))
        .body("catalogVersion.stale", equalTo(false))
        .body("deviceTypes[0].fp16DenseTflops", equalTo(256.0F))
        .body("deviceTypes[0].powerWatts", equalTo(310.0F))
        .body("deviceTypes[0].country", equalTo("CN"))
        .body("deviceTypes[0].source", equalTo("catalogue"))
        .body("throughput.unit", equalTo("EFLOP/s"));
    assertThat(FakeCatalog.LAST_AUTHORIZATION.get()).isNull();
  }

  /** The catalogue states 204.9 for its vector circuits and 1513 for sparse matrices, too. */
  @Test
  void typeOfSeveralPeaks_comesWithTheDenseOneOfItsMatrixCircuits() {
    post("nvidia-h100-pcie")
        .statusCode(201)
        .body("deviceTypes[0].country", equalTo("US"))
        .body("deviceTypes[0].fp16DenseTflops", equalTo(756.5F))
        .body("deviceTypes[0].powerWatts", equalTo(350.0F));
  }

  @Test
  void typeWithoutFp16Peak_isNamedAsMissing() {
    post("jingjia-jm92").statusCode(201).body("typesWithoutThroughput", contains("jingjia-jm92"));
  }

  @Test
  void catalogueDown_lastKnownTypesAreUsedAndMarkedStale() {
    post("huawei-ascend-910").statusCode(201);
    FakeCatalog.FAILS.set(true);
    post("huawei-ascend-910").statusCode(201).body("catalogVersion.stale", equalTo(true));
  }

  @Test
  void unknownType_isRefusedWithTheNearest() {
    post("huawei-ascend-901")
        .statusCode(400)
        .body("violations[0].field", equalTo("hubs[0].pools[0].deviceType"))
        .body("violations[0].remedy", containsString("did you mean huawei-ascend-910?"));
  }

  private static ValidatableResponse post(String type) {
    return given()
        .contentType("application/json")
        .body(
            "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"%s\",\"nodes\":2,\"devicesPerNode\":8}]}]}"
                .formatted(type))
        .when()
        .post("/v1/fleets")
        .then();
  }
}
