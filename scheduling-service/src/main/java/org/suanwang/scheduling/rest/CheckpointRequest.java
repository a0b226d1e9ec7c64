package org.suanwang.scheduling.rest;

import static org.suanwang.scheduling.workload.WorkloadLimits.NAME_LENGTH_MAX;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        @Nullable Long restoreSeconds,
    @Schema(
            description =
                "How long it takes until a job works that goes on with a node that it did not"
                    + " leave: saving, moving and restoring. Left out: as long as for one that goes"
                    + " on where it was",
            examples = "900")
        @Nullable Long migrationSeconds,
    @Schema(description = "What it costs jobs of some classes instead; what is left out is 0")
        @Nullable List<@Nullable OfClass> byClass) {
  /** What an interruption costs jobs of one class. */
  @Schema(name = "CheckpointOfClass", description = "What an interruption costs jobs of one class")
  public record OfClass(
      @Schema(examples = "llm") @Nullable String jobClass,
      @Schema(examples = "1800") @Nullable Long intervalSeconds,
      @Schema(examples = "60") @Nullable Long saveSeconds,
      @Schema(examples = "300") @Nullable Long restoreSeconds,
      @Schema(
              description = "Left out: as long as for a job that goes on where it was",
              examples = "900")
          @Nullable Long migrationSeconds) {}

  static CheckpointRule read(Findings findings, @Nullable CheckpointRequest request) {
    if (request == null) {
      return CheckpointRule.FREE;
    }
    return new CheckpointRule(
        interval(findings, "checkpoint", request.intervalSeconds()),
        cost(findings, "checkpoint.saveSeconds", request.saveSeconds()),
        cost(findings, "checkpoint.restoreSeconds", request.restoreSeconds()),
        migration(findings, "checkpoint", request.migrationSeconds()),
        byClass(findings, request.byClass()));
  }

  private static List<CheckpointRule.OfClass> byClass(
      Findings findings, @Nullable List<@Nullable OfClass> given) {
    List<CheckpointRule.OfClass> read = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<@Nullable OfClass> all = given == null ? List.of() : given;
    boolean areFew =
        findings.require(
            all.size() <= CheckpointRule.CLASSES_MAX,
            "checkpoint.byClass",
            all.size() + " classes",
            "must not be more than " + CheckpointRule.CLASSES_MAX,
            "give fewer classes costs of their own");
    for (int i = 0; areFew && i < all.size(); i++) {
      OfClass one =
          Objects.requireNonNullElse(all.get(i), new OfClass(null, null, null, null, null));
      String field = "checkpoint.byClass[" + i + "]";
      String name = findings.name(field + ".jobClass", one.jobClass(), NAME_LENGTH_MAX);
      findings.require(
          seen.add(name), field + ".jobClass", name, "must be there once", "leave one of them out");
      CheckpointRule rule =
          new CheckpointRule(
              interval(findings, field, one.intervalSeconds()),
              cost(findings, field + ".saveSeconds", one.saveSeconds()),
              cost(findings, field + ".restoreSeconds", one.restoreSeconds()),
              migration(findings, field, one.migrationSeconds()),
              List.of());
      read.add(new CheckpointRule.OfClass(name, rule));
    }
    return read;
  }

  private static long interval(Findings findings, String field, @Nullable Long seconds) {
    return findings.whole(field + ".intervalSeconds", seconds, 0, CheckpointRule.INTERVAL_MAX, 0);
  }

  private static @Nullable Long migration(Findings findings, String field, @Nullable Long seconds) {
    return seconds == null ? null : (Long) cost(findings, field + ".migrationSeconds", seconds);
  }

  private static long cost(Findings findings, String field, @Nullable Long seconds) {
    return findings.whole(field, seconds, 0, CheckpointRule.COST_MAX, 0);
  }
}
