package org.suanwang.catalog.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.Claims;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.PublishedCatalog;

/** The gauges are of the version that is served, in whatever order checks end. */
class CatalogMetersTest {
  private static final Catalog CATALOG = Claims.catalog();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CatalogMeters meters = new CatalogMeters(registry);

  private static PublishedCatalog published(String version, CompletableFuture<Findings> check) {
    var id = new CatalogVersion(version, version, Instant.EPOCH);
    return new PublishedCatalog(CATALOG, id, check, 1);
  }

  private static Findings warnings(int count) {
    var warning = new Finding(Severity.WARNING, "Rule", "chip", "look");
    return Findings.of(Map.of(), Collections.nCopies(count, warning));
  }

  private double warningsShown() {
    return registry.get("catalog.findings").tag("severity", "warning").gauge().value();
  }

  @Test
  void checkOfAnEarlierVersion_thatEndsLast_isNotShown() {
    var first = new CompletableFuture<Findings>();
    var second = new CompletableFuture<Findings>();
    meters.show(published("one", first));
    meters.show(published("two", second));
    second.complete(warnings(2));
    first.complete(warnings(1));
    assertThat(warningsShown()).isEqualTo(2);
    assertThat(registry.get("catalog.version.info").tag("version", "two").gauge().value())
        .isEqualTo(1);
  }

  @Test
  void checkThatIsDone_isShownAtOnce() {
    meters.show(published("one", CompletableFuture.completedFuture(warnings(3))));
    assertThat(warningsShown()).isEqualTo(3);
  }
}
