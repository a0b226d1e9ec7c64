package org.suanwang.scheduling.inference;

import org.jspecify.annotations.Nullable;

/**
 * A service over some steps; means over them.
 *
 * @param fromSeconds since the epoch
 * @param toSeconds since the epoch
 * @param requestsPerSecond that arrived
 * @param tokensPerSecond of prompts and answers that were served
 * @param replicasWanted by the autoscaler
 * @param replicasServing that had their devices and had loaded the model
 * @param utilisation replicas that the arriving work would occupy ÷ those that served; null when
 *     none did
 * @param waiting requests carried over at the end
 * @param dropped requests that gave up
 * @param attainment share of those that were served or gave up that were given both objectives;
 *     null when there were none
 */
public record ServicePoint(
    long fromSeconds,
    long toSeconds,
    double requestsPerSecond,
    double tokensPerSecond,
    double replicasWanted,
    double replicasServing,
    @Nullable Double utilisation,
    double waiting,
    double dropped,
    @Nullable Double attainment) {}
