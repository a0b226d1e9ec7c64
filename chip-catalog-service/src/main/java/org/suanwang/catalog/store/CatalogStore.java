package org.suanwang.catalog.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.VersionLog;

/** The catalogue in PostgreSQL, as a whole: takes data packages in and gives the catalogue out. */
@ApplicationScoped
public class CatalogStore implements VersionLog {
  private final CatalogRows rows;
  private final Publication publication;
  private final DataPackageRepository packages;
  private final CatalogVersionRepository versions;
  private final Clock clock;

  CatalogStore(
      CatalogRows rows,
      Publication publication,
      DataPackageRepository packages,
      CatalogVersionRepository versions,
      Clock clock) {
    this.rows = rows;
    this.publication = publication;
    this.packages = packages;
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * Stores the packages that are not stored yet and publishes what comes of it; all or nothing.
   *
   * @throws org.suanwang.catalog.check.InvalidInputException when a rule finds an error
   * @throws org.suanwang.catalog.check.ConflictException when a package changes an old claim
   */
  public PublishedCatalog take(List<DataPackage> loaded) {
    return QuarkusTransaction.requiringNew().call(() -> takeLocked(loaded));
  }

  private PublishedCatalog takeLocked(List<DataPackage> loaded) {
    publication.lockWriters();
    for (DataPackage data : loaded) {
      if (packages.findByIdOptional(data.contentHash()).isEmpty()) {
        rows.write(data.content());
        packages.persistAndFlush(DataPackageEntity.of(data, clock.instant()));
      }
    }
    String cause =
        loaded.stream().map(p -> p.id() + " " + p.version()).collect(Collectors.joining(", "));
    return publication.publish(Catalog.of(rows.read()), cause);
  }

  /** The catalogue that any replica published last. */
  public PublishedCatalog read() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              publication.lockWriters();
              return publication.latestOf(Catalog.of(rows.read()));
            });
  }

  /** The version that any replica published last. */
  public Optional<CatalogVersion> latestVersion() {
    return QuarkusTransaction.requiringNew().call(publication::latest);
  }

  @Override
  public List<Entry> latest(int limit, Optional<Long> before) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                versions
                    .find("sequence < ?1 ORDER BY sequence DESC", before.orElse(Long.MAX_VALUE))
                    .page(0, limit)
                    .stream()
                    .map(CatalogVersionEntity::toEntry)
                    .toList());
  }

  @Override
  public long count() {
    return QuarkusTransaction.requiringNew().call(versions::count);
  }
}
