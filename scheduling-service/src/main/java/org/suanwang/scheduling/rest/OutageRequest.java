package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes down in a simulation. */
@Schema(description = "What goes down; left out, nothing does")
public record OutageRequest(
    @Schema(description = "What fails by itself, at exponential times; entries for the same add up")
        @Nullable List<@Nullable ReliabilityRequest> reliability,
    @Schema(description = "What is planned")
        @Nullable List<@Nullable MaintenanceRequest> maintenance,
    @Schema(
            description =
                "How often a job waits again after a failure, 0 to 1000, before it ends as FAILED;"
                    + " left out, as often as it takes")
        @Nullable Integer retriesMax) {
  /** How often units of one kind fail. */
  @Schema(name = "ReliabilityRequest", description = "How often units of one kind fail")
  public record ReliabilityRequest(
      @Schema(description = "DEVICE, NODE, RACK, SPINE or HUB") @Nullable String level,
      @Schema(description = "Only of this type; left out, all. For devices and nodes")
          @Nullable String deviceType,
      @Schema(description = "Mean time from a repair to the next failure of one unit, 0.01 to 1e8")
          @Nullable Double mtbfHours,
      @Schema(description = "Mean time to repair, 0.001 to 1e5") @Nullable Double mttrHours) {}

  /** A time for which nodes are taken out of use as planned. */
  @Schema(name = "MaintenanceRequest", description = "Jobs are interrupted as by a preemption")
  public record MaintenanceRequest(
      @Nullable String hub,
      @Schema(description = "Only nodes with this type; left out, all") @Nullable String deviceType,
      @Schema(description = "How many, the first in the fleet's order; left out, all")
          @Nullable Integer nodes,
      @Schema(description = "An instant; or give fromSeconds") @Nullable String from,
      @Schema(description = "An instant; or give toSeconds") @Nullable String to,
      @Schema(description = "Since the epoch of the workload") @Nullable Long fromSeconds,
      @Schema(description = "Since the epoch of the workload") @Nullable Long toSeconds,
      @Schema(
              description =
                  "For how long before, and until the end, the nodes take no new jobs; those on them"
                      + " run on until the beginning. 0 when left out")
          @Nullable Long drainSeconds) {}
}
