package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.PackageReader.Upload;
import org.suanwang.catalog.load.PackageFiles;
import org.suanwang.catalog.load.UploadFile;
import org.suanwang.local.testing.PostgresTestResource;

/** Packages and tables in, the whole catalogue out, over HTTP and through PostgreSQL. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ImportExportTest {
  private static final String YAML = "application/yaml";
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  /** A package that adds a claim to an accelerator of the report. */
  private static String yaml(String source, String capacity) {
    return """
        package: {id: %s-package, version: "1", title: "T", licence: "L", released: 2026-11-20}
        sources:
          - {id: %s, title: "A sheet", publisher: "P", tier: PRESS, date: 2021-07}
        accelerators:
          - id: enflame-cloudblazer-t20
            statements:
              - source: %s
                place: "page 2"
                says: {memoryCapacity: "%s GB"}
        """
        .formatted(source, source, source, capacity);
  }

  private static RequestSpecification body(String type, Object body) {
    byte[] bytes =
        body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) body;
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType(type)
        .header("X-User", "li.wei")
        .body(bytes);
  }

  private static ValidatableResponse post(String type, Object body, String query) {
    return body(type, body).post("/v1/imports" + query).then();
  }

  private static Response export(String query) {
    return given().get("/v1/exports" + query);
  }

  private static String served() {
    return given().get("/v1/catalog-versions?limit=1").path("items[0].id");
  }

  private static void assertSourceIsAbsent(String id) {
    given().get("/v1/sources/" + id).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"json,application/json", "yaml,application/yaml", "csv,text/csv"})
  void export_isTheServedCatalogue(String format, String type) {
    Response answer = export("?format=" + format);
    String version = answer.header("Catalog-Version");
    answer
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith(type))
        .header("ETag", is('"' + version + "." + format + '"'))
        .header("Vary", containsString("Accept"))
        .header(
            "Content-Disposition",
            is("attachment; filename=\"chip-catalog-" + version + "." + format + "\""));
    String hash =
        given()
            .get("/v1/catalog-versions?limit=1000")
            .path("items.find { it.id == '%s' }.contentHash", version);
    assertThat(CanonicalForm.hash(reread(answer.asByteArray(), format))).isEqualTo(hash);
  }

  private static Catalog reread(byte[] file, String format) {
    Catalog empty = Catalog.of(CatalogContent.empty());
    var as = ExchangeFormat.valueOf(format.toUpperCase(Locale.ROOT));
    var upload = new Upload(as, "li.wei", LocalDate.of(2999, 1, 1), Optional.empty());
    var reader = new UploadFile(PackageFiles.onClasspath());
    return Catalog.of(reader.read(upload, file, empty).data().content());
  }

  @Test
  void export_isGivenOnce() {
    String tag = export("?format=csv").header("ETag");
    given()
        .header("If-None-Match", tag)
        .get("/v1/exports?format=csv")
        .then()
        .statusCode(304)
        .header("ETag", is(tag));
    given().header("If-None-Match", tag).get("/v1/exports?format=yaml").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv,text/csv",
    "application/yaml,application/yaml",
    "*/*,application/json",
    "'application/xml;q=0.9,text/csv;q=0.5,application/yaml;q=0.8',application/yaml"
  })
  void export_comesInTheTypeThatIsAccepted(String accept, String type) {
    given()
        .header("Accept", accept)
        .get("/v1/exports")
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith(type));
  }

  @Test
  void unknownFormat_isRefusedWithTheKnownOnes() {
    export("?format=xlsx")
        .then()
        .statusCode(400)
        .body("violations[0].field", is("format"))
        .body("violations[0].remedy", containsString("csv, json, yaml"));
    export("?version=2020-01-01-000000000000").then().statusCode(404);
  }

  @Test
  void earlierVersion_isExportedAsItWas() {
    Response before = export("?format=yaml");
    post(YAML, yaml("earlier-version-sheet", "24"), "").statusCode(201);
    Response again = export("?format=yaml&version=" + before.header("Catalog-Version"));
    assertThat(again.asByteArray()).isEqualTo(before.asByteArray());
    assertThat(export("?format=yaml").asString()).contains("earlier-version-sheet");
  }

  @Test
  void exportAsOfADay_holdsWhatWasSaidByThen() {
    String early = export("?format=csv&asOf=2000-01-01").asString();
    assertThat(early.lines().filter(l -> l.startsWith("claim,"))).isEmpty();
    assertThat(early.lines().filter(l -> l.startsWith("subject,"))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"json,application/json", "yaml,application/yaml", "csv,text/csv"})
  void ownExport_holdsNothingNew(String format, String type) {
    byte[] file = export("?format=" + format).asByteArray();
    String version = served();
    post(type, file, "")
        .statusCode(200)
        .body("version", is(version))
        .body("counts.sources.added", is(0))
        .body("counts.subjects.added", is(0))
        .body("counts.claims.added", is(0))
        .body("counts.claims.unchanged", greaterThan(400))
        .body("counts.verdicts.added", is(0));
    assertThat(served()).isEqualTo(version);
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
        .body("claim.recordedBy", is("li.wei: sound-package-package 1"));
    given()
        .get("/v1/catalog-versions?limit=1000")
        .then()
        .body("items.cause", hasItem("li.wei: sound-package-package 1"));
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
