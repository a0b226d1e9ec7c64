package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of one queue. */
@Schema(
    description =
        "A queue of tenants. Those above a named one are there without being named, and those of"
            + " jobs below one too; where queues are named, every job must be for one of them or"
            + " below one")
public record QueueRequest(
    @Schema(description = "Its place in the tree, as research/vision") @Nullable String path,
    @Schema(
            description =
                "How much it counts beside the other queues of its parent, 0.001 to 1000000; 1 when"
                    + " left out")
        @Nullable Double weight,
    @Schema(
            description =
                "How many devices it may use, by type or of all types together. Left out, it has"
                    + " none of its own and borrows what its parent's other queues do not use. Not"
                    + " with the discipline rounds")
        @Nullable List<@Nullable QuotaRequest> quotas) {
  /** How many devices a queue may use. */
  @Schema(name = "QuotaRequest", description = "How many devices a queue may use")
  public record QuotaRequest(
      @Schema(description = "Of which type; left out, of all together") @Nullable String deviceType,
      @Schema(
              description =
                  "Its own, in steps of 0.001; those of the queues below it are among them")
          @Nullable Double nominal,
      @Schema(
              description =
                  "How many more it may use while others of its parent do not; left out, as many as"
                      + " there are")
          @Nullable Double borrowingLimit,
      @Schema(
              description =
                  "How many of its own others may use while it does not; left out, all of them")
          @Nullable Double lendingLimit) {}
}
