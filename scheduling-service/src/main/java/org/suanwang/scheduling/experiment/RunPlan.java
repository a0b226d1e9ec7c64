package org.suanwang.scheduling.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.StoppedException;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.TemplateSizes;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.metrics.DeviceOrigins;
import org.suanwang.scheduling.metrics.EnergyUse;
import org.suanwang.scheduling.metrics.FragmentTally;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.metrics.NetworkUse;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.ServiceResults;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.settlement.Ledger;
import org.suanwang.scheduling.settlement.Settlement;
import org.suanwang.scheduling.simulation.EventLogHash;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RunEnd;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.throughput.RunRates;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.Workload;

/** A specification with its fleet and workload, ready to be run as often as one likes. */
public final class RunPlan {
  /** What a field breaks that names no policy. */
  public static final String POLICY_RULE = "must name a policy";

  private final SimulationSpec spec;
  private final SimulationInput input;
  private final @Nullable Background background;
  private final List<InferenceService> services;
  private final Instant epoch;
  private final List<TemplateSizes.LeftOut> leftOut;

  /**
   * Puts the parts together.
   *
   * @param checkpoint passed for every job that is drawn
   * @throws InvalidInputException when there is no such policy
   */
  public RunPlan(SimulationSpec spec, Fleet fleet, Workload workload, Checkpoint checkpoint) {
    this.spec = spec;
    this.background = workload.background();
    this.services = workload.services();
    this.epoch = workload.epoch();
    SchedulingPolicy policy = requirePolicy(spec.variant());
    FleetLayout layout = new FleetLayout(fleet);
    JobTable drawn = workload.draw(fleet.supplyMix(), spec.seed(), checkpoint);
    TemplateSizes sizes = new TemplateSizes(fleet);
    this.leftOut = sizes.leftOut(drawn);
    JobTable jobs = sizes.resolve(drawn);
    if (background != null) {
      requireKnown(jobs, policy, fleet);
    }
    JobTable timed = RunRates.timed(layout, jobs, spec.throughput());
    requireTurns(timed, policy);
    this.input =
        new SimulationInput(
            layout,
            timed,
            policy,
            spec.limits(),
            spec.estimateRule(),
            spec.checkpointRule(),
            spec.outages().since(workload.epoch()),
            spec.seed(),
            spec.queues(),
            spec.throughput(),
            spec.reservations().since(workload.epoch()),
            epoch);
  }

  /** What only drawn jobs tell: those that were sent have been looked at when they were. */
  private void requireKnown(JobTable jobs, SchedulingPolicy policy, Fleet fleet) {
    List<Violation> violations = new ArrayList<>();
    RoundCheck.check(policy, jobs, fleet, violations);
    RateCheck.check(jobs, fleet, spec.throughput(), violations);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }

  /** Drawn jobs, and how long jobs last on this fleet, are known only now. */
  private static void requireTurns(JobTable jobs, SchedulingPolicy policy) {
    List<Violation> violations = new ArrayList<>();
    TurnCheck.check(List.of(policy), jobs, violations);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }

  /**
   * Finds a policy.
   *
   * @throws InvalidInputException when there is none of this name
   */
  static SchedulingPolicy requirePolicy(PolicyVariant variant) {
    return variant
        .policy()
        .orElseThrow(() -> new InvalidInputException(List.of(noPolicy("policy", variant.name()))));
  }

  /** Says that a field names no policy. */
  static Violation noPolicy(String field, String name) {
    return new Violation(
        field,
        name,
        POLICY_RULE,
        "use one of "
            + Policies.all().stream().map(SchedulingPolicy::name).toList()
            + ", compose one of order, discipline and score, or name one that is kept");
  }

  public SimulationInput input() {
    return input;
  }

  /** What became of every job when the run was repeated, and the hash of its events. */
  public record Replay(JobOutcomes outcomes, String eventLogHash) {}

  /**
   * Runs and sums up.
   *
   * @param checkpoint passed again and again while the result is computed
   * @throws StoppedException when the observer or the checkpoint stops the run
   */
  public SimulationResult run(RunObserver observer, Checkpoint checkpoint) {
    EventLogHash hash = new EventLogHash();
    JobOutcomes outcomes = new JobOutcomes(input.layout(), input.jobs());
    UsedRates used = new UsedRates(input);
    List<EventSink> sinks = new ArrayList<>(List.of(hash, outcomes));
    if (used.areModelled()) {
      sinks.add(used);
    }
    KeptUses kept = new KeptUses(input);
    if (!input.reservations().keepsNothing()) {
      sinks.add(kept);
    }
    var fragment = spec.fragment() ? new FragmentTally(input.layout(), input.jobs()) : null;
    if (fragment != null) {
      sinks.add(fragment);
    }
    RunEnd end = new Simulation(input, EventSink.all(sinks)).run(observer);
    if (!end.completed()) {
      throw new StoppedException();
    }
    long window = windowSeconds(end);
    Ledger ledger = new Ledger(outcomes, window, spec.commissionPpm(), spec.settlement());
    checkpoint.pass();
    RunMetrics metrics = RunMetrics.of(outcomes, end, window, spec.efficiency(), input.tree());
    List<UsedRate> told = used.told();
    TimeSeries series = TimeSeries.of(outcomes, window, spec.efficiency(), epoch);
    BoundFinder bounds = new BoundFinder(input, checkpoint);
    return new SimulationResult(
        metrics,
        Settlement.of(ledger, checkpoint),
        bounds.find(job -> outcomes.state(job).isUnfinished()),
        fragment == null ? series : fragment.beside(series),
        end.events(),
        hash.toHex(),
        Simulation.RULES_VERSION,
        new ServiceResults(outcomes, spec.limits().horizonSeconds()).of(services, checkpoint),
        new Assumptions(spec, input, background, services, leftOut)
            .of(outcomes, end, used, told.size()),
        told.stream().limit(UsedRates.TOLD_MAX).toList(),
        kept.told(window),
        EnergyUse.of(outcomes, window, spec.efficiency(), epoch),
        NetworkUse.of(outcomes, window),
        bounds.allocationForWork(
            window,
            job -> outcomes.heldMilliDeviceSeconds(job, window),
            outcomes.lostMilliDeviceSeconds()),
        fragment == null ? null : fragment.over(window),
        DeviceOrigins.of(input.layout().fleet(), metrics));
  }

  /**
   * Runs once more.
   *
   * @param checkpoint passed after every event
   * @param sinks are told of every event beside what the answer needs
   */
  public Replay replay(Checkpoint checkpoint, List<? extends EventSink> sinks) {
    EventLogHash hash = new EventLogHash();
    JobOutcomes outcomes = new JobOutcomes(input.layout(), input.jobs());
    List<EventSink> all = new ArrayList<>(List.of(hash, outcomes));
    all.addAll(sinks);
    new Simulation(input, EventSink.all(all)).run(Replays.observer(checkpoint));
    return new Replay(outcomes, hash.toHex());
  }

  private long windowSeconds(RunEnd end) {
    Long horizon = spec.horizonSeconds();
    return horizon == null ? end.lastEventSeconds() : horizon;
  }
}
