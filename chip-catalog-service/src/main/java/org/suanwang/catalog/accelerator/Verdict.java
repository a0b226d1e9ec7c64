package org.suanwang.catalog.accelerator;

import org.jspecify.annotations.Nullable;

/**
 * What checking found about one reported claim.
 *
 * @param claimId the claim that was checked
 * @param status what was found
 * @param note why, in words
 */
public record Verdict(String claimId, CellStatus status, @Nullable String note) {}
