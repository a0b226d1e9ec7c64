package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.load.ShippedData;
import org.suanwang.local.testing.PostgresTestResource;

/** Reads of the running service: the calls that the other services and people make. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class CatalogServiceTest {

  @Test
  void list_hasAllAcceleratorsAndTheVersion() {
    given()
        .get("/v1/accelerators")
        .then()
        .statusCode(200)
        .body("total", is(ShippedData.catalog().accelerators().size()))
        .body("items", hasSize(100))
        .body("nextCursor", notNullValue())
        .body("catalogVersion.id", matchesPattern("\\d{4}-\\d{2}-\\d{2}-[0-9a-f]{12}"))
        .body("catalogVersion.publishedAt", notNullValue());
  }

  @Test
  void search_findsChineseNames() {
    given()
        .queryParam("q", "昇腾 910")
        .get("/v1/accelerators")
        .then()
        .body("items.id", hasItems("huawei-ascend-910", "huawei-ascend-910b", "huawei-ascend-910c"))
        .body("items.vendor.id", everyItem(is("huawei")));
    given()
        .queryParam("q", "寒武纪")
        .queryParam("precision", "FP16")
        .get("/v1/accelerators")
        .then()
        .body(
            "items.id",
            hasItems("cambricon-mlu370-s4", "cambricon-mlu370-x4", "cambricon-mlu370-x8"))
        .body("items.vendor.id", everyItem(is("cambricon")));
  }

  @Test
  void sort_ordersByDensePeakAndPagesThrough() {
    String cursor =
        given()
            .queryParam("q", "H100")
            .queryParam("sort", "-fp16")
            .queryParam("limit", 2)
            .get("/v1/accelerators")
            .then()
            .body("items.id", contains("nvidia-gh100", "nvidia-h100-sxm"))
            .extract()
            .path("nextCursor");
    given()
        .queryParam("q", "H100")
        .queryParam("sort", "-fp16")
        .queryParam("limit", 2)
        .queryParam("cursor", cursor)
        .get("/v1/accelerators")
        .then()
        .body("items.id", not(hasItem("nvidia-h100-sxm")))
        .body("items.id", not(empty()));
    given()
        .queryParam("cursor", cursor)
        .get("/v1/accelerators")
        .then()
        .statusCode(400)
        .body("violations[0].field", is("cursor"));
  }

  @Test
  void blankCell_showsWhatIsKnownInItsPlace() {
    given()
        .get("/v1/accelerators/nvidia-h100-pcie")
        .then()
        .body("cells.find { it.column == 'INT8' }.printed", nullValue())
        .body("cells.find { it.column == 'INT8' }.status", is("MISSING"))
        .body("cells.find { it.column == 'INT8' }.corrected.quantity.value", hasItem(1513));
  }

  @Test
  void accelerator_showsReportedBesideCorrected() {
    given()
        .get("/v1/accelerators/nvidia-h100-sxm")
        .then()
        .statusCode(200)
        .body("cells.findAll { it.figure == 'figure 5' }", hasSize(9))
        .body("cells.find { it.column == 'FP16' }.printed", is("1979 TFLOPS"))
        .body("cells.find { it.column == 'FP16' }.status", is("WRONG_BASIS"))
        .body("cells.find { it.column == 'FP16' }.corrected.quantity.value", hasItem(989.4f))
        .body(
            "cells.find { it.column == 'FP16' }.corrected.basis.why",
            hasItem(containsString("sparsity")))
        .body(
            "specification.throughputs.find { it.precision == 'FP16' && it.sparsity == 'DENSE' }"
                + ".peak.value",
            is(989.4f))
        .body(
            "specification.throughputs.find { it.precision == 'FP16' && it.sparsity =="
                + " 'SPARSE_2_4' }.peak.value",
            is(1979));
  }

  @Test
  void claims_asOfTheReport_leaveOutLaterOnes() {
    given()
        .queryParam("asOf", "2024-03-26")
        .get("/v1/accelerators/nvidia-h100-sxm/claims")
        .then()
        .statusCode(200)
        .body("asOf", is("2024-03-26"))
        .body("items.asOf.every { it <= '2024-03-26' }", is(true))
        .body("items.id", hasItem("nvidia-h100-sxm.figure-5.fp16"))
        .body("items.correctedBy.flatten()", empty());
  }

  @Test
  void claimsKnownOnADay_areNotCorrectedByLaterOnes() {
    String claim = "items.find { it.id == 'nvidia-h100-sxm.figure-5.fp16' }";
    given()
        .queryParam("subject", "nvidia-h100-sxm")
        .get("/v1/claims")
        .then()
        .body(claim + ".correctedBy", hasItem("nvidia-h100-sxm.epoch.fp16-tensor"));
    given()
        .queryParam("subject", "nvidia-h100-sxm")
        .queryParam("asOf", "2024-03-26")
        .queryParam("knownOn", "2026-11-24")
        .get("/v1/claims")
        .then()
        .body(claim + ".correctedBy", empty());
  }

  @Test
  void equivalence_ofTheReport_isAnsweredWithItsSpan() {
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"from":{"accelerator":"nvidia-h100-sxm","count":8000},
             "to":"huawei-ascend-910","precision":"FP16"}""")
        .post("/v1/equivalences")
        .then()
        .statusCode(200)
        .body("from.count.value", is(8000))
        .body("to.count.value", is(30919))
        .body("to.count.low", is(24735))
        .body("to.count.high", is(30919))
        .body("to.count.unit", is("device"))
        .body("bindingConstraint", is("throughput"))
        .body("constraints.name", contains("throughput", "memoryBandwidth", "memoryCapacity"));
  }

  @Test
  void equivalence_withUnknownMemory_saysWhatIsMissing() {
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"from":{"accelerator":"nvidia-h100-sxm","count":1},
             "to":"huawei-ascend-310","precision":"INT8"}""")
        .post("/v1/equivalences")
        .then()
        .statusCode(200)
        .body("constraints.find { it.name == 'memoryCapacity' }.state", is("UNKNOWN"))
        .body(
            "constraints.find { it.name == 'memoryCapacity' }.missing",
            contains("huawei-ascend-310.memoryCapacity"));
  }

  @Test
  void equivalence_withoutDensePeak_isRefused() {
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"from":{"accelerator":"jingjia-jm9","count":1},
             "to":"huawei-ascend-910","precision":"FP16"}""")
        .post("/v1/equivalences")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", is("precision"))
        .body("violations[0].rule", containsString("jingjia-jm9"));
  }

  @Test
  void comparison_putsAcceleratorsSideBySide() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"accelerators\":[\"hygon-shensuan-1\",\"nvidia-a100-80gb-sxm\"]}")
        .post("/v1/comparisons")
        .then()
        .statusCode(200)
        .body("rows.find { it.precision == 'FP16' }.cells.resolved.value", contains(24.5f, 312))
        .body("rows.find { it.precision == 'TF32' }.cells.state", contains("UNKNOWN", "KNOWN"));
  }

  @Test
  void knownVersion_isNotSentAgain() {
    String tag = given().get("/v1/accelerators").then().extract().header("ETag");
    given().header("If-None-Match", tag).get("/v1/accelerators").then().statusCode(304);
    given()
        .header("If-None-Match", "\"another\"")
        .get("/v1/accelerators")
        .then()
        .statusCode(200)
        .header("ETag", equalTo(tag));
  }

  @Test
  void references_areListed() {
    given()
        .get("/v1/sources?limit=1000")
        .then()
        .body("items.source.id", hasItems("dongwu-2024-03-26", "epoch-ml-hardware"));
    given().get("/v1/sources/epoch-ml-hardware").then().body("source.licence", is("CC BY 4.0"));
    given().get("/v1/vendors").then().body("total", is(ShippedData.catalog().vendors().size()));
    given()
        .get("/v1/findings")
        .then()
        .body("items.severity", hasItem("INFO"))
        .body("items.rule", hasItem("BandwidthFeedsThroughput"));
    given()
        .get("/v1/catalog-versions")
        .then()
        .statusCode(200)
        .body("items[0].claims", notNullValue());
  }

  @Test
  void readiness_tellsTheVersion() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "checks.find { it.name == 'data is loaded and checked' }.data.accelerators",
            is(ShippedData.catalog().accelerators().size()));
  }

  @Test
  void metrics_areThereFromTheStart() {
    given()
        .get("/q/metrics")
        .then()
        .body(
            containsString(
                "catalog_accelerators " + ShippedData.catalog().accelerators().size() + ".0"))
        .body(containsString("catalog_claims{basis=\"reported\"}"))
        .body(containsString("catalog_findings{severity=\"error\"} 0.0"))
        .body(containsString("catalog_version_info{version="))
        .body(containsString("catalog_claims_written_total"))
        .body(containsString("catalog_equivalences_total"));
  }
}
