package org.suanwang.scheduling.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.experiment.PolicyVariant;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.policy.NodeChoice;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.QueueDiscipline;
import org.suanwang.scheduling.policy.QueueFairness;
import org.suanwang.scheduling.policy.QueueOrder;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.ScoreList;
import org.suanwang.scheduling.policy.TieRule;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads which policy a request names or composes; whether a name is known is asked elsewhere. */
final class PolicyReader {
  private static final String NONE = "none";

  private final Findings findings;
  private final String field;
  private final String name;
  private final @Nullable Integer depth;
  private final long minRunSeconds;
  private final long halfLifeSeconds;
  private final Deferral deferral;
  private final @Nullable Long shareSecondsMin;
  private final List<FilterChoice> filters;
  private final @Nullable Long roundSeconds;
  private final List<Long> levelsDeviceSeconds;
  private final @Nullable TieRule tieBreak;

  /** Reads the choice that stands in this field. */
  PolicyReader(Findings findings, String field, @Nullable PolicyChoice choice) {
    this.findings = findings;
    this.field = field;
    PolicyChoice.Parts parts = choice == null ? null : choice.parts();
    if (parts == null) {
      String given = choice == null ? null : choice.name();
      name = findings.name(field, given, Policies.NAME_LENGTH_MAX);
      depth = null;
      minRunSeconds = 0;
      halfLifeSeconds = SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT;
      deferral = Deferral.NONE;
      shareSecondsMin = null;
      filters = List.of();
      roundSeconds = null;
      levelsDeviceSeconds = List.of();
      tieBreak = null;
    } else {
      String score = new ScoreReader(findings, field).read(parts);
      name = compose(parts, score);
      depth = depth(parts.depth());
      minRunSeconds = minRunSeconds(parts);
      halfLifeSeconds = halfLifeSeconds(parts);
      String word = part("deferral", parts.deferral(), Deferral.NONE.word(), Deferral.words());
      deferral = Deferral.find(word).orElse(Deferral.NONE);
      shareSecondsMin = shareSecondsMin(parts);
      filters = new FilterReader(findings, field).read(parts);
      roundSeconds = roundSeconds(parts);
      levelsDeviceSeconds = new LevelReader(findings, field).read(parts);
      tieBreak = tieBreak(parts, score);
    }
  }

  private String compose(PolicyChoice.Parts parts, String score) {
    String order = new OrderReader(findings, field).read(parts);
    String discipline =
        part(
            "discipline",
            parts.discipline(),
            QueueDiscipline.STRICT.listedName(),
            Arrays.stream(QueueDiscipline.values()).map(QueueDiscipline::listedName).toList());
    String fairness =
        part(
            "fairness",
            parts.fairness(),
            NONE,
            Policies.fairness().stream().map(QueueFairness::name).toList());
    if (!findings.require(
        sharesTime(order) == discipline.equals(QueueDiscipline.ROUNDS.listedName()),
        field + ".discipline",
        discipline,
        "rounds go with the orders that share out device time, and these with rounds only",
        "orders for rounds: "
            + Policies.orders().stream()
                .filter(QueueOrder::sharesTime)
                .map(QueueOrder::name)
                .toList())) {
      return "";
    }
    String preemption = new PreemptionReader(findings, field).read(parts, discipline, fairness);
    SchedulingPolicy policy =
        preemption == null
            ? null
            : Policies.find(fairness, order, discipline, preemption, score).orElse(null);
    findings.require(
        policy != null || preemption == null,
        field + ".fairness",
        fairness,
        "goes with any discipline but rounds, which do not know of queues",
        "leave it out, or choose another discipline");
    return policy == null ? "" : policy.name();
  }

  private static boolean sharesTime(String order) {
    return Policies.orders().stream().anyMatch(o -> o.name().equals(order) && o.sharesTime());
  }

  /** The word for a part that was chosen, or the usual one. */
  private String part(String part, @Nullable String given, String otherwise, List<String> known) {
    String chosen = Objects.requireNonNullElse(given, otherwise);
    boolean holds =
        findings.require(
            known.contains(chosen),
            field + "." + part,
            given,
            "must name a part of a policy",
            "use one of " + known);
    return holds ? chosen : otherwise;
  }

  private @Nullable Integer depth(@Nullable Integer given) {
    return given == null
        ? null
        : findings.whole(
            field + ".depth", given, 1, SchedulingPolicy.DEPTH_MAX, SchedulingPolicy.DEPTH_DEFAULT);
  }

  private long minRunSeconds(PolicyChoice.Parts parts) {
    Long given = parts.minRunSeconds();
    findings.require(
        given == null || PreemptionReader.isAsked(parts),
        field + ".minRunSeconds",
        given,
        "goes with the preemption by-turn only, or the discipline preempt",
        "leave it out, or choose by-turn");
    return findings.whole(field + ".minRunSeconds", given, 0, WorkloadLimits.SECONDS_MAX, 0);
  }

  private long halfLifeSeconds(PolicyChoice.Parts parts) {
    Long given = parts.halfLifeSeconds();
    boolean decays =
        Policies.fairness().stream()
            .anyMatch(f -> f.name().equals(parts.fairness()) && f.usesHalfLife());
    findings.require(
        given == null || decays,
        field + ".halfLifeSeconds",
        given,
        "goes with the fairness fair-share and fair-tree only: the others look at no usage of the"
            + " past",
        "leave it out, or choose one of them");
    return findings.whole(
        field + ".halfLifeSeconds",
        given,
        1,
        WorkloadLimits.SECONDS_MAX,
        SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT);
  }

  private @Nullable Long shareSecondsMin(PolicyChoice.Parts parts) {
    Long given = parts.shareSecondsMin();
    findings.require(
        given == null || QueueDiscipline.ROUNDS.listedName().equals(parts.discipline()),
        field + ".shareSecondsMin",
        given,
        "goes with the discipline rounds only: under the others nobody has a share of time",
        "leave it out, or choose rounds");
    return given == null
        ? null
        : (Long)
            findings.whole(field + ".shareSecondsMin", given, 0, WorkloadLimits.SECONDS_MAX, 0);
  }

  private @Nullable Long roundSeconds(PolicyChoice.Parts parts) {
    Long given = parts.roundSeconds();
    if (given == null
        || !findings.require(
            QueueDiscipline.ROUNDS.listedName().equals(parts.discipline()),
            field + ".roundSeconds",
            given,
            "goes with the discipline rounds only",
            "leave it out, or choose rounds")) {
      return null;
    }
    return findings.whole(
        field + ".roundSeconds",
        given,
        1,
        SchedulingPolicy.ROUND_SECONDS_MAX,
        SchedulingPolicy.ROUND_SECONDS_DEFAULT);
  }

  private @Nullable TieRule tieBreak(PolicyChoice.Parts parts, String score) {
    String given = parts.tieBreak();
    if (given == null) {
      return null;
    }
    List<String> withTies =
        Policies.scores().stream()
            .filter(choice -> choice.score().tie() != null)
            .map(NodeChoice::name)
            .toList();
    boolean holds =
        findings.require(
            withTies.contains(score) || ScoreList.find(score).isPresent(),
            field + ".tieBreak",
            given,
            "goes with scores by which nodes may be equal only, not with " + score,
            "leave it out, or use several scores, or one of " + withTies);
    String word = part("tieBreak", given, TieRule.FIXED_ORDER.word(), TieRule.words());
    return holds ? TieRule.find(word).orElse(null) : null;
  }

  /** The policy with everything that was said of it. */
  PolicyVariant variant() {
    return new PolicyVariant(
        name,
        depth,
        minRunSeconds,
        halfLifeSeconds,
        deferral,
        shareSecondsMin,
        filters,
        roundSeconds,
        levelsDeviceSeconds,
        tieBreak);
  }
}
