package org.suanwang.scheduling.bound;

import org.jspecify.annotations.Nullable;

/**
 * What no policy with the same filters of nodes can beat on this input: the same under all of them.
 * The minima over all jobs are known only of a run in which every acceptable job completed: what a
 * run that was cut off leaves out would make it look better than possible. Where all jobs that did
 * not complete left by themselves (cancelled, timed out, out of retries), the makespan is bounded
 * over those that cannot leave.
 *
 * @param makespanSecondsMin no schedule of all acceptable jobs is shorter, counted like the
 *     makespan; null when the window ended before the last of them, or jobs left and there are none
 *     that cannot
 * @param makespanBinding what it comes from: {@code longest-job}, or {@code capacity}, {@code cpu}
 *     or {@code memory}: of all nodes, {@code of nodes with devices}, {@code of} a device type, or
 *     of {@code all device types together}; null together with it
 * @param allocationMax under no policy is a greater share of the device time in its window held for
 *     work
 * @param completionSecondsMeanMin no schedule has a smaller mean time from submission to end; null
 *     when not all of them ended
 * @param withheldBecause why a minimum is null; null when none is
 */
public record Bounds(
    @Nullable Long makespanSecondsMin,
    @Nullable String makespanBinding,
    double allocationMax,
    @Nullable Double completionSecondsMeanMin,
    @Nullable String withheldBecause) {}
