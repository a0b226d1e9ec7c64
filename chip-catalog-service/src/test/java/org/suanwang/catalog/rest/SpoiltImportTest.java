package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.suanwang.catalog.rest.ImportCalls.CSV;
import static org.suanwang.catalog.rest.ImportCalls.YAML;
import static org.suanwang.catalog.rest.ImportCalls.post;
import static org.suanwang.catalog.rest.ImportCalls.served;
import static org.suanwang.catalog.rest.ImportCalls.yaml;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Numbers with a wrong digit or prefix do not come in by a table either. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class SpoiltImportTest {
  private static final String HEADER =
      "Hardware name,Manufacturer,Tensor-FP16/BF16 performance (FLOP/s),"
          + "FP64 (double precision) performance (FLOP/s),Memory (bytes),Last modified\n";

  private static String row(String name, String maker, String fp16, String fp64, String memory) {
    return String.join(",", name, maker, fp16, fp64, memory, "2026-11-20 10:00:00+00:00\n");
  }

  @Test
  void cellFarFromAllOthers_isLeftOutWithTheReason() {
    String spoilt = row("NVIDIA L4", "NVIDIA", "1.21e17", "", "24000000000");
    String path = "report.rows[0].leftOut.find { it.column.contains('FP16') }.why";
    post(CSV, HEADER + spoilt, "?format=epoch&dryRun=true")
        .statusCode(200)
        .body("admissible", is(true))
        .body(path, containsString("left out: "));
    post(CSV, HEADER + spoilt, "?format=epoch").body(path, containsString("left out: "));
    given()
        .get("/v1/accelerators?fp16.min=10000&match=possible")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem("nvidia-l4")));
  }

  @Test
  void cellThatCannotBe_refusesTheTable() {
    String before = served();
    String impossible = row("NVIDIA L4", "NVIDIA", "1.21e14", "", "24000000000000000");
    post(CSV, HEADER + impossible, "?format=epoch&dryRun=true")
        .statusCode(200)
        .body("admissible", is(false))
        .body("findings.findAll { it.severity == 'ERROR' }.rule", hasItem("MagnitudeIsPossible"))
        .body("report.rows[0].leftOut.column", not(hasItem(containsString("Memory"))));
    post(CSV, HEADER + impossible, "?format=epoch")
        .statusCode(400)
        .body("violations.value", hasItem("MagnitudeIsPossible"));
    assertThat(served()).isEqualTo(before);
  }

  @Test
  void packageWhosePrintedTextSaysElse_orWhoseInputsAreMissing_needsAWordAboutIt() {
    String other = exact("printed: \"64 GB\"");
    post(YAML, other, "")
        .statusCode(400)
        .body("violations.field", hasItem("enflame-cloudblazer-t20.other.memory"))
        .body("violations.value", hasItem("PrintedTextSaysSo"));
    String underived =
        exact("basis: DERIVED, rule: \"half\", inputs: [\"enflame-cloudblazer-t20.no.such\"]");
    post(YAML, underived, "")
        .statusCode(400)
        .body("violations.value", hasItem("DerivedInputsExist"));
    String verdict =
        """
            verdicts:
              - {claim: enflame-cloudblazer-t20.other.memory, status: SUSPECT, note: "so printed"}
        """;
    post(YAML, other + verdict, "?dryRun=true").statusCode(200).body("admissible", is(true));
    post(YAML, underived + verdict, "?dryRun=true").statusCode(200).body("admissible", is(true));
  }

  /** A package of one claim in the exact form, with a further field. */
  private static String exact(String field) {
    return """
        package: {id: other-package, version: "1", title: "T", licence: "L", released: 2026-11-20}
        sources:
          - {id: other, title: "A sheet", publisher: "P", tier: PRESS, date: 2021-07}
        accelerators:
          - id: enflame-cloudblazer-t20
            claims:
              - {claimId: enflame-cloudblazer-t20.other.memory, attribute: memoryCapacity,
                 quantity: VALUE, value: 32, unit: GB, source: other, place: "page 2", %s}
        """
        .formatted(field);
  }

  @ParameterizedTest
  @CsvSource({"81700000000, true", "8170000000000, false", "817000000000000, false"})
  void wrongDoublePrecision_isLeftOutOrWarnedOf(String fp64, boolean isLeftOut) {
    String spoilt = row("AMD Instinct MI325X", "AMD", "", fp64, "");
    var answer = post(CSV, HEADER + spoilt, "?format=epoch&dryRun=true").statusCode(200);
    if (isLeftOut) {
      answer.body(
          "report.rows[0].leftOut.find { it.column.contains('FP64') }.why",
          containsString("left out: "));
    } else {
      answer.body("findings.rule", hasItem("UntoldCircuitIsOneOfThem"));
    }
  }

  @Test
  void packageWithSuchANumber_needsAWordAboutIt() {
    String before = served();
    String far = yaml("far-off", "32000");
    post(YAML, far, "?dryRun=true")
        .statusCode(200)
        .body("admissible", is(false))
        .body("findings.find { it.severity == 'ERROR' }.message", containsString("verdict"));
    post(YAML, far, "")
        .statusCode(400)
        .body("violations.field", hasItem("enflame-cloudblazer-t20.far-off.memorycapacity"));
    assertThat(served()).isEqualTo(before);
    String judged =
        far.replace(
            "says: {memoryCapacity: \"32000 GB\"}",
            "says: {memoryCapacity: {printed: \"32000 GB\", status: SUSPECT, note: \"as printed\"}}");
    post(YAML, judged, "?dryRun=true").statusCode(200).body("admissible", is(true));
  }

  @Test
  void rowsWithoutNameAndNegativeNumbers_areToldWithTheirLines() {
    String table =
        HEADER
            + row("NVIDIA L4", "NVIDIA", "1.21e14", "", "24000000000")
            + row("", "NVIDIA", "1.21e14", "", "24000000000");
    post(CSV, table, "?format=epoch")
        .statusCode(400)
        .body("violations.field", hasItem("body:3 Hardware name"));
    String negative =
        yaml("negative", "-3").replace("memoryCapacity:", "power: \"3 furlongs\", memoryCapacity:");
    post(YAML, negative, "")
        .statusCode(400)
        .body("violations.field", hasItems(containsString("memoryCapacity")))
        .body("violations.field", hasItems(containsString("body:")))
        .body("violations.size()", is(2));
  }
}
