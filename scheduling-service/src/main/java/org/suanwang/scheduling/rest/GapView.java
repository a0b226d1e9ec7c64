package org.suanwang.scheduling.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.ExperimentMetric;
import org.suanwang.scheduling.experiment.SimulationResult;

/** How far a run is from what no policy could have beaten. */
@Schema(
    description =
        "Metric ÷ bound − 1: 0 where nothing could be better; null where there is no bound, or"
            + " nothing to compare with it. Of the allocation at most 0")
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
