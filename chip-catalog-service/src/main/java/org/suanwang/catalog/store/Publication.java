package org.suanwang.catalog.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.integrity.IntegrityRules;

/** Publishes versions in one transaction; one writer at a time over all replicas. */
final class Publication {
  /** Any number that nobody else locks in this database. */
  private static final long WRITER_LOCK = 0x5375_616e_7761_6e67L;

  private static final CatalogVersion NONE = new CatalogVersion("", "", Instant.EPOCH);

  private final Connection connection;
  private final VersionRows versions;
  private final Clock clock;

  Publication(Connection connection, Clock clock) {
    this.connection = connection;
    this.versions = new VersionRows(connection);
    this.clock = clock;
  }

  /** Waits until no other replica writes; the lock goes with the transaction. */
  void lockWriters() throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
      lock.setLong(1, WRITER_LOCK);
      lock.execute();
    }
  }

  /**
   * What was published last, read on from what is known already.
   *
   * @param known what this replica serves; nothing at its start
   */
  PublishedCatalog latest(@Nullable PublishedCatalog known) throws SQLException {
    Optional<VersionRows.Stored> stored = versions.latest();
    if (stored.isEmpty()) {
      return PublishedCatalog.checked(empty(), NONE, IntegrityRules.check(empty()), 0);
    }
    CatalogVersion version = stored.get().entry().version();
    long lastEntry = stored.get().lastEntry().orElse(Long.MAX_VALUE);
    if (known == null || lastEntry < known.lastEntry()) {
      Catalog catalog = Catalog.of(new ContentReader(connection, 0, lastEntry).read());
      return PublishedCatalog.checking(
          catalog, version, () -> IntegrityRules.check(catalog), lastEntry);
    }
    if (lastEntry == known.lastEntry()) {
      return new PublishedCatalog(known.catalog(), version, known.check(), lastEntry);
    }
    var more = new ContentReader(connection, known.lastEntry(), lastEntry).read();
    Catalog catalog = known.catalog().with(more);
    Findings found = IntegrityRules.recheck(known.found(), catalog, Increment.subjects(more));
    return PublishedCatalog.checked(catalog, version, found, lastEntry);
  }

  private static Catalog empty() {
    return Catalog.of(CatalogContent.empty());
  }

  /**
   * Publishes a catalogue with more in it, unless nothing is new.
   *
   * @param base what was published last
   * @throws InvalidInputException when a rule finds an error
   */
  PublishedCatalog publish(PublishedCatalog base, CatalogContent increment, String cause)
      throws SQLException {
    Catalog catalog = base.catalog().with(increment);
    Findings found = IntegrityRules.recheck(base.found(), catalog, Increment.subjects(increment));
    return publish(base, increment, catalog, found, cause);
  }

  /** The same, of a catalogue that has been checked. */
  PublishedCatalog publish(
      PublishedCatalog base,
      CatalogContent increment,
      Catalog catalog,
      Findings found,
      String cause)
      throws SQLException {
    requireSound(base.found(), found);
    CatalogVersion next = CatalogVersion.of(catalog, after(base.version()));
    if (next.contentHash().equals(base.version().contentHash())) {
      return base;
    }
    new ContentWriter(connection).write(increment);
    long lastEntry = versions.publish(next, catalog.claimCount(), cause);
    return PublishedCatalog.checked(catalog, next, found, lastEntry);
  }

  /**
   * Now, but later than the last version even when the replica that published it has a faster
   * clock: whoever serves versions goes by this order. PostgreSQL keeps microseconds.
   */
  private Instant after(CatalogVersion last) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant next = last.publishedAt().plus(1, ChronoUnit.MICROS);
    return now.isBefore(next) ? next : now;
  }

  /** Errors that were there before are no reason to refuse: a rule may be younger than a claim. */
  private static void requireSound(Findings before, Findings found) {
    Set<Finding> old = Set.copyOf(before.all());
    requireSound(found.all().stream().filter(f -> !old.contains(f)).toList());
  }

  /**
   * Refuses what the rules have just found errors in.
   *
   * @throws InvalidInputException naming each
   */
  static void requireSound(List<Finding> news) {
    List<Violation> errors =
        news.stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .map(f -> new Violation(f.subject(), f.rule(), f.message(), "see docs/integrity.md"))
            .toList();
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }
}
