package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cluster.ClusterState;

/**
 * How a run ended.
 *
 * @param completed false when the observer stopped it
 * @param lastEventSeconds time of the last event; 0 when there was none
 * @param events how many events there were
 * @param walksCutShort how often the queue was left as the policy's depth was reached, with others
 *     behind
 * @param state the cluster as it was left
 */
public record RunEnd(
    boolean completed,
    long lastEventSeconds,
    long events,
    long walksCutShort,
    ClusterState state) {}
