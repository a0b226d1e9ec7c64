package org.suanwang.scheduling.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Experiment;
import org.suanwang.scheduling.experiment.PolicyVariant;
import org.suanwang.scheduling.experiment.RunState;

/** An experiment: what was asked for, and how far it is. */
@Schema(description = "An experiment")
public record ExperimentResponse(
    String id,
    String name,
    @Schema(
            description =
                "QUEUED until a run begins, RUNNING until all have ended; then CANCELLED if any run"
                    + " was, else FAILED if any did, else COMPLETED")
        RunState state,
    @Schema(description = "How many simulations it is") int runs,
    @Schema(description = "As results call them") List<String> policies,
    List<String> workloads,
    List<String> fleets,
    List<Long> seeds,
    ExperimentProgressView progress,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {
  /** How far an experiment is. */
  @Schema(description = "How far an experiment is")
  public record ExperimentProgressView(
      RunState state,
      @Schema(
              description =
                  "Mean over the runs of the share of their jobs that ended; 1 for those in a final"
                      + " state")
          double fraction,
      @Schema(description = "How many runs are in each state") Map<String, Long> states,
      long events,
      @Schema(description = "Of the runs that are running") double eventsPerSecond,
      @Schema(
              description =
                  "Real time to its end, if the rest takes as long as what is over did; null before"
                      + " anything is over, and at the end")
          @Nullable Double etaSeconds) {
    static ExperimentProgressView of(Experiment experiment) {
      Map<String, Long> states = new LinkedHashMap<>();
      for (RunState state : RunState.values()) {
        states.put(state.name(), experiment.count(state));
      }
      Double eta = experiment.etaSeconds();
      return new ExperimentProgressView(
          experiment.state(),
          experiment.fraction(),
          states,
          experiment.events(),
          Math.rint(experiment.eventsPerSecond()),
          eta == null ? null : (Double) Math.rint(eta));
    }
  }

  static ExperimentResponse of(Experiment experiment) {
    return new ExperimentResponse(
        experiment.id(),
        experiment.spec().name(),
        experiment.state(),
        experiment.spec().size(),
        experiment.spec().policies().stream().map(PolicyVariant::label).toList(),
        experiment.spec().workloads(),
        experiment.spec().fleets(),
        experiment.spec().seeds(),
        ExperimentProgressView.of(experiment),
        experiment.createdAt(),
        experiment.startedAt(),
        experiment.finishedAt());
  }
}
