package org.suanwang.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.ImportCounts;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.catalog.PackageRegister;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.ConflictException;
import org.suanwang.catalog.check.PreconditionFailedException;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.provenance.Claim;

/** Takes packages in, one transaction each, and serves the new version from then on. */
@ApplicationScoped
class PostgresPackageRegister implements PackageRegister {
  private final Database database;
  private final CurrentCatalog current;
  private final Clock clock;

  PostgresPackageRegister(Database database, CurrentCatalog current, Clock clock) {
    this.database = database;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public Outcome take(Delivery delivery) {
    Outcome outcome = database.inTransaction(connection -> take(connection, delivery));
    current.publish(outcome.published());
    return outcome;
  }

  private Outcome take(Connection connection, Delivery delivery) throws SQLException {
    var publication = new Publication(connection, clock);
    publication.lockWriters();
    PublishedCatalog base = publication.latest(current.find().orElse(null));
    var keys = new IdempotencyKeys(connection);
    if (delivery.idempotencyKey().isPresent()) {
      Optional<IdempotencyKeys.Done> done = keys.find(delivery.idempotencyKey().get());
      if (done.isPresent()) {
        return replay(delivery, done.get(), base);
      }
    }
    requireExpectedVersion(delivery, base.version().id());
    CatalogContent offered = delivery.data().content();
    CatalogContent increment = Increment.of(base.catalog(), offered);
    Catalog after = base.catalog().with(increment);
    Findings found = IntegrityRules.recheck(base.found(), after, Increment.subjects(increment));
    List<Finding> news = IntegrityRules.news(base.found(), found, after, claimIds(increment));
    Publication.requireSound(news);
    PublishedCatalog published =
        publication.publish(base, increment, after, found, delivery.cause());
    DataPackageRows.remember(connection, delivery.data(), clock.instant());
    var outcome =
        new Outcome(
            published.version().id(),
            !published.version().id().equals(base.version().id()),
            ImportCounts.of(base.catalog(), offered, increment),
            published,
            news);
    if (delivery.idempotencyKey().isPresent()) {
      var done = new IdempotencyKeys.Done(delivery.requestHash(), OutcomeText.write(outcome));
      keys.rememberImport(delivery.idempotencyKey().get(), done, clock.instant());
    }
    return outcome;
  }

  @Override
  public Outcome rehearse(Delivery delivery) {
    return database.inTransaction(connection -> rehearse(connection, delivery));
  }

  private Outcome rehearse(Connection connection, Delivery delivery) throws SQLException {
    PublishedCatalog base = new Publication(connection, clock).latest(current.find().orElse(null));
    requireExpectedVersion(delivery, base.version().id());
    CatalogContent offered = delivery.data().content();
    CatalogContent increment = Increment.of(base.catalog(), offered);
    Catalog after = base.catalog().with(increment);
    Findings found = IntegrityRules.recheck(base.found(), after, Increment.subjects(increment));
    CatalogVersion next = CatalogVersion.of(after, base.version().publishedAt());
    return new Outcome(
        next.id(),
        !next.id().equals(base.version().id()),
        ImportCounts.of(base.catalog(), offered, increment),
        base,
        IntegrityRules.news(base.found(), found, after, claimIds(increment)));
  }

  private static Set<String> claimIds(CatalogContent content) {
    return content.claims().stream().map(Claim::id).collect(Collectors.toSet());
  }

  private static void requireExpectedVersion(Delivery delivery, String now) {
    delivery
        .expectedVersion()
        .filter(expected -> !expected.equals(now))
        .ifPresent(
            expected -> {
              throw new PreconditionFailedException(
                  "you have seen version "
                      + expected
                      + ", but "
                      + now
                      + " is published; see with dryRun=true what the import would change by now,"
                      + " and send it with If-Match: \""
                      + now
                      + "\"");
            });
  }

  private static Outcome replay(
      Delivery delivery, IdempotencyKeys.Done done, PublishedCatalog published) {
    if (!done.requestHash().equals(delivery.requestHash())) {
      throw new ConflictException(
          "this Idempotency-Key was used for another request; use a new key for a new import");
    }
    return OutcomeText.read(done.outcome(), published);
  }
}
