package org.suanwang.scheduling.experiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A simulation that was asked for.
 *
 * @param id given when it was queued
 * @param spec what was asked for
 * @param epoch the instant that second 0 stands for
 * @param state where it is
 * @param progress how far
 * @param result when completed
 * @param failure when failed, why
 * @param createdAt when it was queued
 * @param startedAt when a worker took it; null before
 * @param finishedAt when it reached a final state; null before
 */
public record Run(
    String id,
    SimulationSpec spec,
    Instant epoch,
    RunState state,
    Progress progress,
    @Nullable SimulationResult result,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {}
