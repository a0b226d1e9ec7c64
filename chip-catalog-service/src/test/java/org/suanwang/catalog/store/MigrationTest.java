package org.suanwang.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.load.DataPackageLoader;
import org.suanwang.catalog.load.PackageFiles;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.local.testing.PostgresTestResource;

/** A database that version 1 of the package was loaded into takes every later version. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class MigrationTest {
  private static final Path VERSION_1 = Path.of("src/test/resources/version-1.sql");
  private static final String LATEST = "2026-11-24-222222222222";

  private static final String SOURCE =
      "concat_ws('|', id, title, publisher, tier, dated, date_kind, url, licence, read_through)";

  /** All that a claim says but for its attribute, whose key is written in another way since. */
  private static final String CLAIM =
      "SELECT concat_ws('|', id, quantity, relation, low, high, unit, text_value, unknown_reason,"
          + " printed, qualifier, source_id, place, place_row, place_column, as_of, tier, basis,"
          + " corrects, why, inputs, estimate_low, estimate_high, recorded_by, recorded_on)"
          + " FROM claim ORDER BY id";

  private static OwnSchema filled(String name) throws SQLException, IOException {
    OwnSchema schema = OwnSchema.empty(name);
    schema.migrate("1");
    schema.rows(Files.readString(VERSION_1));
    schema.migrate("2");
    return schema;
  }

  private static String row(Source s) {
    return Stream.of(
            s.id(),
            s.title(),
            s.publisher(),
            s.tier(),
            s.date(),
            s.dateKind(),
            s.url(),
            s.licence(),
            s.readThrough())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining("|"));
  }

  @Test
  void databaseOfVersion1_isLeftWithTheSourcesAndDatesOfVersion2() throws Exception {
    try (OwnSchema schema = filled("sources_of_version_1")) {
      CatalogContent now =
          new DataPackageLoader(PackageFiles.onClasspath()).load("report-figure-5").content();
      assertThat(schema.rows("SELECT " + SOURCE + " FROM source"))
          .containsExactlyInAnyOrderElementsOf(
              now.sources().stream().map(MigrationTest::row).toList());
      assertThat(
              schema.rows(
                  "SELECT concat_ws('|', id, as_of, place) FROM claim"
                      + " WHERE recorded_by <> 'example-analyst'"))
          .isNotEmpty()
          .isSubsetOf(
              now.claims().stream()
                  .map(c -> c.id() + "|" + c.asOf() + "|" + c.locator().place())
                  .toList());
      assertThat(schema.rows("SELECT as_of FROM claim WHERE id = 'jingjia-jm9.mine'"))
          .containsExactly("2021-12-01");
      assertThat(schema.rows("SELECT quantity FROM claim WHERE id = 'jingjia-jm9.press.power'"))
          .containsExactly("VALUE");
    }
  }

  @Test
  void oneLogOfEntries_keepsEveryRowAndNumbersIt() throws Exception {
    try (OwnSchema schema = filled("rows_of_version_2")) {
      List<String> claims = schema.rows(CLAIM);
      List<String> sources = schema.rows("SELECT " + SOURCE + " FROM source ORDER BY id");
      schema.migrate("3");
      assertThat(schema.rows(CLAIM)).hasSize(39).isEqualTo(claims);
      assertThat(schema.rows("SELECT " + SOURCE + " FROM source ORDER BY id")).isEqualTo(sources);
      assertThat(schema.rows("SELECT id || ' ' || kind FROM subject ORDER BY id"))
          .hasSize(12)
          .contains("v VENDOR", "huawei-ascend-910 ACCELERATOR");
      assertThat(schema.rows("SELECT key FROM idempotency_key"))
          .containsExactly("key of version 1");
      List<String> entries =
          schema.rows(
              "SELECT entry FROM source UNION ALL SELECT entry FROM subject_description"
                  + " UNION ALL SELECT entry FROM claim UNION ALL SELECT entry FROM verdict");
      assertThat(entries).hasSize(claims.size() + sources.size() + 12 + 2).doesNotHaveDuplicates();
      String last = String.valueOf(entries.size());
      assertThat(schema.rows("SELECT last_value FROM entry")).containsExactly(last);
      assertThat(schema.rows("SELECT coalesce(last_entry::text, 'lost') FROM catalog_version"))
          .containsExactlyInAnyOrder("lost", last);
    }
  }

  @Test
  void oneLogOfEntries_refusesChangesAsBefore() throws Exception {
    try (OwnSchema schema = filled("changes_of_version_3")) {
      schema.migrate("3");
      for (String table :
          List.of(
              "claim", "source", "verdict", "subject", "subject_description", "catalog_version")) {
        assertThatThrownBy(() -> schema.rows("DELETE FROM " + table))
            .as(table)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining(table + " is append-only");
      }
    }
  }

  @Test
  void latestVersionOfOld_isReadableAndThoseBeforeAreNot() throws Exception {
    try (OwnSchema schema = filled("versions_of_version_3")) {
      schema.migrate("latest");
      assertThat(schema.store().findCatalog("2026-11-23-111111111111")).isEmpty();
      Catalog catalog = schema.store().findCatalog(LATEST).orElseThrow();
      assertThat(catalog.findVendor("v")).contains(new Vendor("v", "V", List.of(), "CN"));
      assertThat(catalog.findAccelerator("huawei-ascend-910"))
          .contains(
              new Accelerator(
                  "huawei-ascend-910", "huawei-ascend-910", List.of(), "v", Scope.BOARD));
      assertThat(catalog.claimCount()).isEqualTo(39);
      assertThat(catalog.claims().map(MigrationTest::attributeOf910).filter(k -> !k.isEmpty()))
          .containsExactlyInAnyOrder(
              "FP16 UNSTATED UNSTATED PACKAGE",
              "INT8 SPARSE_2_4 MATRIX DIE",
              "FP64 DENSE VECTOR BOARD",
              "memoryBandwidth",
              "name",
              "name");
      assertSaysTheSame(catalog);
    }
  }

  private static String attributeOf910(Claim<Fact> claim) {
    return claim.subject().equals("huawei-ascend-910") ? claim.content().attribute().key() : "";
  }

  private static void assertSaysTheSame(Catalog catalog) {
    String id = "huawei-ascend-910.";
    assertThat(quantity(catalog, id + "figure-5.fp16"))
        .isEqualTo(new Quantity.Value(new BigDecimal("320"), Unit.TFLOP_PER_SECOND));
    assertThat(quantity(catalog, id + "figure-5.fp64"))
        .isEqualTo(new Quantity.Unknown(Quantity.Reason.NOT_PRINTED));
    BigDecimal low = new BigDecimal("512");
    BigDecimal high = new BigDecimal("640");
    assertThat(quantity(catalog, id + "figure-5.int8"))
        .isEqualTo(new Quantity.Range(low, high, Unit.TOP_PER_SECOND));
    assertThat(catalog.findClaim(id + "figure-5.int8").orElseThrow().basis())
        .isEqualTo(new Basis.Estimated("both bins", low, high));
    assertThat(catalog.findClaim(id + "derived.bandwidth").orElseThrow().basis())
        .isEqualTo(new Basis.Derived("bus width times data rate", List.of("a", "b, c")));
    assertThat(catalog.findClaim("jingjia-jm9.press.name").orElseThrow().basis())
        .isEqualTo(new Basis.Corrected("jingjia-jm9.mine", "x"));
    var recorded = new Recorded("report-figure-5 1", LocalDate.of(2026, 11, 23));
    assertThat(catalog.content().verdicts())
        .containsExactly(
            new Verdict(id + "figure-5.fp16", CellStatus.CONFLICT, "the launch says 256", recorded),
            new Verdict(id + "figure-5.fp64", CellStatus.NOT_PRINTED, null, recorded));
  }

  private static Quantity quantity(Catalog catalog, String claimId) {
    return catalog.findClaim(claimId).orElseThrow().content().quantity();
  }

  @Test
  void databaseOfOld_takesWritesAndItsLatestVersionStaysReadable() throws Exception {
    try (OwnSchema schema = filled("writes_on_version_3")) {
      schema.migrate("latest");
      CatalogStore store = schema.store();
      PublishedCatalog old = store.read(null);
      assertThat(old.version().id()).isEqualTo(LATEST);
      DataPackage more =
          Packages.of(
              "more",
              new CatalogContent(
                  List.of(), List.of(new Vendor("w", "W", List.of(), "CN")), List.of(), List.of()));
      PublishedCatalog next = store.take(List.of(more));
      assertThat(next.catalog().findVendor("w")).isPresent();
      assertThat(store.findCatalog(LATEST).orElseThrow().findVendor("w")).isEmpty();
      assertThat(store.read(null).catalog().content()).isEqualTo(next.catalog().content());
    }
  }
}
