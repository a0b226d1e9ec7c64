package org.suanwang.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.VersionLog;

/** The catalogue in PostgreSQL, as a whole: takes data packages in and gives catalogues out. */
@ApplicationScoped
public class CatalogStore implements VersionLog {
  private final Database database;
  private final Clock clock;

  CatalogStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Stores what is new in the packages and publishes what comes of it; all or nothing.
   *
   * @throws org.suanwang.catalog.check.InvalidInputException when a rule finds an error
   * @throws org.suanwang.catalog.check.ConflictException when a package changes an old claim
   */
  public PublishedCatalog take(List<DataPackage> loaded) {
    return database.inTransaction(connection -> take(connection, loaded));
  }

  private PublishedCatalog take(Connection connection, List<DataPackage> loaded)
      throws SQLException {
    var publication = new Publication(connection, clock);
    publication.lockWriters();
    PublishedCatalog base = publication.latest(null);
    Catalog offered = base.catalog();
    List<CatalogContent> increments = new ArrayList<>();
    for (DataPackage data : loaded) {
      CatalogContent more = Increment.of(offered, data.content());
      increments.add(more);
      offered = offered.with(more);
      DataPackageRows.remember(connection, data, clock.instant());
    }
    String cause =
        loaded.stream().map(p -> p.id() + " " + p.version()).collect(Collectors.joining(", "));
    return publication.publish(base, Increment.together(increments), cause);
  }

  /**
   * The catalogue that was published last, if it holds all these packages; empty when any of their
   * files is new or has changed.
   *
   * @param filesHashes of the packages' files, see {@link DataPackage}
   */
  public Optional<PublishedCatalog> findTaken(List<String> filesHashes) {
    return database.inTransaction(
        connection ->
            DataPackageRows.areKnown(connection, filesHashes)
                ? Optional.of(new Publication(connection, clock).latest(null))
                : Optional.empty());
  }

  /**
   * The catalogue that any replica published last.
   *
   * @param known what is being served; only what came later is read
   */
  public PublishedCatalog read(@Nullable PublishedCatalog known) {
    return database.inTransaction(connection -> new Publication(connection, clock).latest(known));
  }

  /** The version that any replica published last. */
  public Optional<CatalogVersion> latestVersion() {
    return database.inTransaction(
        connection -> new VersionRows(connection).latest().map(v -> v.entry().version()));
  }

  @Override
  public Optional<Catalog> findCatalog(String versionId) {
    return database.inTransaction(
        connection -> {
          Optional<Long> lastEntry =
              new VersionRows(connection).find(versionId).flatMap(VersionRows.Stored::lastEntry);
          return lastEntry.isEmpty()
              ? Optional.empty()
              : Optional.of(Catalog.of(new ContentReader(connection, 0, lastEntry.get()).read()));
        });
  }

  @Override
  public List<Entry> latest(int limit, Optional<Long> before) {
    return database.inTransaction(
        connection -> new VersionRows(connection).before(before.orElse(Long.MAX_VALUE), limit));
  }

  @Override
  public long count() {
    return database.inTransaction(connection -> new VersionRows(connection).count());
  }
}
