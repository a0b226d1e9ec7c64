package org.suanwang.scheduling.bench;

import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.simulation.RunEnd;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** The batch matcher as a policy of a simulation. */
final class BatchAsPolicy {
  private BatchAsPolicy() {}

  /** All of the queue comes at once, and nothing ends: the part of the devices in use. */
  static double allocated(FleetLayout layout, JobTable jobs, int[] queue) {
    JobTable.Builder all = new JobTable.Builder();
    for (int i = 0; i < queue.length; i++) {
      Job pod = jobs.job(queue[i]);
      all.add(
          new Job("pod-" + i, pod.jobClass(), null, false, pod.tasks(), pod.request(), 0, 1_000));
    }
    SchedulingPolicy policy =
        Policies.find("largest-first-skip-fragmentation-gradient-descent")
            .orElseThrow()
            .withDepth(SchedulingPolicy.DEPTH_MAX);
    var input =
        new SimulationInput(
            layout,
            all.build(),
            policy,
            new SimulationLimits(1, SimulationLimits.EVENTS_MAX),
            EstimateRule.RUN_ON);
    RunEnd end = new Simulation(input, event -> {}).run(RunObserver.NONE);
    long free = 0;
    for (int group = 0; group < layout.groups().size(); group++) {
      free += end.state().groupFreeMilli(group);
    }
    return 1 - free / ((double) layout.devices() * TaskRequest.MILLI);
  }
}
