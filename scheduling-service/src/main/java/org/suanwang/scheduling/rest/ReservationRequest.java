package org.suanwang.scheduling.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A time for which nodes are kept for a tenant. */
@Schema(
    description =
        "Whole nodes that only jobs of the tenant, and of the queues below it, may start on. Those of"
            + " others that still run there at the beginning give way")
public record ReservationRequest(
    @Schema(description = "For whom: the path of a queue, as research/vision")
        @Nullable String tenant,
    @Nullable String hub,
    @Schema(description = "Only nodes with this type; left out, all") @Nullable String deviceType,
    @Schema(
            description =
                "How many, the first in the fleet's order that no reservation before this one has"
                    + " then; left out, all of them")
        @Nullable Integer nodes,
    @Schema(description = "An instant; or give fromSeconds") @Nullable String from,
    @Schema(description = "An instant; or give toSeconds") @Nullable String to,
    @Schema(description = "Since the epoch of the workload") @Nullable Long fromSeconds,
    @Schema(description = "Since the epoch of the workload") @Nullable Long toSeconds,
    @Schema(
            description =
                "For how long before nobody else starts there; those that run go on until the"
                    + " beginning. 0 when left out")
        @Nullable Long drainSeconds) {}
