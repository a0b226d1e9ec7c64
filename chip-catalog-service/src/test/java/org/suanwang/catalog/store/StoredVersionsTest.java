package org.suanwang.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.Claims;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.RandomClaims;
import org.suanwang.catalog.catalog.VersionLog;
import org.suanwang.local.testing.PostgresTestResource;

/** A version that was published is read back as it was, whatever came after it. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class StoredVersionsTest {
  private static final int VERSIONS = 15;

  private static CatalogContent renamed(int step) {
    Subject vendor = new Vendor("rival", "Rival " + step, List.of("对手"), "US");
    return new CatalogContent(List.of(), List.of(vendor), List.of(), List.of());
  }

  private static List<PublishedCatalog> published(CatalogStore store, long seed) {
    List<PublishedCatalog> published = new ArrayList<>();
    published.add(store.take(List.of(Packages.of("ground", RandomClaims.ground()))));
    var random = new RandomClaims(seed);
    for (int step = 1; step < VERSIONS; step++) {
      CatalogContent more =
          step % 5 == 0 ? renamed(step) : random.increment(published.getLast().catalog(), step);
      published.add(store.take(List.of(Packages.of("step-" + step, more))));
    }
    return published;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyVersion_isReadBackAsItWasPublished(long seed) throws SQLException {
    try (OwnSchema schema = OwnSchema.migrated("stored_versions")) {
      CatalogStore store = schema.store();
      for (PublishedCatalog then : published(store, seed)) {
        Catalog read = store.findCatalog(then.version().id()).orElseThrow();
        assertThat(read.content()).isEqualTo(then.catalog().content());
        assertThat(CanonicalForm.hash(read)).isEqualTo(then.version().contentHash());
      }
    }
  }

  @Test
  void versions_areListedInStrictOrder() throws SQLException {
    try (OwnSchema schema = OwnSchema.migrated("listed_versions")) {
      CatalogStore store = schema.store();
      List<PublishedCatalog> published = published(store, 3);
      List<VersionLog.Entry> listed = store.latest(100, Optional.empty()).reversed();
      assertThat(listed)
          .extracting(VersionLog.Entry::version)
          .isEqualTo(published.stream().map(PublishedCatalog::version).toList());
      assertThat(listed)
          .extracting(VersionLog.Entry::claims)
          .isEqualTo(published.stream().map(p -> p.catalog().claimCount()).toList());
      assertThat(published)
          .extracting(PublishedCatalog::lastEntry)
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(published)
          .extracting(p -> p.version().publishedAt())
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(store.count()).isEqualTo(VERSIONS);
      assertThat(store.latestVersion()).contains(published.getLast().version());
      assertThat(store.findCatalog("2026-01-01-000000000000")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100})
  void replicaThatReadsOn_servesWhatOneThatReadsAllDoes(int stride) throws SQLException {
    try (OwnSchema schema = OwnSchema.migrated("read_on")) {
      CatalogStore store = schema.store();
      var random = new RandomClaims(stride);
      PublishedCatalog last = store.take(List.of(Packages.of("ground", RandomClaims.ground())));
      @Nullable PublishedCatalog replica = null;
      for (int step = 1; step <= VERSIONS; step++) {
        CatalogContent more =
            step % 5 == 0 ? renamed(step) : random.increment(last.catalog(), step);
        last = store.take(List.of(Packages.of("step-" + step, more)));
        if (step % stride == 0) {
          replica = store.read(replica);
          assertSame(replica, last);
        }
      }
      replica = store.read(replica);
      assertSame(replica, store.read(null));
      assertThat(store.read(replica).catalog()).isSameAs(replica.catalog());
    }
  }

  private static void assertSame(PublishedCatalog one, PublishedCatalog other) {
    assertThat(one.version()).isEqualTo(other.version());
    assertThat(one.lastEntry()).isEqualTo(other.lastEntry());
    assertThat(one.catalog().content()).isEqualTo(other.catalog().content());
    assertThat(one.found()).isEqualTo(other.found());
    assertThat(CanonicalForm.hash(one.catalog())).isEqualTo(other.version().contentHash());
  }

  @Test
  void samePackagesAgain_publishNothingThoughTheyJudgeOneClaim() throws SQLException {
    try (OwnSchema schema = OwnSchema.migrated("two_judges")) {
      CatalogStore store = schema.store();
      var claim =
          Claims.recorded(
              new RandomClaims(1).claim(Catalog.of(RandomClaims.ground())), "one 1", "2025-01-01");
      var ok = Claims.verdict(claim.id(), CellStatus.OK, "one 1", "2025-01-01");
      var bad = Claims.verdict(claim.id(), CellStatus.SUSPECT, "two 1", "2024-01-01");
      CatalogContent ground = RandomClaims.ground();
      var one =
          Packages.of(
              "one",
              new CatalogContent(ground.sources(), ground.subjects(), List.of(claim), List.of(ok)));
      var two =
          Packages.of("two", new CatalogContent(List.of(), List.of(), List.of(), List.of(bad)));
      PublishedCatalog published = store.take(List.of(one, two));
      for (int start = 0; start < 3; start++) {
        assertThat(store.take(List.of(one, two)).version()).isEqualTo(published.version());
      }
      assertThat(store.count()).isEqualTo(1);
      assertThat(store.read(null).catalog().content().verdicts()).containsExactly(ok, bad);
    }
  }
}
