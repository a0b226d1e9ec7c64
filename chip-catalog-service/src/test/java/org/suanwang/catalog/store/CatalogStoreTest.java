package org.suanwang.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.check.ConflictException;
import org.suanwang.catalog.load.DataPackageLoader;
import org.suanwang.catalog.load.PackageFiles;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.local.testing.PostgresTestResource;

/** Data packages in PostgreSQL: taken once, read back without loss, never changed. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class CatalogStoreTest {
  @Inject CatalogStore store;

  private final DataPackage figureFive =
      new DataPackageLoader(PackageFiles.onClasspath()).load("report-figure-5");

  @Test
  void everyClaim_isReadBackAsItWasLoaded() {
    assertThat(store.read(null).catalog().claims()).containsAll(figureFive.content().claims());
    assertThat(store.read(null).catalog().content().verdicts())
        .containsAll(figureFive.content().verdicts());
  }

  @Test
  void samePackageAgain_publishesNothingNew() {
    CatalogVersion once = store.take(List.of(figureFive)).version();
    long versions = store.count();
    assertThat(store.take(List.of(figureFive)).version()).isEqualTo(once);
    assertThat(store.count()).isEqualTo(versions);
  }

  @Test
  void packageThatChangesAClaim_isRefusedWhole() {
    store.take(List.of(figureFive));
    long versions = store.count();
    assertThatThrownBy(() -> store.take(List.of(changed())))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("claims are never changed");
    assertThat(store.count()).isEqualTo(versions);
    assertThat(store.read(null).catalog().claims()).containsAll(figureFive.content().claims());
  }

  private DataPackage changed() {
    CatalogContent c = figureFive.content();
    List<Claim<Fact>> claims =
        c.claims().stream()
            .map(claim -> claim.id().equals("amd-mi250.figure-5.fp16") ? better(claim) : claim)
            .toList();
    var content = new CatalogContent(c.sources(), c.subjects(), claims, c.verdicts());
    return new DataPackage(
        figureFive.id(),
        "2",
        "title",
        "licence",
        content,
        CanonicalForm.hash(content),
        "f".repeat(64));
  }

  private static Claim<Fact> better(Claim<Fact> c) {
    return new Claim<>(
        c.id(),
        c.subject(),
        c.content(),
        "much better",
        c.qualifier(),
        c.sourceId(),
        c.locator(),
        c.asOf(),
        c.tier(),
        c.basis(),
        c.recorded());
  }
}
