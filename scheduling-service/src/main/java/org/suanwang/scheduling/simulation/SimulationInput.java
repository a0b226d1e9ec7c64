package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cluster.FleetLayout;
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
 */
public record SimulationInput(
    FleetLayout layout,
    JobTable jobs,
    SchedulingPolicy policy,
    SimulationLimits limits,
    EstimateRule estimateRule,
    CheckpointRule checkpointRule) {
  /** An input in which an interruption costs nothing. */
  public SimulationInput(
      FleetLayout layout,
      JobTable jobs,
      SchedulingPolicy policy,
      SimulationLimits limits,
      EstimateRule estimateRule) {
    this(layout, jobs, policy, limits, estimateRule, CheckpointRule.FREE);
  }
}
