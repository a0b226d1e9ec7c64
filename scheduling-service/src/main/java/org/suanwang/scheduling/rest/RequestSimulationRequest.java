package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requests to be run one by one. */
@Schema(description = "Requests one by one at replicas behind a router; nothing of it is kept")
public record RequestSimulationRequest(
    @Schema(description = "Id of a workload of recorded requests; or classes")
        @Nullable String workload,
    @Schema(description = "Classes from which requests are drawn, Poisson arrivals")
        @Nullable List<ServiceRequest.@Nullable ClassRequest> classes,
    @Schema(description = "With classes: for how long requests arrive")
        @Nullable Long durationSeconds,
    @Schema(description = "With classes: of what is drawn; 42 when left out") @Nullable Long seed,
    @Schema(description = "deviceType may be left out")
        ServiceRequest.@Nullable ReplicaRequest replica,
    @Schema(description = "1 to 20 numbers of replicas; all requests are run for each of them")
        @Nullable List<@Nullable Integer> replicas,
    @Schema(
            description =
                "ROUND_ROBIN, LEAST_OUTSTANDING (fewest requests) or SHORTEST_QUEUE (fewest prompt"
                    + " tokens that wait or are being read); LEAST_OUTSTANDING when left out")
        @Nullable String router,
    ServiceRequest.@Nullable ObjectivesRequest objectives) {}
