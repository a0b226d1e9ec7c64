package org.suanwang.market.bridge;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's answer to an {@link EquivalenceQuery}. Counts are whole devices; low and high
 * span the catalogue's conflicting claims.
 *
 * @param catalogVersion the catalogue version it was computed from
 * @param reached what both sides reach of their peaks, where the answer counts it; null where it
 *     counts peaks
 * @param document the whole answer as JSON, passed on to whoever asks why
 */
public record Equivalence(
    String catalogVersion,
    String fromDevice,
    long fromCount,
    String toDevice,
    long toCount,
    long toCountLow,
    long toCountHigh,
    @Nullable Reached reached,
    String document) {
  /** Shares of the dense peaks, as the answer has them. */
  public record Reached(BigFraction from, BigFraction to) {}
}
