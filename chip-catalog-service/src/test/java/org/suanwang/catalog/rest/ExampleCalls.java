package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The calls whose answers are the contract's examples, by operation id. */
final class ExampleCalls {
  /** Words about a company, of which no rule finds anything, whatever other tests have written. */
  private static final String PACKAGE =
      """
      package: {id: press-brief, version: "1", title: "T", licence: "L", released: 2026-11-20}
      sources:
        - {id: press-brief, title: "A brief", publisher: "P", tier: PRESS, date: 2024-07}
      vendors:
        - id: alibaba
          statements:
            - source: press-brief
              place: "page 2"
              says: {role: "cloud provider"}
      """;

  private static final String REQUIREMENT =
      """
      {"training":{"parameters":{"value":70,"unit":"1e9"},"tokens":{"value":1400,"unit":"1e9"},
                   "within":{"value":30,"unit":"d"}},
       "precision":"BF16","mayFallBackTo":["FP16"],
       "efficiency":{"value":38,"low":30,"high":45,"unit":"%","source":"assumed by the asker"},
       "candidates":{"countries":["CN"],"vendors":["enflame"]}}""";

  private ExampleCalls() {}

  static Map<String, Supplier<Response>> calls() {
    Map<String, Supplier<Response>> calls = new LinkedHashMap<>();
    calls.put("listAccelerators", () -> given().get("/v1/accelerators?q=昇腾910&limit=1"));
    calls.put("readAccelerator", () -> given().get("/v1/accelerators/cambricon-mlu270-f4"));
    calls.put(
        "listAcceleratorClaims",
        () -> given().get("/v1/accelerators/nvidia-h100-sxm/claims?asOf=2024-03-26&limit=1"));
    calls.put(
        "evaluateEquivalence",
        () ->
            post(
                "/v1/equivalences",
                """
                {"from":{"accelerator":"nvidia-h100-sxm","count":8000},
                 "to":"huawei-ascend-910","precision":"FP16"}"""));
    calls.put(
        "compareAccelerators",
        () ->
            post(
                "/v1/comparisons",
                "{\"accelerators\":[\"cambricon-mlu270-s4\",\"cambricon-mlu270-f4\"]}"));
    calls.put("matchRequirement", () -> post("/v1/requirement-matches", REQUIREMENT));
    calls.put(
        "importPackage",
        () -> ImportCalls.body(ImportCalls.YAML, PACKAGE).post("/v1/imports?dryRun=true"));
    calls.put("listSources", () -> given().get("/v1/sources?limit=1"));
    calls.put("readSource", () -> given().get("/v1/sources/epoch-ml-hardware"));
    calls.put("listVendors", () -> given().get("/v1/vendors?limit=1"));
    calls.put("listFindings", () -> given().get("/v1/findings?severity=INFO&limit=1"));
    calls.put("listCatalogVersions", () -> given().get("/v1/catalog-versions?limit=1000"));
    calls.put("readClaim", () -> given().get("/v1/claims/nvidia-h100-sxm.figure-5.fp16"));
    calls.put("addClaim", () -> given().get("/v1/claims/nvidia-h100-sxm.epoch.fp16-tensor"));
    putReferences(calls);
    putExportControl(calls);
    return calls;
  }

  private static void putReferences(Map<String, Supplier<Response>> calls) {
    get(calls, "listAcceleratorFields", "/v1/accelerator-fields");
    get(calls, "listClaims", "/v1/claims?subject=amd-mi250&attribute=power&limit=1");
    get(calls, "listSystems", "/v1/systems?q=飞星&limit=1");
    get(calls, "readSystem", "/v1/systems/nvidia-gb200-nvl72");
    get(calls, "listSystemClaims", "/v1/systems/nvidia-gb200-nvl72/claims?limit=1");
    get(calls, "listSoftwareStacks", "/v1/software-stacks?limit=1");
    get(calls, "readSoftwareStack", "/v1/software-stacks/dtk");
    get(calls, "readCompatibility", "/v1/software-stacks/dtk/compatibility");
    get(calls, "listSoftwareStackClaims", "/v1/software-stacks/dtk/claims?limit=1");
    get(calls, "listAiModels", "/v1/ai-models?limit=1");
    get(calls, "readAiModel", "/v1/ai-models/xai-grok-1");
    get(calls, "listAiModelClaims", "/v1/ai-models/xai-grok-1/claims?limit=1");
    get(calls, "listInterconnects", "/v1/interconnects?limit=1");
    get(calls, "readInterconnect", "/v1/interconnects/ccix");
    get(calls, "listInterconnectClaims", "/v1/interconnects/ccix/claims?limit=1");
    get(calls, "listPolicies", "/v1/policies?limit=1");
    get(calls, "readPolicy", "/v1/policies/shanghai-suanli-pujiang-2024");
    get(calls, "listPolicyClaims", "/v1/policies/shanghai-suanli-pujiang-2024/claims?limit=1");
    get(calls, "readVendor", "/v1/vendors/grg-banking");
    get(calls, "listVendorClaims", "/v1/vendors/grg-banking/claims?limit=1");
    get(calls, "readLineage", "/v1/accelerators/nvidia-h200-sxm/lineage");
    get(calls, "readTimeline", "/v1/timeline?vendor=hygon");
    get(calls, "diffCatalogVersions", "/v1/catalog-versions/current/diff/current");
  }

  private static void putExportControl(Map<String, Supplier<Response>> calls) {
    get(
        calls,
        "classifyExportControl",
        "/v1/accelerators/nvidia-h20/export-control?on=2023-11-17&destination=CN");
  }

  private static void get(Map<String, Supplier<Response>> calls, String operation, String path) {
    calls.put(operation, () -> given().get(path));
  }

  private static Response post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path);
  }
}
