package org.suanwang.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.integrity.IntegrityRules;

/** Publishes versions, one writer at a time over all replicas. Callers bring the transaction. */
@ApplicationScoped
class Publication {
  static final String CHANNEL = "catalog_version";

  /** Any number that nobody else locks in this database. */
  private static final long WRITER_LOCK = 0x5375_616e_7761_6e67L;

  private final CatalogVersionRepository versions;
  private final EntityManager entities;
  private final Clock clock;

  Publication(CatalogVersionRepository versions, EntityManager entities, Clock clock) {
    this.versions = versions;
    this.entities = entities;
    this.clock = clock;
  }

  /** Waits until no other replica writes; the lock goes with the transaction. */
  void lockWriters() {
    entities
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)", Integer.class)
        .setParameter("lock", WRITER_LOCK)
        .getSingleResult();
  }

  Optional<CatalogVersion> latest() {
    return versions
        .find("ORDER BY sequence DESC")
        .firstResultOptional()
        .map(CatalogVersionEntity::toVersion);
  }

  /**
   * Checks a catalogue and publishes it, unless it is what was published last.
   *
   * @throws InvalidInputException when a rule finds an error
   */
  PublishedCatalog publish(Catalog catalog, String cause) {
    List<Finding> findings = requireSound(catalog);
    Optional<CatalogVersion> last = latest();
    CatalogVersion next = CatalogVersion.of(catalog.content(), after(last));
    if (last.filter(v -> v.contentHash().equals(next.contentHash())).isPresent()) {
      return new PublishedCatalog(catalog, last.get(), findings);
    }
    versions.persistAndFlush(CatalogVersionEntity.of(next, catalog.claims().size(), cause));
    entities
        .createNativeQuery("SELECT 1 FROM pg_notify(:channel, :version)", Integer.class)
        .setParameter("channel", CHANNEL)
        .setParameter("version", next.id())
        .getSingleResult();
    return new PublishedCatalog(catalog, next, findings);
  }

  /** What was published last, whichever replica named it. */
  PublishedCatalog latestOf(Catalog catalog) {
    return new PublishedCatalog(catalog, latest().orElseThrow(), IntegrityRules.check(catalog));
  }

  /**
   * Now, but later than the last version even when the replica that published it has a faster
   * clock: whoever serves versions goes by this order. PostgreSQL keeps microseconds.
   */
  private Instant after(Optional<CatalogVersion> last) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return last.map(v -> v.publishedAt().plus(1, ChronoUnit.MICROS))
        .filter(now::isBefore)
        .orElse(now);
  }

  private static List<Finding> requireSound(Catalog catalog) {
    List<Finding> findings = IntegrityRules.check(catalog);
    List<Violation> errors =
        findings.stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .map(f -> new Violation(f.subject(), f.rule(), f.message(), "see docs/integrity.md"))
            .toList();
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return findings;
  }
}
