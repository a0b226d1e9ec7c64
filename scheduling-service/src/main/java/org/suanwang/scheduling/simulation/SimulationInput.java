package org.suanwang.scheduling.simulation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.cycle.Pace;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.TimeShares;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.throughput.RunRates;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/**
 * All that a run depends on.
 *
 * @param layout the fleet
 * @param jobs all jobs, generated ones drawn; none is elastic or mixed where the policy goes in
 *     rounds
 * @param policy how to schedule
 * @param limits where to stop at the latest
 * @param estimateRule what happens to a job that has run as long as its estimate says
 * @param checkpointRule what an interruption costs a job
 * @param outages what goes down, with times since second 0
 * @param seed of the failures that are drawn
 * @param queues what was said of queues; those of the jobs must be among them, or below
 * @param throughput what was said of how fast jobs are
 * @param reservations which nodes are kept for whom, with times since second 0
 * @param epoch the instant of second 0, by which the hours of hubs go
 */
public record SimulationInput(
    FleetLayout layout,
    JobTable jobs,
    SchedulingPolicy policy,
    SimulationLimits limits,
    EstimateRule estimateRule,
    CheckpointRule checkpointRule,
    OutageRule outages,
    long seed,
    QueueRule queues,
    ThroughputRule throughput,
    ReservationRule reservations,
    Instant epoch) {
  public SimulationInput {
    jobs = policy.discipline().knowsElasticAndMixed() ? jobs : jobs.rigid();
    policy = policy.forJobs(jobs);
    if (!reservations.keepsNothing() && policy.order().sharesTime()) {
      throw new IllegalArgumentException(policy.name() + " knows nothing of reservations");
    }
    if (policy.order().sharesTime() && DataSites.of(layout, jobs) != null) {
      throw new IllegalArgumentException(policy.name() + " knows nothing of data");
    }
    if (policy.order() instanceof TimeShares shares) {
      requireFit(jobs, shares);
    }
    if (queues.hasQuotas() && !policy.knowsQueues()) {
      throw new IllegalArgumentException(policy.name() + " knows nothing of quotas");
    }
  }

  /** An input whose second 0 is the beginning of 1970. */
  public SimulationInput(
      FleetLayout layout,
      JobTable jobs,
      SchedulingPolicy policy,
      SimulationLimits limits,
      EstimateRule estimateRule,
      CheckpointRule checkpointRule,
      OutageRule outages,
      long seed,
      QueueRule queues,
      ThroughputRule throughput,
      ReservationRule reservations) {
    this(
        layout,
        jobs,
        policy,
        limits,
        estimateRule,
        checkpointRule,
        outages,
        seed,
        queues,
        throughput,
        reservations,
        Instant.EPOCH);
  }

  /** An input in which no node is kept for anybody. */
  public SimulationInput(
      FleetLayout layout,
      JobTable jobs,
      SchedulingPolicy policy,
      SimulationLimits limits,
      EstimateRule estimateRule,
      CheckpointRule checkpointRule,
      OutageRule outages,
      long seed,
      QueueRule queues,
      ThroughputRule throughput) {
    this(
        layout,
        jobs,
        policy,
        limits,
        estimateRule,
        checkpointRule,
        outages,
        seed,
        queues,
        throughput,
        ReservationRule.NONE);
  }

  /** An input of which nothing is said of how fast jobs are. */
  public SimulationInput(
      FleetLayout layout,
      JobTable jobs,
      SchedulingPolicy policy,
      SimulationLimits limits,
      EstimateRule estimateRule,
      CheckpointRule checkpointRule,
      OutageRule outages,
      long seed,
      QueueRule queues) {
    this(
        layout,
        jobs,
        policy,
        limits,
        estimateRule,
        checkpointRule,
        outages,
        seed,
        queues,
        ThroughputRule.NONE);
  }

  /** An input in which every tenant is a queue without a quota. */
  public SimulationInput(
      FleetLayout layout,
      JobTable jobs,
      SchedulingPolicy policy,
      SimulationLimits limits,
      EstimateRule estimateRule,
      CheckpointRule checkpointRule,
      OutageRule outages,
      long seed) {
    this(layout, jobs, policy, limits, estimateRule, checkpointRule, outages, seed, QueueRule.NONE);
  }

  /** An input in which nothing goes down. */
  public SimulationInput(
      FleetLayout layout,
      JobTable jobs,
      SchedulingPolicy policy,
      SimulationLimits limits,
      EstimateRule estimateRule,
      CheckpointRule checkpointRule) {
    this(layout, jobs, policy, limits, estimateRule, checkpointRule, OutageRule.NONE, 0);
  }

  /** An input in which nothing goes down, and an interruption costs nothing. */
  public SimulationInput(
      FleetLayout layout,
      JobTable jobs,
      SchedulingPolicy policy,
      SimulationLimits limits,
      EstimateRule estimateRule) {
    this(layout, jobs, policy, limits, estimateRule, CheckpointRule.FREE);
  }

  private static void requireFit(JobTable jobs, TimeShares shares) {
    for (int job = 0; job < jobs.size(); job++) {
      if (!RoundJobs.isFit(jobs, job, shares)) {
        throw new IllegalArgumentException(RoundJobs.RULE + ": " + jobs.id(job));
      }
    }
  }

  /** The same input with these queues. */
  public SimulationInput withQueues(QueueRule newQueues) {
    return new SimulationInput(
        layout,
        jobs,
        policy,
        limits,
        estimateRule,
        checkpointRule,
        outages,
        seed,
        newQueues,
        throughput,
        reservations,
        epoch);
  }

  /** The same input with nodes kept like this. */
  public SimulationInput withReservations(ReservationRule rule) {
    return new SimulationInput(
        layout,
        jobs,
        policy,
        limits,
        estimateRule,
        checkpointRule,
        outages,
        seed,
        queues,
        throughput,
        rule,
        epoch);
  }

  /** The same input with this said of how fast jobs are; its jobs are timed by it. */
  public SimulationInput withThroughput(ThroughputRule newThroughput) {
    return new SimulationInput(
        layout,
        RunRates.timed(layout, jobs, newThroughput),
        policy,
        limits,
        estimateRule,
        checkpointRule,
        outages,
        seed,
        queues,
        newThroughput,
        reservations,
        epoch);
  }

  /**
   * What is planned for nodes, as far as starts go by it: a policy that foretells none does not
   * look ahead to maintenance, for which nodes are drained and go down.
   */
  public NodeCalendar calendar() {
    List<Maintenance> foreseen =
        policy.discipline().reservesAhead() ? outages.maintenance() : List.of();
    return new NodeCalendar(layout, foreseen, reservations);
  }

  /** How long jobs run where. */
  public RunRates rates() {
    return RunRates.of(layout, jobs, throughput);
  }

  /** The queues that were named and those of the jobs. */
  public QueueTree tree() {
    return new QueueTree(queues, jobs.distinctTenants());
  }

  /** The quotas of the queues, of which nothing is used; null when none has any. */
  public @Nullable JobQuotas quotas() {
    return queues.hasQuotas() ? JobQuotas.of(tree(), layout, jobs) : null;
  }

  /** Which jobs can start at all, and where. */
  public Admission admission() {
    return new Admission(layout, jobs, policy, quotas(), pace());
  }

  /**
   * Rates are worked out twice, so only where it matters which device types are the faster ones.
   */
  private Pace pace() {
    boolean hasMixed = jobs.distinctRequests().stream().anyMatch(r -> r.terms().mixed());
    return hasMixed ? rates()::workPerSecond : Pace.ALIKE;
  }

  /** Whether it matters for whom a job runs. */
  public boolean looksAtQueues() {
    return queues.hasQuotas() || policy.fairness().looksAtQueues();
  }
}
