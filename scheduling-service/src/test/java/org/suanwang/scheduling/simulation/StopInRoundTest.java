package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** A run that is cancelled while a round finds its shares does not go on to their end. */
class StopInRoundTest {
  private static final int JOBS = 80;

  /** So often is the observer asked in a row without an event. */
  private static final int STEPS = 5;

  private static final Fleet FLEET =
      Fleets.of(hub("h", pool("a", 3, 1), pool("b", 2, 1), pool("c", 4, 1)));

  /** Each of a class of its own, so that each has a row in a linear programme. */
  private static JobTable jobs() {
    TaskRequest one = new TaskRequest(1, 0, 0, 0, List.of("a", "b", "c"), "a");
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      jobs.add(new Job("j" + i, "class" + i, null, false, 1, one, 0, 1000 + i));
    }
    return JobTable.of(jobs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gavel-las-rounds-first-fit",
        "gavel-fifo-rounds-first-fit",
        "gavel-ftf-rounds-first-fit",
        "gavel-ftf-agnostic-rounds-first-fit",
        "gavel-makespan-rounds-first-fit",
        "matching-rounds-first-fit"
      })
  void findingOfShares_isStoppedInTheMiddle(String policy) {
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(FLEET),
            jobs(),
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON);
    long[] lastEvents = {-1};
    int[] inARow = {0};
    RunObserver stopper =
        (now, events, done) -> {
          inARow[0] = events == lastEvents[0] ? inARow[0] + 1 : 0;
          lastEvents[0] = events;
          return inARow[0] < STEPS;
        };
    RunEnd end = new Simulation(input, event -> {}).run(stopper);
    assertThat(end.completed()).isFalse();
    assertThat(inARow[0]).as("nothing is asked after the stop").isEqualTo(STEPS);
    assertThat(lastEvents[0]).as("all have come, nobody has started").isEqualTo(JOBS);
  }
}
