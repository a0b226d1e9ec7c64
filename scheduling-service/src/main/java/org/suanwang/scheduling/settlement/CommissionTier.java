package org.suanwang.scheduling.settlement;

/**
 * A rate for what a customer is charged beyond an amount, up to the next tier's.
 *
 * @param fromMicroCny what the customer has been charged before, millionths of a yuan
 * @param ppm the operator's share of what comes on top, parts per million
 */
public record CommissionTier(long fromMicroCny, int ppm) {}
