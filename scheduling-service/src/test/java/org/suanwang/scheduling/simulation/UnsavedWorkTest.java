package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** Who gives way on two devices where checkpoints are saved at intervals, worked out by hand. */
class UnsavedWorkTest {
  private static Runner byPriority(JobTable jobs, CheckpointRule rule) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(Fleets.single(1, 2)),
            jobs,
            Policies.find("priority-preempt-first-fit").orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule));
  }

  /** 11 seconds save ten. At 553 one has three seconds that nothing saved, the other six. */
  @Test
  void timeOfPastSaves_isNotLost() {
    JobTable jobs =
        table(
            whole("long", 1, 0, 1000),
            whole("young", 1, 536, 1000),
            whole("urgent", 1, 553, 5).withPriority(1));
    Runner run = byPriority(jobs, new CheckpointRule(10, 1, 0));
    assertThat(run.outcomes.interruptions(run.row("long"))).isEqualTo(1);
    assertThat(run.outcomes.interruptions(run.row("young"))).isZero();
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, 3000, 1);
    assertThat(metrics.lostDeviceHours()).isEqualTo(3 / 3600.0);
  }

  /** Restored by 110 and saved at 1000, it loses two seconds at 1002, the other seven. */
  @Test
  void restoringBeforeTheLastSave_sparesNobody() {
    JobTable jobs =
        table(
            whole("restored", 1, 0, 1000),
            whole("early", 2, 5, 5).withPriority(1),
            whole("other", 1, 995, 1000),
            whole("urgent", 1, 1002, 5).withPriority(1));
    Runner run = byPriority(jobs, new CheckpointRule(10, 0, 100));
    assertThat(run.outcomes.interruptions(run.row("restored"))).isEqualTo(2);
    assertThat(run.outcomes.interruptions(run.row("other"))).isZero();
  }
}
