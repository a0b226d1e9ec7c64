package org.suanwang.scheduling.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.ExperimentMetric;
import org.suanwang.scheduling.experiment.SimulationResult;

/** How far a run is from what no policy could have beaten. */
@Schema(
    description =
        "How far above the bound, metric ÷ bound − 1, and of the allocation how far below it,"
            + " 1 − allocationForWork ÷ bound: 0 where nothing could be better, never less; null"
            + " where there is no bound, or nothing to compare with it")
public record GapView(
    @Nullable Double makespan,
    @Nullable Double completionSecondsMean,
    @Nullable Double allocation) {
  static GapView of(SimulationResult result) {
    return new GapView(
        ExperimentMetric.MAKESPAN_GAP.value(result),
        ExperimentMetric.COMPLETION_GAP.value(result),
        ExperimentMetric.ALLOCATION_GAP.value(result));
  }
}
