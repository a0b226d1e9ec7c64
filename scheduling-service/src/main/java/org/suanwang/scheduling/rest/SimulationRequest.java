package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A simulation to be run. */
@Schema(description = "Which workload on which fleet under which policy")
public record SimulationRequest(
    @Schema(description = "Id of a fleet") @Nullable String fleet,
    @Schema(description = "Id of a workload") @Nullable String workload,
    @Nullable PolicyChoice policy,
    @Schema(description = "Of everything random that has no seed of its own; 42 when left out")
        @Nullable Long seed,
    @Schema(description = "The operator's share of what is settled, 0 to 1; 0 when left out")
        @Nullable Double commissionRate,
    @Schema(description = "Where to stop; left out, the run goes on to its end")
        @Nullable Double horizonDays,
    @Schema(
            description =
                "Share of a held device's peak that jobs really use; 1 when left out. utilisation ="
                    + " allocation × efficiency")
        @Nullable Double efficiency,
    @Schema(
            description =
                "REFUSE (when left out): jobs that can never start refuse the simulation. SKIP: they"
                    + " are rejected one by one")
        @Nullable String onNeverFits,
    @Schema(
            description =
                "RUN_ON (when left out): a job goes on to the end of its work, whatever its"
                    + " estimate. KILL: it is cut off when it has run as long as its estimate says")
        @Nullable String onEstimateExceeded,
    @Nullable CheckpointRequest checkpoint,
    @Nullable OutageRequest outages,
    @Schema(
            description =
                "Queues with weights and quotas; left out, every tenant is a queue of weight 1"
                    + " without a quota")
        @Nullable List<@Nullable QueueRequest> queues,
    @Nullable ThroughputRequest throughput,
    @Schema(
            description =
                "Nodes that are kept for tenants, each choosing its own after those before it. Not in"
                    + " rounds")
        @Nullable List<@Nullable ReservationRequest> reservations,
    @Schema(description = "More events and the run fails; 100,000,000 when left out")
        @Nullable Long eventsMax,
    @Schema(
            description =
                "true: measure through the run how much free capacity usual tasks cannot use, which"
                    + " takes longer; false when left out",
            examples = "true")
        @Nullable Boolean fragment,
    @Nullable SettlementRequest settlement) {
  /** The same for another fleet, workload and policy. */
  SimulationRequest of(String otherFleet, String otherWorkload, PolicyChoice other) {
    return new SimulationRequest(
        otherFleet,
        otherWorkload,
        other,
        seed,
        commissionRate,
        horizonDays,
        efficiency,
        onNeverFits,
        onEstimateExceeded,
        checkpoint,
        outages,
        queues,
        throughput,
        reservations,
        eventsMax,
        fragment,
        settlement);
  }
}
