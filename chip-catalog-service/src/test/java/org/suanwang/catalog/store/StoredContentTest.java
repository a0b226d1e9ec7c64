package org.suanwang.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.RandomClaims;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.local.testing.PostgresTestResource;

/** Every kind of source, subject, attribute, quantity and basis is read back as it was stored. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class StoredContentTest {
  private static final int CLAIMS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everything_isReadBackAsItWasStored(long seed) throws SQLException {
    try (OwnSchema schema = OwnSchema.migrated("stored_content")) {
      CatalogStore store = schema.store();
      var random = new RandomClaims(seed);
      PublishedCatalog ground = store.take(List.of(Packages.of("ground", RandomClaims.ground())));
      CatalogContent more = random.increment(ground.catalog(), CLAIMS);
      PublishedCatalog first = store.take(List.of(Packages.of("first", more)));
      CatalogContent further = random.increment(first.catalog(), CLAIMS);
      PublishedCatalog second = store.take(List.of(Packages.of("second", further)));
      assertThat(second.catalog().claimCount()).isEqualTo(2 * CLAIMS);
      assertSame(store.read(null), second);
      assertThat(kinds(second.catalog())).hasSizeGreaterThan(60);
    }
  }

  private static void assertSame(PublishedCatalog read, PublishedCatalog stored) {
    CatalogContent is = read.catalog().content();
    CatalogContent was = stored.catalog().content();
    assertThat(is.sources()).isEqualTo(was.sources());
    assertThat(is.subjects()).isEqualTo(was.subjects());
    for (int i = 0; i < was.claims().size(); i++) {
      assertThat(is.claims().get(i)).isEqualTo(was.claims().get(i));
    }
    assertThat(is.verdicts()).isEqualTo(was.verdicts());
    assertThat(read.version()).isEqualTo(stored.version());
    assertThat(read.lastEntry()).isEqualTo(stored.lastEntry());
    assertThat(read.found()).isEqualTo(stored.found());
    assertThat(read.found()).isEqualTo(IntegrityRules.check(read.catalog()));
    assertThat(CanonicalForm.hash(read.catalog())).isEqualTo(stored.version().contentHash());
  }

  private static Set<String> kinds(Catalog catalog) {
    Set<String> kinds = new HashSet<>(RandomClaims.kindsOfQuantity());
    for (Claim<Fact> claim : catalog.claims().toList()) {
      kinds.add(claim.content().attribute().kind());
      kinds.add(claim.basis().kind());
      kinds.remove(claim.content().quantity().getClass().getSimpleName());
    }
    assertThat(kinds).doesNotContainAnyElementsOf(RandomClaims.kindsOfQuantity());
    return kinds;
  }

  @Test
  void sameContentInAnotherDatabase_hasTheSameVersion() throws SQLException {
    try (OwnSchema here = OwnSchema.migrated("content_here");
        OwnSchema there = OwnSchema.migrated("content_there")) {
      CatalogContent ground = RandomClaims.ground();
      CatalogContent more = new RandomClaims(4).increment(Catalog.of(ground), CLAIMS);
      CatalogStore stepwise = here.store();
      stepwise.take(List.of(Packages.of("ground", ground)));
      PublishedCatalog one = stepwise.take(List.of(Packages.of("more", more)));
      PublishedCatalog other =
          there.store().take(List.of(Packages.of("ground", ground), Packages.of("more", more)));
      assertThat(other.version().contentHash()).isEqualTo(one.version().contentHash());
      assertThat(other.version().id()).isEqualTo(one.version().id());
    }
  }
}
