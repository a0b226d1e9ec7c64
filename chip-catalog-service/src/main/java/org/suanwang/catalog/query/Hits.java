package org.suanwang.catalog.query;

/**
 * One page of what a query finds.
 *
 * @param places where the accelerators of the page stand in {@link SearchIndex#accelerators()}
 * @param total how many there are on all pages
 * @param unknown how many more there may be: they fulfil every condition on a field of which they
 *     have a value, and have none for another
 * @param hasMore whether another page follows
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, read once.
public record Hits(int[] places, int total, int unknown, boolean hasMore) {}
