package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An experiment to be run. */
@Schema(
    description =
        "Every policy on every workload on every fleet with every seed: at most 2,000 simulations")
public record ExperimentRequest(
    @Nullable String name,
    @Schema(description = "1 to 100 policies, no two alike")
        @Nullable List<@Nullable PolicyChoice> policies,
    @Schema(description = "Ids of 1 to 100 workloads") @Nullable List<@Nullable String> workloads,
    @Schema(description = "Ids of 1 to 100 fleets") @Nullable List<@Nullable String> fleets,
    @Schema(description = "At most 2,000 seeds; 42 alone when neither they nor a range are given")
        @Nullable List<@Nullable Long> seeds,
    @Nullable SeedRange seedRange,
    @Schema(
            description =
                "What all simulations have in common, as in a simulation, but for fleet, workload,"
                    + " policy and seed, which stand above")
        @Nullable SimulationRequest settings) {
  /** Seeds that follow each other. */
  @Schema(description = "Seeds first, first + 1, …; instead of seeds")
  public record SeedRange(
      @Schema(description = "1 when left out") @Nullable Long first,
      @Schema(description = "1 to 2,000") @Nullable Integer count) {}
}
