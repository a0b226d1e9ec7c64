package org.suanwang.scheduling.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.experiment.KeptUse;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.metrics.Deadlines;
import org.suanwang.scheduling.metrics.Energy;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.Usage;
import org.suanwang.scheduling.metrics.WaitByReason;
import org.suanwang.scheduling.settlement.CommissionTier;
import org.suanwang.scheduling.settlement.Settlement;

/** What came out of a simulation. */
@Schema(description = "What came out of a simulation")
public record ResultView(
    MetricsView metrics,
    @Schema(description = "By reason: how many jobs waited for it, how long, how many still do")
        Map<String, WaitView> waitReasons,
    SettlementView settlement,
    @Schema(
            description =
                "What no policy with the same filters could have beaten, the same under all of"
                    + " them: allocationMax is the most that metrics.allocationForWork can be; the minima of makespan and completion are null,"
                    + " and withheldBecause says why, when a job had not completed in the window;"
                    + " where all such jobs left, the makespan is bounded over those that cannot")
        Bounds bounds,
    GapView gaps,
    @Schema(description = "SHA-256 of the event log: equal hashes, equal runs") String eventLogHash,
    long events,
    @Schema(description = "Length of the window in days") double periodDays,
    String rulesVersion,
    @Schema(description = "What became of the requests of each inference service")
        List<ServiceView> services,
    List<String> assumptions,
    @Schema(
            description =
                "How fast jobs were, where something was said of throughput or work was told in"
                    + " steps or operations; the first 1000, in the order of their first use")
        List<RateView> rates,
    @Schema(description = "What nodes kept for tenants were good for, in the order of the request")
        List<KeptView> reservations,
    @Schema(
            description =
                "What held and idle devices drew, by PUE, tariff and carbon of each hour; null in"
                    + " results of the time before that was told")
        @Nullable EnergyUseView energyUse,
    @Schema(description = "What data was moved between hubs; null where no job reads any")
        @Nullable NetworkView network,
    @Schema(description = "What usual tasks could not use; null where it was not asked for")
        @Nullable FragmentView fragment,
    @Schema(
            description =
                "From where the devices are that jobs held; null where no country is stated")
        @Nullable OriginsView origins) {
  /** One reservation. */
  @Schema(description = "A reservation inside the window of the result")
  public record KeptView(
      @Schema(description = "Its place in the request, from 0") int reservation,
      String tenant,
      String hub,
      int nodes,
      @Schema(description = "Device time for which nodes were kept, down times among it")
          Measure keptDeviceHours,
      @Schema(description = "Of that, held by jobs of the tenant and of the queues below")
          Measure usedDeviceHours) {
    static KeptView of(KeptUse use) {
      return new KeptView(
          use.reservation(),
          use.tenant(),
          use.hub(),
          use.nodes(),
          Measure.of(use.keptDeviceHours(), "device.h"),
          Measure.of(use.usedDeviceHours(), "device.h"));
    }
  }

  /** The metrics, flat. */
  @Schema(
      description =
          "allocation = device time held ÷ device time there was; utilisation = allocation ×"
              + " efficiency; quantiles by nearest rank")
  public record MetricsView(
      int jobs,
      int jobsCompleted,
      int jobsRunning,
      int jobsWaiting,
      int jobsRejected,
      int jobsNotSubmitted,
      @Schema(description = "Cut off at their estimate; not in completion and slowdown")
          int jobsKilled,
      @Schema(description = "How often a job had to give way, to another or to maintenance")
          int preemptions,
      @Schema(description = "Device time held for restoring, and for work that was not saved")
          Measure lostDeviceHours,
      @Schema(description = "Gave up after more failures than outages.retriesMax") int jobsFailed,
      @Schema(description = "How often something that a job held failed") int jobFailures,
      @Schema(description = "Device time out of use by failures and maintenance")
          Measure downDeviceHours,
      @Schema(description = "Their own programs failed; not in completion and slowdown")
          int jobsCrashed,
      @Schema(description = "Stopped by their users at the end of their work; likewise")
          int jobsStopped,
      @Schema(description = "Cancelled by their users, waiting or running") int jobsCancelled,
      @Schema(description = "Had not started by their timeout") int jobsTimedOut,
      double utilisation,
      double allocation,
      @Schema(
              description =
                  "Of the allocation what was held for work: no restoring, no work that was lost,"
                      + " and of each job no more than its work takes where it lasts longest, alone"
                      + " and with all its tasks. At most bounds.allocationMax; null in results of"
                      + " the time before that was told",
              examples = "0.38")
          @Nullable Double allocationForWork,
      double efficiency,
      long windowSeconds,
      long makespanSeconds,
      double waitSecondsMean,
      long waitSecondsP50,
      long waitSecondsP95,
      long waitSecondsP99,
      long waitSecondsMax,
      double completionSecondsMean,
      long completionSecondsP50,
      long completionSecondsP95,
      long completionSecondsP99,
      double boundedSlowdownMean,
      double fragmentationAtEnd,
      @Schema(
              description =
                  "Jain's index over the queues that take jobs, of device time held ÷ fair share;"
                      + " null when none was held")
          @Nullable Double jainIndex,
      @Schema(description = "How deadlines were kept; null when no job has one")
          @Nullable Deadlines deadlines,
      EnergyView energy,
      List<UsageView> hubs,
      List<UsageView> deviceTypes) {
    static MetricsView of(SimulationResult result) {
      RunMetrics m = result.metrics();
      return new MetricsView(
          m.jobs(),
          m.jobsCompleted(),
          m.jobsRunning(),
          m.jobsWaiting(),
          m.jobsRejected(),
          m.jobsNotSubmitted(),
          m.jobsKilled(),
          m.preemptions(),
          Measure.of(m.lostDeviceHours(), "device.h"),
          m.jobsFailed(),
          m.jobFailures(),
          Measure.of(m.downDeviceHours(), "device.h"),
          m.jobsCrashed(),
          m.jobsStopped(),
          m.jobsCancelled(),
          m.jobsTimedOut(),
          m.utilisation(),
          m.allocation(),
          result.allocationForWork(),
          m.efficiency(),
          m.windowSeconds(),
          m.makespanSeconds(),
          m.waiting().mean(),
          m.waiting().p50(),
          m.waiting().p95(),
          m.waiting().p99(),
          m.waiting().max(),
          m.completion().mean(),
          m.completion().p50(),
          m.completion().p95(),
          m.completion().p99(),
          m.boundedSlowdownMean(),
          m.fragmentationAtEnd(),
          m.jainIndex(),
          m.deadlines(),
          EnergyView.of(m.energy()),
          m.hubs().stream().map(UsageView::of).toList(),
          m.deviceTypes().stream().map(UsageView::of).toList());
    }
  }

  /** Energy with what is missing in it. */
  @Schema(description = "Design power × time allocated × PUE of the allocated devices")
  public record EnergyView(
      Measure energy, List<String> typesWithoutPower, List<String> hubsWithoutPue) {
    static EnergyView of(Energy e) {
      return new EnergyView(
          Measure.of(e.kilowattHours(), "kW.h"), e.typesWithoutPower(), e.hubsWithoutPue());
    }
  }

  /** Use of the devices of a hub or of a type. */
  public record UsageView(
      @Nullable String hub,
      @Nullable String deviceType,
      long devices,
      Measure deviceHours,
      double allocation) {
    private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;

    static UsageView of(Usage u) {
      return new UsageView(
          u.hub(),
          u.deviceType(),
          u.devices(),
          Measure.of(u.allocatedMilliDeviceSeconds() / MILLI_SECONDS_PER_HOUR, "device.h"),
          u.allocation());
    }
  }

  /** Waiting for one reason. */
  public record WaitView(int jobs, long seconds, int jobsAtEnd, String meaning) {}

  /** Who owes what to whom: {@code settledAmount} and {@code fee} are of devices only. */
  @Schema(description = "Double entry: the balances sum to zero; debit positive")
  public record SettlementView(
      @Schema(description = "For devices, less what was paid back") Measure settledAmount,
      Measure fee,
      @Schema(description = "Null where tiers were agreed") @Nullable Double commissionRate,
      @Schema(description = "For data that was sent; carriers are owed all of it") Measure dataCost,
      long entries,
      List<BalanceView> balances,
      @Schema(description = "Hash of the last entry of the chain") String ledgerHash,
      @Schema(description = "What customers have back for missed deadlines") Measure refundedAmount,
      @Schema(description = "Tiers that were agreed in place of a rate")
          List<SettlementRequest.Tier> commissionTiers,
      double deadlineRefundRate) {
    private static final double PARTS_PER_MILLION = 1e6;

    static SettlementView of(Settlement s) {
      return new SettlementView(
          Measure.cny(s.settledMicroCny()),
          Measure.cny(s.commissionMicroCny()),
          s.rule().commissionTiers().isEmpty()
              ? (Double) (s.commissionPpm() / PARTS_PER_MILLION)
              : null,
          Measure.cny(s.dataCostMicroCny()),
          s.entries(),
          s.balances().stream()
              .map(b -> new BalanceView(b.account(), Measure.cny(b.microCny())))
              .toList(),
          s.ledgerHash(),
          Measure.cny(s.refundedMicroCny()),
          s.rule().commissionTiers().stream().map(SettlementView::tier).toList(),
          s.rule().deadlineRefundPpm() / PARTS_PER_MILLION);
    }

    private static SettlementRequest.Tier tier(CommissionTier t) {
      return new SettlementRequest.Tier(
          Measure.cny(t.fromMicroCny()).value(), t.ppm() / PARTS_PER_MILLION);
    }
  }

  /** What an account came to. */
  public record BalanceView(String account, Measure amount) {}

  static ResultView of(SimulationResult result) {
    Map<String, WaitView> waits = new LinkedHashMap<>();
    for (WaitByReason wait : result.metrics().waitReasons()) {
      waits.put(
          wait.reason().name(),
          new WaitView(wait.jobs(), wait.seconds(), wait.jobsAtEnd(), wait.reason().meaning()));
    }
    return new ResultView(
        MetricsView.of(result),
        waits,
        SettlementView.of(result.settlement()),
        result.bounds(),
        GapView.of(result),
        result.eventLogHash(),
        result.events(),
        result.periodDays(),
        result.rulesVersion(),
        result.services().stream().map(ServiceView::of).toList(),
        result.assumptions(),
        result.rates().stream().map(RateView::of).toList(),
        result.reservations().stream().map(KeptView::of).toList(),
        EnergyUseView.of(result.energyUse()),
        NetworkView.of(result.network()),
        FragmentView.of(result.fragment()),
        OriginsView.of(result.origins()));
  }
}
