package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/**
 * What is shipped works: the built artifact, native executable or jar, runs against a real
 * PostgreSQL and is called over HTTP. It catches what only the build can break: data files left
 * out, types that cannot be written as JSON, migrations that are not found.
 */
@QuarkusIntegrationTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ExecutableIT {
  private static final Path EXAMPLES = Path.of("src/main/resources/openapi-examples");
  private static final String PROBLEM = "application/problem+json";
  private static final String VERSION = "\\d{4}-\\d{2}-\\d{2}-[0-9a-f]{12}";

  private static ValidatableResponse get(String path) {
    return given().get(path).then();
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  @Test
  void readiness_isUpAndNamesTheData() {
    get("/q/health/ready")
        .statusCode(200)
        .body("status", is("UP"))
        .body("checks.find{it.name=='data is loaded and checked'}.status", is("UP"))
        .body(
            "checks.find{it.name=='data is loaded and checked'}.data.version",
            matchesPattern(VERSION))
        .body(
            "checks.find{it.name=='data is loaded and checked'}.data.accelerators",
            greaterThan(229))
        .body("checks.find{it.name=='data is loaded and checked'}.data.claims", greaterThan(216));
  }

  @Test
  void list_hasAllAccelerators() {
    get("/v1/accelerators")
        .statusCode(200)
        .body("total", greaterThan(229))
        .body("items", hasSize(not(0)))
        .body("catalogVersion.id", matchesPattern(VERSION));
  }

  @Test
  void h100_hasItsDensePeakAndItsCells() {
    get("/v1/accelerators/nvidia-h100-sxm")
        .statusCode(200)
        .body(
            "specification.throughputs.find{it.precision=='FP16' && it.sparsity=='DENSE'"
                + " && it.circuit=='MATRIX'}.peak.value",
            is(989.4f))
        .body("cells.find{it.column=='FP16'}.printed", is("1979 TFLOPS"));
  }

  @Test
  void equivalence_isCounted() {
    post(
            "/v1/equivalences",
            """
            {"from":{"accelerator":"nvidia-h100-sxm","count":8000},
             "to":"huawei-ascend-910","precision":"FP16"}""")
        .statusCode(200)
        .body("to.count.value", is(30919))
        .body("to.count.low", is(24735))
        .body("bindingConstraint", is("throughput"));
  }

  @Test
  void comparison_setsTwoSideBySide() {
    post(
            "/v1/comparisons",
            """
            {"accelerators":["cambricon-mlu270-s4","cambricon-mlu270-f4"]}""")
        .statusCode(200)
        .body("catalogVersion.id", notNullValue());
  }

  @Test
  void references_areListed() {
    get("/v1/vendors").statusCode(200).body("total", greaterThan(5));
    get("/v1/sources/epoch-ml-hardware").statusCode(200).body("source.title", notNullValue());
    get("/v1/findings").statusCode(200);
    get("/v1/catalog-versions").statusCode(200);
  }

  @Test
  void postedClaim_isFoundAgain() {
    String before = given().get("/v1/vendors").header("ETag");
    String location =
        post(
                "/v1/claims",
                """
                {"subject":"enflame-cloudblazer-t20","attribute":{"kind":"memoryCapacity"},
                 "quantity":{"value":32,"unit":"GB"},"printed":"32 GB",
                 "source":{"id":"enflame-t20-sheet","title":"A datasheet",
                           "publisher":"The vendor","tier":"VENDOR_DATASHEET","date":"2021-07-07"},
                 "locator":{"place":"page 2","row":"Memory"},
                 "asOf":"2021-07-07","basis":{"kind":"REPORTED"}}""")
            .statusCode(201)
            .header("ETag", not(equalTo(before)))
            .extract()
            .header("Location");
    get(location)
        .statusCode(200)
        .body("claim.printed", is("32 GB"))
        .body("claim.source.id", is("enflame-t20-sheet"));
    get("/v1/accelerators/enflame-cloudblazer-t20")
        .body("specification.memoryCapacity.value", is(32));
  }

  @Test
  void everyCall_answersAsItsExampleDoes() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (var call : ExampleCalls.calls().entrySet()) {
      Response answer = call.getValue().get();
      assertThat(answer.statusCode()).as(call.getKey()).isEqualTo(200);
      Path example = EXAMPLES.resolve(call.getKey() + ".json");
      assertThat(ExampleShape.of(json.readTree(answer.asByteArray())))
          .as(call.getKey())
          .containsAll(ExampleShape.of(json.readTree(Files.readString(example))));
    }
  }

  @ParameterizedTest
  @CsvSource({"json,application/json", "yaml,application/yaml", "csv,text/csv"})
  void export_goesInAgain(String format, String type) {
    byte[] file = given().get("/v1/exports?format=" + format).asByteArray();
    ImportCalls.post(type, file, "?dryRun=true")
        .statusCode(200)
        .body("admissible", is(true))
        .body("counts.claims.added", is(0));
  }

  @Test
  void badBody_isAProblemWithItsViolations() {
    post(
            "/v1/equivalences",
            """
            {"from":{"accelerator":"nvidia-h100-sxm","count":8000.5},
             "to":"huawei-ascend-910","precision":"FP16"}""")
        .statusCode(400)
        .contentType(PROBLEM)
        .body("status", is(400))
        .body("violations.field", contains("from.count"))
        .body("violations[0].rule", notNullValue())
        .body("violations[0].remedy", notNullValue());
    post("/v1/claims", "{}")
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations", hasSize(greaterThan(1)));
  }

  @Test
  void unknownParameter_isAProblemWithTheKnownOnes() {
    get("/v1/sources?limt=5")
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", is("limt"))
        .body("violations[0].remedy", is("use one of: cursor, limit; did you mean limit?"));
  }

  @Test
  void unknownAccelerator_isAProblem() {
    get("/v1/accelerators/no-such")
        .statusCode(404)
        .contentType(PROBLEM)
        .body("title", is("Not Found"))
        .body("detail", containsString("no-such"));
  }

  @Test
  void metrics_andContract_areServed() {
    get("/q/metrics")
        .statusCode(200)
        .body(containsString("catalog_accelerators"))
        .body(containsString("catalog_version_info{"));
    get("/q/openapi").statusCode(200).body(containsString("/v1/equivalences"));
  }
}
