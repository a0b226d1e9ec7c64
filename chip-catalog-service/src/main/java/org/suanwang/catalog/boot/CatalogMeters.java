package org.suanwang.catalog.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.PublishedCatalog;

/** Shows the size and state of the served catalogue to Prometheus. */
@Singleton
class CatalogMeters {
  private static final List<String> BASES =
      List.of("REPORTED", "CORRECTED", "MEASURED", "DERIVED", "ESTIMATED", "UNKNOWN");

  private final MultiGauge accelerators;
  private final MultiGauge claims;
  private final MultiGauge findings;
  private final MultiGauge version;
  private String shown = "";

  CatalogMeters(MeterRegistry registry) {
    accelerators = gauge(registry, "catalog.accelerators", "Accelerators in the catalogue");
    claims = gauge(registry, "catalog.claims", "Claims in the catalogue, by basis");
    findings = gauge(registry, "catalog.findings", "Findings of the integrity rules");
    version = gauge(registry, "catalog.version.info", "1, labelled with the served version");
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  /** Writers publish side by side, and the rows of a gauge are replaced in two steps. */
  synchronized void show(PublishedCatalog published) {
    int size = published.catalog().accelerators().size();
    accelerators.register(List.of(MultiGauge.Row.of(Tags.empty(), size)), true);
    claims.register(BASES.stream().map(b -> claimsOf(published, b)).toList(), true);
    shown = published.version().id();
    var _ = published.check().thenAccept(found -> show(published.version().id(), found));
    Tags id = Tags.of("version", published.version().id());
    version.register(List.of(MultiGauge.Row.of(id, 1)), true);
  }

  private static MultiGauge.Row<?> claimsOf(PublishedCatalog published, String basis) {
    long count = published.catalog().claims().filter(c -> c.basis().kind().equals(basis)).count();
    return MultiGauge.Row.of(Tags.of("basis", basis.toLowerCase(Locale.ROOT)), count);
  }

  /** The check of an earlier version may end after that of a later one, and is not shown then. */
  private synchronized void show(String versionId, Findings found) {
    if (versionId.equals(shown)) {
      findings.register(Stream.of(Severity.values()).map(s -> findingsOf(found, s)).toList(), true);
    }
  }

  private static MultiGauge.Row<?> findingsOf(Findings found, Severity severity) {
    long count = found.all().stream().filter(f -> f.severity() == severity).count();
    return MultiGauge.Row.of(Tags.of("severity", severity.name().toLowerCase(Locale.ROOT)), count);
  }
}
