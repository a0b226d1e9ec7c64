package org.suanwang.catalog.catalog;

import java.util.List;
import java.util.Optional;

/** Where packages are taken in while the service runs: whole, in one new version, or not at all. */
public interface PackageRegister {

  /**
   * A package that somebody wants taken in.
   *
   * @param cause who sends what, for the version that comes of it
   * @param expectedVersion the version that the sender has seen
   * @param idempotencyKey the sender's name for this request
   * @param requestHash what the request said, so that a key used for something else is seen
   */
  record Delivery(
      DataPackage data,
      String cause,
      Optional<String> expectedVersion,
      Optional<String> idempotencyKey,
      String requestHash) {}

  /**
   * What came of a delivery, or would come of it.
   *
   * @param versionId the version that holds it; of a rehearsal the one that would be published
   * @param isNew whether anything in it was new, so that there is a new version
   * @param published what is served now
   * @param findings what the integrity rules say that they did not say before; of a rehearsal also
   *     the errors that would stop it
   */
  record Outcome(
      String versionId,
      boolean isNew,
      ImportCounts counts,
      PublishedCatalog published,
      List<Finding> findings) {}

  /**
   * Takes all of it in, or nothing.
   *
   * @throws org.suanwang.catalog.check.InvalidInputException when an integrity rule forbids it
   * @throws org.suanwang.catalog.check.ConflictException when it says something else of what is
   *     there, or its key was used for another request
   * @throws org.suanwang.catalog.check.PreconditionFailedException when the version has changed
   */
  Outcome take(Delivery delivery);

  /** Tells what {@link #take} would do, and does not do it. Its key is not used up. */
  Outcome rehearse(Delivery delivery);
}
