package org.suanwang.scheduling.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.RunState;
import org.suanwang.scheduling.experiment.SimulationResult;

/** A simulation: what was asked for, how far it is, what came out. */
@Schema(description = "A simulation")
public record SimulationResponse(
    String id,
    RunState state,
    String fleet,
    String workload,
    String policy,
    long seed,
    @Nullable Long horizonSeconds,
    ProgressView progress,
    @Nullable ResultView result,
    @Schema(description = "Why there is no result, when FAILED") @Nullable String failure,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {
  /** How far a simulation is. */
  @Schema(description = "How far a simulation is")
  public record ProgressView(
      RunState state,
      @Schema(
              description =
                  "Share of the jobs that ended; 1 once COMPLETED, even if a horizon left jobs over")
          double fraction,
      Instant simulatedTime,
      long events,
      double eventsPerSecond,
      @Schema(
              description =
                  "Seconds until it ends if the rest takes as long as what is over did; null while"
                      + " nothing is over, and when it does not run")
          @Nullable Double etaSeconds) {
    static ProgressView of(Run run) {
      return new ProgressView(
          run.state(),
          run.progress().fraction(),
          run.epoch().plusSeconds(run.progress().simulatedSeconds()),
          run.progress().events(),
          Math.rint(run.progress().eventsPerSecond()),
          etaSeconds(run.state(), run.progress()));
    }

    static @Nullable Double etaSeconds(RunState state, Progress progress) {
      double fraction = progress.fraction();
      if (state != RunState.RUNNING || fraction <= 0 || progress.eventsPerSecond() <= 0) {
        return null;
      }
      double elapsedSeconds = progress.events() / progress.eventsPerSecond();
      return Math.rint(elapsedSeconds * (1 - fraction) / fraction);
    }
  }

  static SimulationResponse of(Run run) {
    SimulationResult result = run.result();
    return new SimulationResponse(
        run.id(),
        run.state(),
        run.spec().fleet(),
        run.spec().workload(),
        run.spec().policy(),
        run.spec().seed(),
        run.spec().horizonSeconds(),
        ProgressView.of(run),
        result == null ? null : ResultView.of(result),
        run.failure(),
        run.createdAt(),
        run.startedAt(),
        run.finishedAt());
  }

  /** The same without the result, for lists. */
  static SimulationResponse brief(Run run) {
    SimulationResponse all = of(run);
    return new SimulationResponse(
        all.id,
        all.state,
        all.fleet,
        all.workload,
        all.policy,
        all.seed,
        all.horizonSeconds,
        all.progress,
        null,
        all.failure,
        all.createdAt,
        all.startedAt,
        all.finishedAt);
  }
}
