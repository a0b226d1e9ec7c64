package org.suanwang.scheduling.experiment;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment that was asked for.
 *
 * @param id given when it was queued
 * @param spec what was asked for
 * @param counts how many of its runs are in each state; every state is there
 * @param fraction share of the work that is over, 0 to 1: the mean over its runs, of which those in
 *     a final state count 1
 * @param events of all its runs so far
 * @param eventsPerSecond of real time, of the runs that are running
 * @param etaSeconds real time until it ends, if the rest takes as long as what is over did; null
 *     before anything is over and after all is
 * @param createdAt when it was queued
 * @param startedAt when a worker took the first run; null before
 * @param finishedAt when the last run reached a final state; null before
 */
public record Experiment(
    String id,
    ExperimentSpec spec,
    Map<RunState, Long> counts,
    double fraction,
    long events,
    double eventsPerSecond,
    @Nullable Double etaSeconds,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {
  /**
   * Where it is: QUEUED until a run begins, RUNNING until all have ended; then CANCELLED if any run
   * was, else FAILED if any did, else COMPLETED.
   */
  public RunState state() {
    if (count(RunState.QUEUED) == spec.size()) {
      return RunState.QUEUED;
    }
    if (count(RunState.QUEUED) + count(RunState.RUNNING) > 0) {
      return RunState.RUNNING;
    }
    if (count(RunState.CANCELLED) > 0) {
      return RunState.CANCELLED;
    }
    return count(RunState.FAILED) > 0 ? RunState.FAILED : RunState.COMPLETED;
  }

  /** How many of its runs are in this state. */
  public long count(RunState state) {
    return counts.getOrDefault(state, 0L);
  }
}
