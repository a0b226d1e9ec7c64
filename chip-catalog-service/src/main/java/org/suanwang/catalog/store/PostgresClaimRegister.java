package org.suanwang.catalog.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.ClaimRegister;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.Submission;
import org.suanwang.catalog.check.ConflictException;
import org.suanwang.catalog.check.PreconditionFailedException;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/** Appends claims in one transaction each, and serves the new version from then on. */
@ApplicationScoped
class PostgresClaimRegister implements ClaimRegister {
  private final CatalogRows rows;
  private final Publication publication;
  private final IdempotencyKeyRepository keys;
  private final CurrentCatalog current;
  private final Clock clock;

  PostgresClaimRegister(
      CatalogRows rows,
      Publication publication,
      IdempotencyKeyRepository keys,
      CurrentCatalog current,
      Clock clock) {
    this.rows = rows;
    this.publication = publication;
    this.keys = keys;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public Appended append(Submission submission) {
    Appended appended = QuarkusTransaction.requiringNew().call(() -> appendLocked(submission));
    current.publish(appended.published());
    return appended;
  }

  private Appended appendLocked(Submission submission) {
    publication.lockWriters();
    Catalog before = Catalog.of(rows.read());
    Optional<IdempotencyKeyEntity> done =
        submission.idempotencyKey().flatMap(keys::findByIdOptional);
    if (done.isPresent()) {
      return replay(submission, done.get(), before);
    }
    requireExpectedVersion(submission);
    Claim<Fact> claim = submission.claim();
    if (before.findClaim(claim.id()).isPresent()) {
      throw new ConflictException(
          "the claim \""
              + claim.id()
              + "\" is there already; GET /v1/claims/"
              + claim.id()
              + " shows it");
    }
    requireSameSource(submission, before);
    Optional<Source> newSource =
        submission.source().filter(s -> before.findSource(s.id()).isEmpty());
    Catalog after = IntegrityRules.requireAdmissible(before, claim, newSource);
    newSource.ifPresent(rows::append);
    rows.append(claim);
    submission.idempotencyKey().ifPresent(key -> remember(key, submission));
    PublishedCatalog published = publication.publish(after, claim.recorded().by());
    return new Appended(claim.id(), published);
  }

  private static void requireSameSource(Submission submission, Catalog before) {
    submission
        .source()
        .filter(given -> before.findSource(given.id()).filter(s -> !s.equals(given)).isPresent())
        .ifPresent(
            given -> {
              throw new ConflictException(
                  "the source \""
                      + given.id()
                      + "\" is there with other particulars; sources are"
                      + " never changed: give its id alone, or give yours another id");
            });
  }

  private void requireExpectedVersion(Submission submission) {
    String now = publication.latest().orElseThrow().id();
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

  private Appended replay(Submission submission, IdempotencyKeyEntity done, Catalog catalog) {
    if (!done.requestHash.equals(submission.requestHash())) {
      throw new ConflictException(
          "this Idempotency-Key was used for another request; use a new key for a new claim");
    }
    return new Appended(done.claimId, publication.latestOf(catalog));
  }

  private void remember(String key, Submission submission) {
    IdempotencyKeyEntity row = new IdempotencyKeyEntity();
    row.key = key;
    row.requestHash = submission.requestHash();
    row.claimId = submission.claim().id();
    row.usedAt = clock.instant();
    keys.persist(row);
  }
}
