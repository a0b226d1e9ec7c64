package org.suanwang.scheduling.simulation;

/**
 * Some of a node goes out of use, or comes back.
 *
 * @param timeSeconds since the epoch of the simulation
 * @param node its number
 * @param devices those of it that change
 * @param isWholeNode whether its CPU and memory change as well
 * @param isBack whether it comes back
 */
@SuppressWarnings("ArrayRecordComponent") // told and forgotten; nobody compares
public record Withdrawal(
    long timeSeconds, int node, int[] devices, boolean isWholeNode, boolean isBack) {}
