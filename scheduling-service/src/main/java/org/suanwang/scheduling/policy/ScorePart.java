package org.suanwang.scheduling.policy;

/**
 * One of the numbers that a score is made of.
 *
 * @param name what it is
 * @param value of the node
 * @param meaning its unit, and which of two nodes it speaks for
 */
public record ScorePart(String name, double value, String meaning) {}
