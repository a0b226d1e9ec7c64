package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** Runs with every decision for a job explained. */
final class Explained {
  /** All decisions on one page. */
  static final int ALL = 1_000_000;

  private Explained() {}

  static SimulationInput input(Fleet fleet, JobTable jobs, String policy) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON);
  }

  static List<ExplainedDecision> decisions(SimulationInput input, int job) {
    JobDecisions decisions = new JobDecisions(input, job, 20, 0, ALL);
    new Simulation(input, decisions).run(RunObserver.NONE);
    decisions.finish();
    return decisions.decisions();
  }

  static List<ExplainedDecision> decisions(Fleet fleet, JobTable jobs, String policy, int job) {
    return decisions(input(fleet, jobs, policy), job);
  }

  static ExplainedDecision.Wait waitOf(ExplainedDecision decision) {
    ExplainedDecision.Wait wait = decision.waiting();
    assertThat(wait).isNotNull();
    return Objects.requireNonNull(wait);
  }

  static ExplainedDecision.Start startOf(ExplainedDecision decision) {
    ExplainedDecision.Start start = decision.start();
    assertThat(start).isNotNull();
    return Objects.requireNonNull(start);
  }
}
