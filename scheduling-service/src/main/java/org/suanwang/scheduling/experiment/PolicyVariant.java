package org.suanwang.scheduling.experiment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.TieRule;

/**
 * A policy with everything that was said of it: the same name with another depth is another
 * variant.
 *
 * @param name listed or made of parts
 * @param backfillDepth how far down the queue it looks; null for the policy's own
 * @param minRunSeconds how long a job that has started runs before it can be made to give way
 * @param halfLifeSeconds after how long usage counts half; the default in what was kept before that
 *     was asked
 * @param deferral to which hours jobs that may be put off are; none in what was kept before that
 *     was asked
 * @param shareSecondsMin how long shares of device time last at least; null as the policy says
 * @param filters which nodes may take a task beside those that every policy looks for; none in what
 *     was kept before that was asked
 * @param roundSeconds how long a round lasts; null as the policy says
 * @param levelsDeviceSeconds thresholds of the levels of attained service; none as the order says
 * @param tieBreak which of equal nodes is taken; null as the score says
 */
public record PolicyVariant(
    String name,
    @Nullable Integer backfillDepth,
    long minRunSeconds,
    Long halfLifeSeconds,
    Deferral deferral,
    @Nullable Long shareSecondsMin,
    List<FilterChoice> filters,
    @Nullable Long roundSeconds,
    List<Long> levelsDeviceSeconds,
    @Nullable TieRule tieBreak) {
  public PolicyVariant {
    halfLifeSeconds =
        Objects.requireNonNullElse(halfLifeSeconds, SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT);
    deferral = Objects.requireNonNullElse(deferral, Deferral.NONE);
    filters = List.copyOf(Objects.requireNonNullElse(filters, List.of()));
    levelsDeviceSeconds = List.copyOf(Objects.requireNonNullElse(levelsDeviceSeconds, List.of()));
  }

  /** A variant with the usual half-life that puts nobody off. */
  public PolicyVariant(String name, @Nullable Integer backfillDepth, long minRunSeconds) {
    this(
        name,
        backfillDepth,
        minRunSeconds,
        SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT,
        Deferral.NONE,
        null,
        List.of(),
        null,
        List.of(),
        null);
  }

  /** The policy itself; empty when there is none of this name. */
  public Optional<SchedulingPolicy> policy() {
    return Policies.find(name).map(this::applied);
  }

  private SchedulingPolicy applied(SchedulingPolicy named) {
    SchedulingPolicy deep = backfillDepth == null ? named : named.withDepth(backfillDepth);
    SchedulingPolicy inRounds = roundSeconds == null ? deep : deep.withRoundSeconds(roundSeconds);
    SchedulingPolicy inLevels =
        levelsDeviceSeconds.isEmpty()
            ? inRounds
            : inRounds.withLevelsDeviceSeconds(levelsDeviceSeconds);
    return (tieBreak == null ? inLevels : inLevels.withTieRule(tieBreak))
        .withMinRunSeconds(minRunSeconds)
        .withHalfLifeSeconds(halfLifeSeconds)
        .withDeferral(deferral)
        .withShareSecondsMin(shareSecondsMin)
        .withFilters(filters);
  }

  /** What it is called in results, unique among variants. */
  public String label() {
    String depth = backfillDepth == null ? "" : ";depth=" + backfillDepth;
    String minRun = minRunSeconds == 0 ? "" : ";minRunSeconds=" + minRunSeconds;
    boolean isUsual = halfLifeSeconds == SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT;
    String halfLife = isUsual ? "" : ";halfLifeSeconds=" + halfLifeSeconds;
    return name
        + depth
        + minRun
        + halfLife
        + (deferral == Deferral.NONE ? "" : ";deferral=" + deferral.word())
        + (shareSecondsMin == null ? "" : ";shareSecondsMin=" + shareSecondsMin)
        + (roundSeconds == null ? "" : ";roundSeconds=" + roundSeconds)
        + levels()
        + (tieBreak == null ? "" : ";tieBreak=" + tieBreak.word())
        + filters.stream().map(f -> ";" + f.label()).collect(Collectors.joining());
  }

  private String levels() {
    return levelsDeviceSeconds.isEmpty()
        ? ""
        : levelsDeviceSeconds.stream()
            .map(String::valueOf)
            .collect(Collectors.joining("/", ";levelsDeviceSeconds=", ""));
  }
}
