package org.suanwang.scheduling.rest;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.experiment.PolicyVariant;
import org.suanwang.scheduling.experiment.SimulationSpec;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads a {@link SimulationRequest}. */
final class SimulationReader {
  private static final int NAME_LENGTH_MAX = 100;
  private static final long SEED_DEFAULT = 42;
  private static final double SECONDS_PER_DAY = 86_400;

  private final Findings findings;

  private SimulationReader(Findings findings) {
    this.findings = findings;
  }

  /** Reads the whole request, and notes everything that is wrong with it. */
  static SimulationSpec read(SimulationRequest request, Findings findings) {
    return new SimulationReader(findings).readAll(request);
  }

  private SimulationSpec readAll(SimulationRequest request) {
    String fleet = findings.name("fleet", request.fleet(), NAME_LENGTH_MAX);
    String workload = findings.name("workload", request.workload(), NAME_LENGTH_MAX);
    PolicyVariant policy = new PolicyReader(findings, "policy", request.policy()).variant();
    return new SimulationSpec(
        fleet,
        workload,
        policy.name(),
        Objects.requireNonNullElse(request.seed(), SEED_DEFAULT),
        SettlementReader.ppm(findings, "commissionRate", request.commissionRate()),
        horizonSeconds(request.horizonDays()),
        findings.number("efficiency", request.efficiency(), 0.01, 1, 1),
        skipNeverFits(request.onNeverFits()),
        findings.whole(
            "eventsMax",
            request.eventsMax(),
            1,
            SimulationLimits.EVENTS_MAX,
            SimulationLimits.EVENTS_MAX),
        policy.backfillDepth(),
        estimateRule(request.onEstimateExceeded()),
        policy.minRunSeconds(),
        CheckpointRequest.read(findings, request.checkpoint()),
        OutageReader.read(findings, request.outages()),
        policy.halfLifeSeconds(),
        QueueReader.read(findings, request.queues()),
        ThroughputReader.read(findings, request.throughput()),
        ReservationReader.read(findings, request.reservations()),
        policy.deferral(),
        policy.shareSecondsMin(),
        policy.filters(),
        policy.roundSeconds(),
        policy.levelsDeviceSeconds(),
        Objects.requireNonNullElse(request.fragment(), false),
        policy.tieBreak(),
        new SettlementReader(findings).read(request));
  }

  private @Nullable Long horizonSeconds(@Nullable Double days) {
    if (days == null) {
      return null;
    }
    double daysMax = WorkloadLimits.SECONDS_MAX / SECONDS_PER_DAY;
    double checked =
        findings.number("horizonDays", days, 1 / SECONDS_PER_DAY, Math.floor(daysMax), 1);
    return Math.max(1, Math.round(checked * SECONDS_PER_DAY));
  }

  private boolean skipNeverFits(@Nullable String given) {
    String choice = Objects.requireNonNullElse(given, "REFUSE");
    findings.require(
        choice.equals("REFUSE") || choice.equals("SKIP"),
        "onNeverFits",
        given,
        "must be REFUSE or SKIP",
        "leave it out to refuse");
    return choice.equals("SKIP");
  }

  private EstimateRule estimateRule(@Nullable String given) {
    String choice = Objects.requireNonNullElse(given, EstimateRule.RUN_ON.name());
    boolean holds =
        findings.require(
            Arrays.stream(EstimateRule.values()).anyMatch(r -> r.name().equals(choice)),
            "onEstimateExceeded",
            given,
            "must be RUN_ON or KILL",
            "leave it out to let jobs run on");
    return holds ? EstimateRule.valueOf(choice) : EstimateRule.RUN_ON;
  }
}
