package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.suanwang.catalog.rest.ImportCalls.YAML;
import static org.suanwang.catalog.rest.ImportCalls.post;
import static org.suanwang.catalog.rest.ImportCalls.served;
import static org.suanwang.catalog.rest.ImportCalls.yaml;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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

/** Exports over HTTP: docs/import-export.md. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ExportTest {
  private static Response export(String query) {
    return given().get("/v1/exports" + query);
  }

  private static Catalog reread(byte[] file, String format) {
    Catalog empty = Catalog.of(CatalogContent.empty());
    var as = ExchangeFormat.valueOf(format.toUpperCase(Locale.ROOT));
    var upload = new Upload(as, "example-analyst", LocalDate.of(2999, 1, 1), Optional.empty());
    var reader = new UploadFile(PackageFiles.onClasspath());
    return Catalog.of(reader.read(upload, file, empty).data().content());
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
}
