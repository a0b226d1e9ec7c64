package org.suanwang.scheduling.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.workload.CheckpointRule;

/** What an interruption costs a job. */
@Schema(description = "What an interruption costs a job; left out, nothing is lost")
public record CheckpointRequest(
    @Schema(
            description =
                "A checkpoint is saved after each so many seconds of work, and work done since the"
                    + " last one is lost with an interruption. 0 or left out: all is saved at the"
                    + " moment of a preemption")
        @Nullable Long intervalSeconds,
    @Schema(description = "How long saving takes, during which no work is done; 0 when left out")
        @Nullable Long saveSeconds,
    @Schema(description = "How long it takes until a job that goes on works; 0 when left out")
        @Nullable Long restoreSeconds) {
  static CheckpointRule read(Findings findings, @Nullable CheckpointRequest request) {
    if (request == null) {
      return CheckpointRule.FREE;
    }
    return new CheckpointRule(
        findings.whole(
            "checkpoint.intervalSeconds",
            request.intervalSeconds(),
            0,
            CheckpointRule.INTERVAL_MAX,
            0),
        cost(findings, "checkpoint.saveSeconds", request.saveSeconds()),
        cost(findings, "checkpoint.restoreSeconds", request.restoreSeconds()));
  }

  private static long cost(Findings findings, String field, @Nullable Long seconds) {
    return findings.whole(field, seconds, 0, CheckpointRule.COST_MAX, 0);
  }
}
