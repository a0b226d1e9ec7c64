package org.suanwang.catalog.accelerator;

import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.provenance.Recorded;

/**
 * What checking found about one claim. A later verdict on the same claim takes the place of an
 * earlier one; both are kept.
 *
 * @param claimId the claim that was checked
 * @param status what was found
 * @param note why, in words
 * @param recorded who says so, since when
 */
public record Verdict(
    String claimId, CellStatus status, @Nullable String note, Recorded recorded) {}
