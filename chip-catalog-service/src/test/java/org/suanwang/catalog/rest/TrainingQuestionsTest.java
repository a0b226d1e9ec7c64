package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Who can train large models, and who comes after whom, by the loaded data. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class TrainingQuestionsTest {
  private static ValidatableResponse match(String training, String precision) {
    String question =
        """
        {"training":%s,"precision":"%s",
         "efficiency":{"value":38,"unit":"%%","source":"assumed"}}"""
            .formatted(training, precision);
    return given()
        .contentType(ContentType.JSON)
        .body(question)
        .post("/v1/requirement-matches")
        .then()
        .statusCode(200);
  }

  @Test
  void trainingInBf16_isMatchedByWhoHasItAndByNobodyElse() {
    match(
            """
            {"parameters":{"value":70,"unit":"1e9"},"tokens":{"value":1400,"unit":"1e9"},
             "within":{"value":30,"unit":"d"}}""",
            "BF16")
        .body("matches.precision", everyItem(is("BF16")))
        .body(
            "matches.accelerator",
            hasItems(
                "nvidia-h100-sxm",
                "nvidia-a100-80gb-sxm",
                "nvidia-h200-sxm",
                "amd-mi300x",
                "amd-mi250x",
                "intel-gaudi2",
                "huawei-ascend-910b",
                "huawei-ascend-910c"))
        .body("matches.accelerator", not(hasItem("nvidia-v100-sxm2")))
        .body("matches.accelerator", not(hasItem("huawei-ascend-910")))
        // 226,851.85 TFLOP/s by 312 x 38 %
        .body("matches.find { it.accelerator == 'nvidia-a100-80gb-sxm' }.devices.value", is(1914));
  }

  @Test
  void modelWithAnEstimatedCompute_isMatchedByIt() {
    match("{\"model\":\"gpt-moe-1800b\",\"within\":{\"value\":90,\"unit\":\"d\"}}", "BF16")
        .body("demand.compute.value", is(21500))
        .body("demand.compute.low", is(21000))
        .body("demand.needs[0].formula", containsString("claimed of the model"))
        .body("matches.accelerator", hasItem("nvidia-h100-sxm"));
  }

  @Test
  void ascend910_hasItsFamily() {
    given()
        .get("/v1/accelerators/huawei-ascend-910/lineage")
        .then()
        .statusCode(200)
        .body(
            "successors.accelerator.id",
            hasItems(
                "huawei-ascend-910b",
                "huawei-ascend-910c",
                "huawei-ascend-950pr",
                "huawei-ascend-970"));
    given()
        .get("/v1/accelerators/huawei-ascend-910b/lineage")
        .then()
        .body("predecessors.accelerator.id", hasItem("huawei-ascend-910"))
        .body("variants.accelerator.id", hasItems("huawei-ascend-910b1", "huawei-ascend-910b4"));
  }
}
