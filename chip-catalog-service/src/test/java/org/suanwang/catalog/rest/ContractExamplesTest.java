package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/**
 * The example answers of the contract are real: each is compared, field by field, with what is
 * answered now. Values may differ (other tests add claims); names and kinds may not.
 */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ContractExamplesTest {
  private static final Path FOLDER = Path.of("src/main/resources/openapi-examples");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static Map<String, Supplier<Response>> calls() {
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

  @Test
  void examples_haveTheShapeOfRealAnswers() throws IOException {
    for (var call : calls().entrySet()) {
      Response answer = call.getValue().get();
      assertThat(answer.statusCode()).as(call.getKey()).isEqualTo(200);
      JsonNode real = JSON.readTree(answer.asString());
      Path file = FOLDER.resolve(call.getKey() + ".json");
      if (Boolean.getBoolean("suanwang.openapi.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, JSON.writeValueAsString(real) + "\n");
      }
      assertThat(shape(JSON.readTree(Files.readString(file)), new TreeSet<>(), ""))
          .as(call.getKey() + ": renew with -Dsuanwang.openapi.update=true")
          .isEqualTo(shape(real, new TreeSet<>(), ""));
    }
  }

  /** The paths of all fields; null fields have no kind to compare. */
  private static Set<String> shape(JsonNode node, Set<String> paths, String path) {
    if (node.isObject()) {
      node.properties().forEach(e -> shape(e.getValue(), paths, path + "." + e.getKey()));
    } else if (node.isArray()) {
      node.forEach(item -> shape(item, paths, path + "[]"));
    } else {
      paths.add(path + (node.isNumber() ? " number" : node.isTextual() ? " text" : ""));
    }
    return paths;
  }
}
