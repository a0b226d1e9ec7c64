package org.suanwang.catalog.catalog;

import java.util.Optional;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/**
 * A claim that somebody wants added.
 *
 * @param claim the claim, complete with id and who records it
 * @param source its source's particulars, when the submitter gives them; the id alone is enough for
 *     a source that the catalogue has
 * @param expectedVersion the version that the submitter has seen; another one means somebody was
 *     quicker
 * @param idempotencyKey the submitter's name for this request
 * @param requestHash what the request said, so that a key used for something else is seen
 */
public record Submission(
    Claim<Fact> claim,
    Optional<Source> source,
    Optional<String> expectedVersion,
    Optional<String> idempotencyKey,
    String requestHash) {}
