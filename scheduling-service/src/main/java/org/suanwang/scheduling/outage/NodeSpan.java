package org.suanwang.scheduling.outage;

/**
 * Nodes one after the other in the numbering of a fleet.
 *
 * @param first number of the first
 * @param end one beyond the number of the last
 */
public record NodeSpan(int first, int end) {}
