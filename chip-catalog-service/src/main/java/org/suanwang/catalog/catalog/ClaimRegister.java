package org.suanwang.catalog.catalog;

/** Where claims are written: appends one and publishes the version that has it. */
public interface ClaimRegister {

  /**
   * What became of a submission.
   *
   * @param claimId the claim that was added, now or by the first request with the same key
   * @param published the catalogue that holds it
   */
  record Appended(String claimId, PublishedCatalog published) {}

  /**
   * Adds a claim, or nothing at all.
   *
   * @throws org.suanwang.catalog.check.InvalidInputException when an integrity rule forbids it
   * @throws org.suanwang.catalog.check.ConflictException when it is there already, or its key was
   *     used for another request
   * @throws org.suanwang.catalog.check.PreconditionFailedException when the version has changed
   */
  Appended append(Submission submission);
}
