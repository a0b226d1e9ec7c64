package org.suanwang.scheduling.diff;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;

/**
 * What became of a job in one run.
 *
 * @param state where it was at the end of the run
 * @param startSeconds when it started for the first time; null when it did not
 * @param endSeconds null when it did not end
 * @param waitSeconds to its first start, or to the end of the run; null when it was never queued
 * @param hub where it ran or runs; null when it did not start
 * @param deviceType on what; null when it did not start, or on nodes without devices
 * @param reason why it waited before its first start; null when it never had to
 * @param preemptions how often it had to give way
 * @param failures how often something that it held failed
 * @param passedBy how often a job whose turn came later started before it did
 * @param hasPassed whether it started before a job whose turn came before its own
 */
public record JobFate(
    JobState state,
    @Nullable Long startSeconds,
    @Nullable Long endSeconds,
    @Nullable Long waitSeconds,
    @Nullable String hub,
    @Nullable String deviceType,
    @Nullable WaitReason reason,
    int preemptions,
    int failures,
    int passedBy,
    boolean hasPassed) {
  boolean hasStarted() {
    return startSeconds != null;
  }
}
