package org.suanwang.scheduling.simulation;

/**
 * That data begins to move from one hub to another, or has arrived there and stays.
 *
 * @param timeSeconds seconds since the epoch of the simulation
 * @param number 0, 1, 2 … in the order in which the transfers of a run begin; the same when it
 *     arrives
 * @param isArrival whether it has arrived
 * @param job row of the job for which it was begun
 * @param fromHub number of a hub
 * @param toHub number of another
 * @param megabytes how much it is, in 10⁶ byte
 */
public record DataTransfer(
    long timeSeconds,
    int number,
    boolean isArrival,
    int job,
    int fromHub,
    int toHub,
    long megabytes) {}
