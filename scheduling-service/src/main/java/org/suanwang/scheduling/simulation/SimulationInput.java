package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.JobTable;

/**
 * All that a run depends on.
 *
 * @param layout the fleet
 * @param jobs all jobs, generated ones drawn
 * @param policy how to schedule
 * @param limits where to stop at the latest
 */
public record SimulationInput(
    FleetLayout layout, JobTable jobs, SchedulingPolicy policy, SimulationLimits limits) {}
