package org.suanwang.scheduling.experiment;

/**
 * What nodes that were kept for a tenant were good for, inside the window of a result.
 *
 * @param reservation its place in the request, from 0
 * @param tenant for whom
 * @param hub where
 * @param nodes how many were kept
 * @param keptDeviceHours device time for which they were, down times among it
 * @param usedDeviceHours of that, held by jobs of the tenant and of the queues below
 */
public record KeptUse(
    int reservation,
    String tenant,
    String hub,
    int nodes,
    double keptDeviceHours,
    double usedDeviceHours) {}
