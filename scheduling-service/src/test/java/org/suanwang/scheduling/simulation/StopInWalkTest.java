package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * One instant at which all jobs of a long queue are looked at and nothing happens: a run that is
 * cancelled must not go on to its end.
 */
class StopInWalkTest {
  private static final int WAITING = 500;

  /** The first job ends early, so that all who wait are looked at; the observer stops the run. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-conservative-first-fit",
        "fifo-easy-first-fit",
        "fifo-skip-first-fit",
        "fifo-preempt-first-fit"
      })
  void walkAlongTheQueue_isStoppedInTheMiddle(String policy) {
    List<Job> jobs = new ArrayList<>();
    jobs.add(Jobs.whole("short", 1, 0, 50));
    jobs.add(Jobs.whole("long", 3, 0, 1000));
    for (int i = 0; i < WAITING; i++) {
      jobs.add(Jobs.whole("w" + i, 4, 1, 10));
    }
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(Fleets.single(1, 4)),
            JobTable.of(jobs),
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON);
    int[] asked = new int[1];
    long[] last = new long[1];
    RunObserver stopper =
        (now, events, done) -> {
          last[0] = now;
          return now < 50 || ++asked[0] < 20;
        };
    RunEnd end = new Simulation(input, event -> {}).run(stopper);
    assertThat(end.completed()).isFalse();
    assertThat(last[0]).as("stopped in the instant at which the first ends").isEqualTo(50);
    assertThat(asked[0]).isEqualTo(20);
  }
}
