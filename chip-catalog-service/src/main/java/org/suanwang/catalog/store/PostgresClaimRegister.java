package org.suanwang.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ClaimRegister;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.Submission;
import org.suanwang.catalog.check.ConflictException;
import org.suanwang.catalog.check.PreconditionFailedException;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.provenance.Claim;

/** Appends claims in one transaction each, and serves the new version from then on. */
@ApplicationScoped
class PostgresClaimRegister implements ClaimRegister {
  private final Database database;
  private final CurrentCatalog current;
  private final Clock clock;

  PostgresClaimRegister(Database database, CurrentCatalog current, Clock clock) {
    this.database = database;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public Appended append(Submission submission) {
    Appended appended = database.inTransaction(connection -> append(connection, submission));
    current.publish(appended.published());
    return appended;
  }

  private Appended append(Connection connection, Submission submission) throws SQLException {
    var publication = new Publication(connection, clock);
    publication.lockWriters();
    PublishedCatalog base = publication.latest(current.find().orElse(null));
    var keys = new IdempotencyKeys(connection);
    if (submission.idempotencyKey().isPresent()) {
      Optional<IdempotencyKeys.Done> done = keys.find(submission.idempotencyKey().get());
      if (done.isPresent()) {
        return replay(submission, done.get(), base);
      }
    }
    requireExpectedVersion(submission, base.version().id());
    Claim<Fact> claim = submission.claim();
    requireNew(claim, base.catalog());
    CatalogContent increment =
        Increment.of(
            base.catalog(),
            new CatalogContent(
                submission.source().stream().toList(), List.of(), List.of(claim), List.of()));
    Catalog after = base.catalog().with(increment);
    Findings found = IntegrityRules.requireAdmissible(base.found(), after, claim);
    PublishedCatalog published =
        publication.publish(base, increment, after, found, claim.recorded().by());
    if (submission.idempotencyKey().isPresent()) {
      var done = new IdempotencyKeys.Done(submission.requestHash(), claim.id());
      keys.rememberClaim(submission.idempotencyKey().get(), done, clock.instant());
    }
    return new Appended(claim.id(), published);
  }

  private static void requireNew(Claim<Fact> claim, Catalog before) {
    if (before.findClaim(claim.id()).isPresent()) {
      throw new ConflictException(
          "the claim \""
              + claim.id()
              + "\" is there already; GET /v1/claims/"
              + claim.id()
              + " shows it");
    }
  }

  private static void requireExpectedVersion(Submission submission, String now) {
    submission
        .expectedVersion()
        .filter(expected -> !expected.equals(now))
        .ifPresent(
            expected -> {
              throw new PreconditionFailedException(
                  "you have seen version "
                      + expected
                      + ", but "
                      + now
                      + " is published; read the"
                      + " accelerator again and send the claim with If-Match: \""
                      + now
                      + "\"");
            });
  }

  private static Appended replay(
      Submission submission, IdempotencyKeys.Done done, PublishedCatalog published) {
    if (!done.requestHash().equals(submission.requestHash())) {
      throw new ConflictException(
          "this Idempotency-Key was used for another request; use a new key for a new claim");
    }
    return new Appended(done.outcome(), published);
  }
}
