package org.suanwang.scheduling.inference;

/**
 * What became of each request, and of the replicas together.
 *
 * @param times of each request
 * @param endNanos when the last token was written, since second 0; 0 when none was
 * @param outstandingNanos requests in the system × time, ns
 * @param busyNanos for which replicas had something to do, all of them together, ns
 */
public record ServingRun(
    RequestTimes times, long endNanos, double outstandingNanos, double busyNanos) {}
