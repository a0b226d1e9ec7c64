package org.suanwang.scheduling.experiment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.TieRule;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.settlement.SettlementRule;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;

/**
 * What was asked for; with the fleet and the workload, all that a result depends on.
 *
 * @param fleet id
 * @param workload id
 * @param policy name, listed or made of parts
 * @param seed of everything random that has no seed of its own
 * @param commissionPpm the operator's share in parts per million
 * @param horizonSeconds where to stop; null runs to the end
 * @param efficiency share of a held device's peak that jobs really use, as stated
 * @param skipNeverFits whether jobs that can never start are rejected one by one instead of
 *     refusing the whole simulation
 * @param eventsMax more events and the run fails
 * @param backfillDepth how far down the queue the policy looks; null for the policy's own
 * @param estimateRule what happens to a job that has run as long as its estimate says; {@code
 *     RUN_ON} in what was kept before that was asked
 * @param minRunSeconds how long a job that has started runs before it can be made to give way; 0 in
 *     what was kept before that was asked
 * @param checkpointRule what an interruption costs a job; nothing in what was kept before that was
 *     asked
 * @param outages what goes down; nothing in what was kept before that was asked
 * @param halfLifeSeconds after how long usage counts half, where fairness looks at usage that
 *     decays; the default in what was kept before that was asked
 * @param queues what was said of queues; nothing in what was kept before that was asked
 * @param throughput what was said of how fast jobs are; nothing in what was kept before that was
 *     asked
 * @param reservations which nodes are kept for whom; none in what was kept before that was asked
 * @param deferral to which hours jobs that may be put off are; none in what was kept before that
 *     was asked
 * @param shareSecondsMin how long shares of device time last at least; null as the policy says
 * @param filters which nodes may take a task beside those that every policy looks for; none in what
 *     was kept before that was asked
 * @param roundSeconds how long a round lasts; null as the policy says
 * @param levelsDeviceSeconds thresholds of the levels of attained service; none as the order says
 * @param fragment whether it is measured what usual tasks cannot use; not in what was kept before
 *     that was asked
 * @param tieBreak which of equal nodes is taken; null as the score says
 * @param settlement what is settled otherwise than by the share; nothing in what was kept before
 *     that was asked
 */
public record SimulationSpec(
    String fleet,
    String workload,
    String policy,
    long seed,
    int commissionPpm,
    @Nullable Long horizonSeconds,
    double efficiency,
    boolean skipNeverFits,
    long eventsMax,
    @Nullable Integer backfillDepth,
    EstimateRule estimateRule,
    Long minRunSeconds,
    CheckpointRule checkpointRule,
    OutageRule outages,
    Long halfLifeSeconds,
    QueueRule queues,
    ThroughputRule throughput,
    ReservationRule reservations,
    Deferral deferral,
    @Nullable Long shareSecondsMin,
    List<FilterChoice> filters,
    @Nullable Long roundSeconds,
    List<Long> levelsDeviceSeconds,
    Boolean fragment,
    @Nullable TieRule tieBreak,
    SettlementRule settlement) {
  public SimulationSpec {
    estimateRule = Objects.requireNonNullElse(estimateRule, EstimateRule.RUN_ON);
    minRunSeconds = Objects.requireNonNullElse(minRunSeconds, 0L);
    checkpointRule = Objects.requireNonNullElse(checkpointRule, CheckpointRule.FREE);
    outages = Objects.requireNonNullElse(outages, OutageRule.NONE);
    halfLifeSeconds =
        Objects.requireNonNullElse(halfLifeSeconds, SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT);
    queues = Objects.requireNonNullElse(queues, QueueRule.NONE);
    throughput = Objects.requireNonNullElse(throughput, ThroughputRule.NONE);
    reservations = Objects.requireNonNullElse(reservations, ReservationRule.NONE);
    deferral = Objects.requireNonNullElse(deferral, Deferral.NONE);
    fragment = Objects.requireNonNullElse(fragment, false);
    settlement = Objects.requireNonNullElse(settlement, SettlementRule.NONE);
    filters = List.copyOf(Objects.requireNonNullElse(filters, List.of()));
    levelsDeviceSeconds = List.copyOf(Objects.requireNonNullElse(levelsDeviceSeconds, List.of()));
  }

  /**
   * A specification under which nobody is put off, shares last as the policy says, nobody is kept
   * off nodes and no fragment is measured.
   */
  public SimulationSpec(
      String fleet,
      String workload,
      String policy,
      long seed,
      int commissionPpm,
      @Nullable Long horizonSeconds,
      double efficiency,
      boolean skipNeverFits,
      long eventsMax,
      @Nullable Integer backfillDepth,
      EstimateRule estimateRule,
      Long minRunSeconds,
      CheckpointRule checkpointRule,
      OutageRule outages,
      Long halfLifeSeconds,
      QueueRule queues,
      ThroughputRule throughput,
      ReservationRule reservations) {
    this(
        fleet,
        workload,
        policy,
        seed,
        commissionPpm,
        horizonSeconds,
        efficiency,
        skipNeverFits,
        eventsMax,
        backfillDepth,
        estimateRule,
        minRunSeconds,
        checkpointRule,
        outages,
        halfLifeSeconds,
        queues,
        throughput,
        reservations,
        Deferral.NONE,
        null,
        List.of(),
        null,
        List.of(),
        false,
        null,
        SettlementRule.NONE);
  }

  /** The policy with everything that was said of it. */
  public PolicyVariant variant() {
    return new PolicyVariant(
        policy,
        backfillDepth,
        minRunSeconds,
        halfLifeSeconds,
        deferral,
        shareSecondsMin,
        filters,
        roundSeconds,
        levelsDeviceSeconds,
        tieBreak);
  }

  /** The same under another policy. */
  SimulationSpec under(PolicyVariant other) {
    return of(fleet, workload, other, seed);
  }

  /** The same for another fleet, workload, policy and seed. */
  SimulationSpec of(String otherFleet, String otherWorkload, PolicyVariant other, long otherSeed) {
    return new SimulationSpec(
        otherFleet,
        otherWorkload,
        other.name(),
        otherSeed,
        commissionPpm,
        horizonSeconds,
        efficiency,
        skipNeverFits,
        eventsMax,
        other.backfillDepth(),
        estimateRule,
        other.minRunSeconds(),
        checkpointRule,
        outages,
        other.halfLifeSeconds(),
        queues,
        throughput,
        reservations,
        other.deferral(),
        other.shareSecondsMin(),
        other.filters(),
        other.roundSeconds(),
        other.levelsDeviceSeconds(),
        fragment,
        other.tieBreak(),
        settlement);
  }

  SimulationLimits limits() {
    long horizon =
        horizonSeconds == null ? SimulationLimits.WIDEST.horizonSeconds() : horizonSeconds;
    return new SimulationLimits(horizon, eventsMax);
  }
}
