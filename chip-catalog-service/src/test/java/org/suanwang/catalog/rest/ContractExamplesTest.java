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
    calls.put("readAccelerator", () -> given().get("/v1/accelerators/nvidia-h100-sxm"));
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
    return calls;
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
