package org.suanwang.scheduling.diff;

import java.util.List;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** Runs simulations with all that a comparison needs. */
final class Compared {
  private Compared() {}

  static SimulationInput input(Fleet fleet, JobTable jobs, String policy, EstimateRule rule) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        rule);
  }

  static RunSide side(Fleet fleet, JobTable jobs, String policy) {
    return side(input(fleet, jobs, policy, EstimateRule.RUN_ON));
  }

  static RunSide side(SimulationInput input) {
    Passing passing = new Passing(ranks(input));
    Runner run = Runner.run(input, passing);
    long horizon = input.limits().horizonSeconds();
    boolean isCut = horizon != SimulationLimits.WIDEST.horizonSeconds();
    return new RunSide(run.outcomes, passing, isCut ? horizon : run.end.lastEventSeconds());
  }

  static long[] ranks(SimulationInput input) {
    return input.policy().order().ranks(input.jobs());
  }

  static LogBlocks log(SimulationInput input, int eventsPerBlock) {
    LogBlocks log = new LogBlocks(input.layout(), eventsPerBlock);
    Runner.run(input, EventSink.all(List.of(log)));
    return log;
  }

  static RunDiff.Move move(RunDiff diff, String id) {
    return diff.page(null, 0, Integer.MAX_VALUE).stream()
        .filter(m -> diff.jobs().id(m.job()).equals(id))
        .findFirst()
        .orElseThrow();
  }
}
