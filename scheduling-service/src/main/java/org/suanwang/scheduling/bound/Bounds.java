package org.suanwang.scheduling.bound;

/**
 * What no policy can beat on this input.
 *
 * @param makespanSecondsMin no schedule of all acceptable jobs is shorter, counted like the
 *     makespan
 * @param makespanBinding what it comes from: {@code longest-job}, {@code capacity}, or {@code
 *     capacity of} a device type
 * @param allocationMax no schedule allocates a greater share of the device time in the window
 * @param completionSecondsMeanMin no schedule has a smaller mean time from submission to end
 */
public record Bounds(
    long makespanSecondsMin,
    String makespanBinding,
    double allocationMax,
    double completionSecondsMeanMin) {}
