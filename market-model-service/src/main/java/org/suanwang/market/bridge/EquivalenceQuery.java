package org.suanwang.market.bridge;

/** How many of one device do the work of so many of another, at a precision. */
public record EquivalenceQuery(
    String fromDevice, long fromCount, String toDevice, String precision) {}
