package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** The questions of analysts to the running service, with the loaded data. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class QuestionsTest {
  private static final String FIGURE_11 =
      "{\"accelerators\":[\"hygon-shensuan-1\",\"nvidia-a100-80gb-sxm\"]}";

  private static final String SEVENTY_BILLION =
      """
      {"training":{"parameters":{"value":70,"unit":"1e9"},"tokens":{"value":1400,"unit":"1e9"},
                   "within":{"value":30,"unit":"d"}},
       "precision":"BF16","mayFallBackTo":["FP16"],
       "efficiency":{"value":38,"low":30,"high":45,"unit":"%","source":"assumed"},
       "candidates":{"countries":["CN"]}}""";

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  @Test
  void countryThatIsNone_isRefused() {
    post("/v1/requirement-matches", SEVENTY_BILLION.replace("CN", "Atlantis"))
        .statusCode(400)
        .body("violations.field", contains("candidates.countries"))
        .body("violations.value", contains("ATLANTIS"));
  }

  @Test
  void figureEleven_isNotComparable() {
    post("/v1/comparisons", FIGURE_11)
        .statusCode(200)
        .body("reference", is("hygon-shensuan-1"))
        // No source says of which circuits the 24.5 is.
        .body("rows.find { it.key == 'FP16' }.likeness", not(is("COMPARABLE")))
        .body("rows.find { it.key == 'FP16' }.cells.resolved.value", contains(24.5f, 312))
        .body("rows.find { it.key == 'FP16' }.cells[1].ratio", nullValue())
        .body("rows.find { it.key == 'FP16' }.cells.best", contains(false, false))
        .body(
            "rows.find { it.key == 'FP16' }.cells[1].comparableIf"
                + ".find { it.circuit == 'VECTOR' }.pair.of",
            startsWith("FP16 DENSE VECTOR"))
        .body("rows.section", hasItems("HEADLINE", "BASICS", "PEAK", "TEXT"));
  }

  @Test
  void vectorBesideMatrix_offersThePairThatIsComparable() {
    post("/v1/comparisons", "{\"accelerators\":[\"nvidia-a100-80gb-sxm\",\"amd-mi250x\"]}")
        .statusCode(200)
        .body("rows.find { it.key == 'FP32' }.likeness", is("VECTOR_AGAINST_MATRIX"))
        .body("rows.find { it.key == 'FP32' }.cells[1].ratio", nullValue())
        .body("rows.find { it.key == 'FP32' }.cells[1].resolved.value", is(95.7f))
        .body("rows.find { it.key == 'FP32' }.cells[1].comparablePair.resolved.value", is(47.9f))
        .body("rows.find { it.key == 'FP32' }.cells[1].comparablePair.reference.value", is(19.5f));
  }

  @Test
  void comparison_isACsvForWhoWantsOne() {
    given()
        .contentType(ContentType.JSON)
        .accept("text/csv")
        .body(FIGURE_11)
        .post("/v1/comparisons")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/csv"))
        .body(startsWith("catalogVersion,section,attribute,rowLikeness,accelerator,"))
        .body(containsString(",TF32,UNKNOWN,nvidia-a100-80gb-sxm,TF32 DENSE MATRIX PACKAGE,156,"));
  }

  @Test
  void comparisonWithAReferenceOfItsOwn_isRefused() {
    post("/v1/comparisons", FIGURE_11.replace("]}", "],\"reference\":\"amd-mi250\"}"))
        .statusCode(400)
        .body("violations.field", contains("reference"));
  }

  @Test
  void derivedMetrics_tellFormulaInputsAndWhatIsMissing() {
    given()
        .get("/v1/accelerators/nvidia-h100-sxm")
        .then()
        .body("derived.find { it.name == 'fp16PerWatt' }.state", is("KNOWN"))
        .body("derived.find { it.name == 'fp16PerWatt' }.formula", is("dense peak ÷ power"))
        .body("derived.find { it.name == 'fp16PerWatt' }.claimIds", not(empty()))
        .body("derived.find { it.name == 'fp16PerWatt' }.missing", empty())
        .body("derived.find { it.name == 'fp16PerDollar' }.state", is("KNOWN"));
    given()
        .get("/v1/accelerators/nvidia-h100-pcie")
        .then()
        .body("derived.find { it.name == 'fp16PerDollar' }.state", is("UNKNOWN"))
        .body("derived.find { it.name == 'fp16PerDollar' }.value", nullValue())
        .body("derived.find { it.name == 'fp16PerDollar' }.missing", not(empty()));
  }

  @Test
  void statedEfficiency_changesTheCountAndSaysSo() {
    post(
            "/v1/equivalences",
            """
            {"from":{"accelerator":"nvidia-h100-sxm","count":8000},
             "to":"huawei-ascend-910","precision":"FP16",
             "efficiency":{"from":{"value":40,"unit":"%","source":"one benchmark"},
                           "to":{"value":20,"unit":"%","source":"another"}}}""")
        .statusCode(200)
        // 8000 x 989.4 x 2 / 256
        .body("to.count.value", is(61838))
        .body("bindingConstraint", is("effectiveThroughput"))
        .body("constraints.find { it.name == 'throughput' }.counts", is(false))
        .body(
            "constraints.find { it.name == 'effectiveThroughput' }.note",
            containsString("one benchmark"))
        .body("to.power.total.unit", is("W"));
  }

  @Test
  void unknownEfficiency_isUnknownUnlessEqualOnesAreAllowed() {
    String question =
        """
        {"from":{"accelerator":"nvidia-h100-sxm","count":8000},
         "to":"huawei-ascend-910","precision":"FP16","constraints":["effectiveThroughput"]}""";
    post("/v1/equivalences", question)
        .statusCode(200)
        .body("constraints.find { it.name == 'effectiveThroughput' }.state", is("UNKNOWN"))
        .body("bindingConstraint", is("throughput"));
    post("/v1/equivalences", question.replace("]}", "],\"assumeEqualEfficiency\":true}"))
        .body("constraints.find { it.name == 'effectiveThroughput' }.state", is("ASSUMED_EQUAL"))
        .body("to.count.value", is(30919));
  }

  @Test
  void statedEfficiencyWithoutASource_isRefusedWithEveryFault() {
    post(
            "/v1/equivalences",
            """
            {"from":{"accelerator":"nvidia-h100-sxm","count":1},
             "to":"huawei-ascend-910","precision":"FP16",
             "efficiency":{"from":{"value":140,"unit":"W"}}}""")
        .statusCode(400)
        .body(
            "violations.field",
            hasItems("efficiency.from.value", "efficiency.from.unit", "efficiency.from.source"));
  }

  @Test
  void sideWithoutOrWithTwoIds_isRefused() {
    post("/v1/equivalences", "{\"from\":{\"count\":1},\"to\":\"amd-mi250\",\"precision\":\"FP16\"}")
        .statusCode(400)
        .body("violations.field", contains("from.accelerator"));
    post(
            "/v1/equivalences",
            """
            {"from":{"accelerator":"amd-mi250","system":"rack","count":1},
             "to":"amd-mi250","precision":"FP16"}""")
        .statusCode(400);
  }

  @Test
  void requirement_isMatchedAndEveryOtherHasItsReasons() {
    post("/v1/requirement-matches", SEVENTY_BILLION)
        .statusCode(200)
        .body("demand.compute.value", is(588))
        .body("demand.needs[0].formula", containsString("Kaplan et al. 2020"))
        .body("efficiencySource", is("assumed"))
        .body("matches.accelerator", hasItem("huawei-ascend-910"))
        // 226,851.85 TFLOP/s by 256 x 38 %, 320 x 45 %, 256 x 30 %
        .body("matches.find { it.accelerator == 'huawei-ascend-910' }.devices.value", is(2332))
        .body("matches.find { it.accelerator == 'huawei-ascend-910' }.devices.low", is(1576))
        .body("matches.find { it.accelerator == 'huawei-ascend-910' }.devices.high", is(2954))
        .body("matches.find { it.accelerator == 'huawei-ascend-910' }.precision", is("FP16"))
        .body("others.reasons.flatten().code", hasItems("OTHER_COUNTRY", "PEAK_UNKNOWN"))
        .body("others.collect { it.reasons.size() }", everyItem(greaterThan(0)))
        .body("countsByReason.OTHER_COUNTRY", notNullValue());
  }

  @Test
  void exportRules_holdBackWhatTheyControlOnThatDay() {
    String question =
        """
        {"training":{"parameters":{"value":70,"unit":"1e9"},
                     "tokens":{"value":1400,"unit":"1e9"},"within":{"value":30,"unit":"d"}},
         "precision":"FP16",
         "efficiency":{"value":38,"unit":"%","source":"assumed"},
         "candidates":{"notExportControlled":{"on":"2023-11-17"}}}""";
    String ofA100 = "others.find { it.accelerator == 'nvidia-a100-80gb-sxm' }.reasons";
    post("/v1/requirement-matches", question)
        .statusCode(200)
        .body("matches.accelerator", hasItem("huawei-ascend-910"))
        .body(ofA100 + ".code", contains("EXPORT_CONTROLLED"))
        .body(ofA100 + ".message", hasItem(containsString("3A090")));
    post("/v1/requirement-matches", question.replace("2023-11-17", "2021-01-01"))
        .body("matches.accelerator", hasItem("nvidia-a100-80gb-sxm"));
  }

  @Test
  void unsoundRequirement_isRefusedWithEveryFault() {
    post(
            "/v1/requirement-matches",
            """
            {"training":{"parameters":{"value":-70,"unit":"GB"},"within":{"value":30,"unit":"d"},
                         "usableMemory":1.5},
             "inference":{"tokensPerSecond":1,"concurrency":1,"contextTokens":1},
             "precision":"UNSTATED",
             "efficiency":{"workload":"training"},
             "candidates":{"vendors":["huwei"]}}""")
        .statusCode(400)
        .body(
            "violations.field",
            hasItems(
                "training",
                "training.parameters.unit",
                "training.parameters.value",
                "training.usableMemory",
                "precision",
                "candidates.vendors"));
    post("/v1/requirement-matches", SEVENTY_BILLION.replace("\"tokens\"", "\"activeParameters\""))
        .statusCode(400)
        .body("violations.field", contains("training.tokens"));
    post("/v1/requirement-matches", SEVENTY_BILLION.replace("\"unit\":\"d\"", "\"unit\":\"h\""))
        .statusCode(400)
        .body("violations.field", contains("training.within.unit"));
  }

  @Test
  void references_areRead() {
    given()
        .get("/v1/vendors/huawei")
        .then()
        .statusCode(200)
        .body("country", is("CN"))
        .body("products.id", hasItem("huawei-ascend-910"));
    given().get("/v1/vendors?country=CN&q=华为").then().body("items.id", hasItem("huawei"));
    given()
        .get("/v1/vendors/huwei")
        .then()
        .statusCode(404)
        .body("detail", containsString("did you mean huawei"));
    for (String list :
        new String[] {"systems", "software-stacks", "ai-models", "interconnects", "policies"}) {
      given().get("/v1/" + list).then().statusCode(200).body("items", notNullValue());
      given().get("/v1/" + list + "/no-such-thing").then().statusCode(404);
      given().get("/v1/" + list + "/no-such-thing/claims").then().statusCode(404);
    }
  }

  @Test
  void lineageAndTimeline_areRead() {
    given()
        .get("/v1/accelerators/nvidia-h100-sxm/lineage")
        .then()
        .statusCode(200)
        .body("predecessors", notNullValue());
    given().get("/v1/accelerators/h100/lineage").then().statusCode(404);
    given()
        .get("/v1/timeline?vendor=huawei&kind=ACCELERATOR")
        .then()
        .statusCode(200)
        .body("undatedTotal", notNullValue());
    given()
        .get("/v1/timeline?from=yesterday")
        .then()
        .statusCode(400)
        .body("violations.field", contains("from"));
  }
}
