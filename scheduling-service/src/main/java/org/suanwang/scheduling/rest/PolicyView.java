package org.suanwang.scheduling.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.KeptPolicy;
import org.suanwang.scheduling.experiment.PolicyVariant;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.TieRule;

/** One policy. */
public record PolicyView(
    String name,
    String description,
    @Schema(description = "Which queue's turn it is; none: that of the job's whose turn it is")
        String fairness,
    String order,
    String discipline,
    @Schema(description = "Whether running jobs give way: by-turn, or none") String preemption,
    List<String> filters,
    String score,
    @Schema(
            description =
                "Which of nodes with the same score is taken; null where the score itself says")
        @Nullable String tieBreak,
    @Schema(description = "Of a kept policy its id; null of those that are always there")
        @Nullable String id,
    @Schema(
            description =
                "Of a kept policy what composes the same; null of those that are always there")
        PolicyChoice.@Nullable Parts parts,
    @Schema(description = "When it was kept; null of those that are always there")
        @Nullable Instant createdAt) {
  /** Of a policy that is always there. */
  static PolicyView of(SchedulingPolicy policy) {
    return of(policy.name(), policy, null, null, null);
  }

  /** Of a kept one. */
  static PolicyView of(Stored<KeptPolicy> kept) {
    PolicyVariant variant = kept.value().variant();
    SchedulingPolicy policy =
        variant
            .policy()
            .orElseThrow(() -> new IllegalStateException("no policy " + variant.name()));
    return of(kept.value().name(), policy, kept.id(), parts(variant, policy), kept.createdAt());
  }

  private static PolicyView of(
      String name,
      SchedulingPolicy policy,
      @Nullable String id,
      PolicyChoice.@Nullable Parts parts,
      @Nullable Instant createdAt) {
    TieRule tie = policy.score().tie();
    return new PolicyView(
        name,
        policy.description(),
        policy.fairness().name(),
        policy.order().name(),
        policy.discipline().listedName(),
        policy.preemption().word(),
        policy.filters().stream().map(f -> f.name()).toList(),
        policy.score().name(),
        tie == null ? null : tie.word(),
        id,
        parts,
        createdAt);
  }

  /** What was left out when it was composed is null where leaving it out again does the same. */
  private static PolicyChoice.Parts parts(PolicyVariant variant, SchedulingPolicy policy) {
    boolean isUsual = variant.halfLifeSeconds() == SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT;
    return new PolicyChoice.Parts(
        policy.fairness().name(),
        OrderNames.of(policy.order()),
        policy.discipline().listedName(),
        policy.preemption().word(),
        ScoreNames.of(Policies.scoreOf(policy)),
        variant.backfillDepth(),
        variant.minRunSeconds() == 0 ? null : (Long) variant.minRunSeconds(),
        isUsual ? null : variant.halfLifeSeconds(),
        variant.deferral().word(),
        variant.shareSecondsMin(),
        variant.roundSeconds(),
        variant.levelsDeviceSeconds().isEmpty() ? null : List.copyOf(variant.levelsDeviceSeconds()),
        variant.filters().stream().map(PolicyView::filter).toList(),
        variant.tieBreak() == null ? null : variant.tieBreak().word());
  }

  private static PolicyChoice.Filter filter(FilterChoice choice) {
    return new PolicyChoice.Filter(choice.name(), List.copyOf(choice.values()));
  }
}
