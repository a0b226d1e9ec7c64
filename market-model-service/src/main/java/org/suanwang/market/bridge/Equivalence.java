package org.suanwang.market.bridge;

/**
 * The catalogue's answer to an {@link EquivalenceQuery}. Counts are whole devices; low and high
 * span the catalogue's conflicting claims.
 *
 * @param catalogVersion the catalogue version it was computed from
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
    String document) {}
