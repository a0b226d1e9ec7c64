package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A running job that might have to give way to another, and what such jobs are put in order by: the
 * latest turn first, then the least loss of device time, then the latest start.
 *
 * @param job row in the table
 * @param turn by the policy's order, the larger the later; null where the job may be made to go
 *     because its queue borrows, which goes before all turns
 * @param unsavedSeconds for which it has held its devices since its state was last saved, or since
 *     it started
 * @param unsavedMilliSeconds the same on all that it holds, thousandths of devices times seconds
 * @param startedAt since when it runs without a break, in seconds since the epoch
 * @param isTaken whether it gives way, or gives up tasks; others were spared
 */
public record PossibleVictim(
    int job,
    @Nullable Long turn,
    long unsavedSeconds,
    long unsavedMilliSeconds,
    long startedAt,
    boolean isTaken) {}
