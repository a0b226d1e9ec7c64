package org.suanwang.market.bridge;

import org.jspecify.annotations.Nullable;

/**
 * How many of one device do the work of so many of another, at a precision.
 *
 * @param efficiency what both reach of their peaks; null when peaks alone are compared
 */
public record EquivalenceQuery(
    String fromDevice,
    long fromCount,
    String toDevice,
    String precision,
    @Nullable EfficiencyPair efficiency) {}
