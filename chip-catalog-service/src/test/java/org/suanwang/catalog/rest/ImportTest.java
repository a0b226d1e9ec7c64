package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.suanwang.catalog.rest.ImportCalls.CSV;
import static org.suanwang.catalog.rest.ImportCalls.JSON;
import static org.suanwang.catalog.rest.ImportCalls.YAML;
import static org.suanwang.catalog.rest.ImportCalls.body;
import static org.suanwang.catalog.rest.ImportCalls.post;
import static org.suanwang.catalog.rest.ImportCalls.served;
import static org.suanwang.catalog.rest.ImportCalls.yaml;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Imports over HTTP: docs/import-export.md. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ImportTest {
  private static void assertSourceIsAbsent(String id) {
    given().get("/v1/sources/" + id).then().statusCode(404);
  }

  @Test
  void soundPackage_isTakenInWholeInANewVersion() {
    String before = served();
    String foretold =
        post(YAML, yaml("sound-package", "32"), "?dryRun=true").extract().path("version");
    String version =
        post(YAML, yaml("sound-package", "32"), "")
            .statusCode(201)
            .body("dryRun", is(false))
            .body("admissible", is(true))
            .body("counts.sources.added", is(1))
            .body("counts.subjects.added", is(0))
            .body("counts.claims.added", is(1))
            .extract()
            .path("version");
    assertThat(version).isNotEqualTo(before).isEqualTo(foretold);
    given()
        .get("/v1/claims/enflame-cloudblazer-t20.sound-package.memorycapacity")
        .then()
        .statusCode(200)
        .body("claim.recordedBy", is("example-analyst: sound-package-package 1"));
    given()
        .get("/v1/catalog-versions?limit=1000")
        .then()
        .body("items.cause", hasItem("example-analyst: sound-package-package 1"));
  }

  @Test
  void dryRun_tellsWhatWouldBeAndWritesNothing() {
    String before = served();
    post(YAML, yaml("dry-run", "32"), "?dryRun=true")
        .statusCode(200)
        .body("dryRun", is(true))
        .body("admissible", is(true))
        .body("version", not(before))
        .body("counts.claims.added", is(1));
    assertThat(served()).isEqualTo(before);
    assertSourceIsAbsent("dry-run");
  }

  @Test
  void brokenRule_isAFindingOfADryRunAndStopsTheImport() {
    String machine = yaml("by-machine", "32").replace("PRESS", "MACHINE_WRITTEN");
    post(YAML, machine, "?dryRun=true")
        .statusCode(200)
        .body("admissible", is(false))
        .body("findings.rule", hasItem("SourceIsCitable"));
    post(YAML, machine, "").statusCode(400).body("violations.value", hasItem("SourceIsCitable"));
    assertSourceIsAbsent("by-machine");
  }

  @Test
  void otherWordsUnderAnIdThatIsThere_areAConflictThatNamesTheClaim() {
    post(YAML, yaml("conflict-sheet", "32"), "").statusCode(201);
    post(YAML, yaml("conflict-sheet", "48"), "")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("enflame-cloudblazer-t20.conflict-sheet.memorycapacity"));
  }

  @Test
  void staleVersion_isRefusedWithWhatToDo() {
    body(YAML, yaml("stale-sheet", "32"))
        .header("If-Match", "\"2020-01-01-000000000000\"")
        .post("/v1/imports")
        .then()
        .statusCode(412)
        .body("detail", containsString("dryRun=true"));
    assertSourceIsAbsent("stale-sheet");
  }

  @Test
  void sameRequestWithTheSameKey_isDoneOnceAndAnsweredAgain() {
    String body = yaml("key-sheet", "32");
    Response first = body(YAML, body).header("Idempotency-Key", "import-1").post("/v1/imports");
    Response again = body(YAML, body).header("Idempotency-Key", "import-1").post("/v1/imports");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.<String>path("version")).isEqualTo(first.path("version"));
    assertThat(again.<Object>path("counts")).isEqualTo(first.path("counts"));
    body(YAML, yaml("key-sheet-2", "32"))
        .header("Idempotency-Key", "import-1")
        .post("/v1/imports")
        .then()
        .statusCode(409)
        .body("detail", containsString("Idempotency-Key"));
    body(YAML, body).header("Idempotency-Key", " ").post("/v1/imports").then().statusCode(400);
  }

  @Test
  void tableWithBadCells_tellsThemAllAndLeavesNothing() {
    String table =
        """
        record,id,title,publisher,tier,date,claimId,attribute,quantity,value,unit,source,place
        source,half-sheet,A sheet,P,PRESS,2021,,,,,,,
        claim,,,,,,amd-mi250.half.power,power,VALUE,lots,W,half-sheet,page 1
        claim,,,,,,amd-mi250.half.memory,memoryCapacity,VALUE,128,gigs,half-sheet,page 1
        """;
    post(CSV, table, "")
        .statusCode(400)
        .body("violations.field", hasItems("body:3 value", "body:4 unit"));
    assertSourceIsAbsent("half-sheet");
    post(CSV, table.replace("lots", "500").replace("gigs", "GB"), "")
        .statusCode(201)
        .body("counts.claims.added", is(2));
  }

  @Test
  void epochsTable_becomesClaimsAndAReport() {
    String table =
        """
        Hardware name,Manufacturer,TDP (W),Memory (bytes),Max performance,Last modified
        NVIDIA Z9000,NVIDIA,60.0,16000000000.0,0.0,2026-03-18 12:56:18+00:00
        Acme One,Acme,10.0,,,2026-03-18 12:56:18+00:00
        """;
    post(CSV, table, "?format=epoch&dryRun=true")
        .statusCode(200)
        .body("counts.claims.added", is(2));
    post(CSV, table, "?format=epoch")
        .statusCode(201)
        .body("counts.subjects.added", is(1))
        .body("report.rows[0].subject", is("nvidia-z9000"))
        .body("report.rows[0].claims", hasItem("nvidia-z9000.epoch.power"))
        .body("report.rows[1].notes[0]", containsString("Acme"))
        .body("report.columns.name", hasItem("Max performance"));
    post(CSV, table, "?format=epoch").statusCode(200).body("counts.claims.added", is(0));
    given().get("/v1/accelerators/nvidia-z9000").then().body("specification.power.value", is(60));
  }

  @Test
  void bodiesThatAreNoText_areRefusedByName() {
    post(CSV, new byte[] {'P', 'K', 3, 4, 0, 0}, "")
        .statusCode(400)
        .body("violations[0].rule", containsString("zip"));
    post(YAML, "a: b".getBytes(StandardCharsets.UTF_16), "")
        .statusCode(400)
        .body("violations[0].rule", containsString("NUL"));
    post(JSON, "", "").statusCode(400).body("violations[0].rule", is("must not be empty"));
    post("application/zip", new byte[] {1}, "").statusCode(415);
  }

  @Test
  void bombOfAliases_isRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d,*a%d,*a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    post(YAML, bomb.toString(), "")
        .statusCode(400)
        .body("violations.rule", everyItem(not(containsString("yaml."))));
  }

  @ParameterizedTest
  @CsvSource({
    "application/yaml,?format=epoch,format",
    "text/csv,?format=package,format",
    "application/yaml,?dryRun=yes,dryRun",
    "application/yaml,?source=epoch-ml-hardware,source",
    "text/csv,?format=epoch&source=nowhere,source",
    "text/csv; charset=gbk,?format=epoch,Content-Type",
    "application/yaml,?dry=true,dry"
  })
  void queryThatDoesNotFit_isRefusedByName(String type, String query, String field) {
    post(type, "Hardware name\nx\n", query)
        .statusCode(400)
        .body("violations.field", hasItem(field));
  }
}
