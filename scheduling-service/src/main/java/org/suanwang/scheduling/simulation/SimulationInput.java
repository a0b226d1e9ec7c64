package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/**
 * All that a run depends on.
 *
 * @param layout the fleet
 * @param jobs all jobs, generated ones drawn
 * @param policy how to schedule
 * @param limits where to stop at the latest
 * @param estimateRule what happens to a job that has run as long as its estimate says
 * @param checkpointRule what an interruption costs a job
 * @param outages what goes down, with times since second 0
 * @param seed of the failures that are drawn
 */
public record SimulationInput(
    FleetLayout layout,
    JobTable jobs,
    SchedulingPolicy policy,
    SimulationLimits limits,
    EstimateRule estimateRule,
    CheckpointRule checkpointRule,
    OutageRule outages,
    long seed) {
  public SimulationInput {
    if (!outages.happensNever() && policy.discipline().reservesAhead()) {
      throw new IllegalArgumentException(policy.name() + " knows nothing of outages");
    }
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
}
