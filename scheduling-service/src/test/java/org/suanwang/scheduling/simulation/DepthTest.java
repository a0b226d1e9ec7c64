package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;

/** How far down the queue a policy looks: those that start do not count. */
class DepthTest {
  private static final int NODES = 12;

  static Stream<String> policies() {
    return Policies.all().stream().map(SchedulingPolicy::name);
  }

  private static Runner run(String policy, int nodes, int depth, Job... jobs) {
    return run(Policies.find(policy).orElseThrow().withDepth(depth), nodes, jobs);
  }

  private static Runner run(SchedulingPolicy policy, int nodes, Job... jobs) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(Fleets.single(nodes, 1)),
            table(jobs),
            policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON),
        event -> {});
  }

  @ParameterizedTest
  @MethodSource("policies")
  void roomForAll_allStartAtOnce(String policy) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      jobs.add(whole("j" + i, 1, 0, 1000));
    }
    Runner run = run(policy, NODES, 1, jobs.toArray(Job[]::new));
    for (int i = 0; i < NODES; i++) {
      assertThat(run.start("j" + i)).as("j" + i).isZero();
    }
    assertThat(run.end.walksCutShort()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo-skip", "fifo-easy", "fifo-conservative", "drf-fifo-skip"})
  void oneWideJob_holdsUpNobodyWhoFitsBeside(String policy) {
    List<Job> jobs = new ArrayList<>();
    jobs.add(whole("first", 1, 0, 100));
    jobs.add(gang("wide", NODES, 0, 100));
    for (int i = 0; i < NODES - 1; i++) {
      jobs.add(whole("j" + i, 1, 0, 100));
    }
    Runner run = run(policy + "-first-fit", NODES, 2, jobs.toArray(Job[]::new));
    for (int i = 0; i < NODES - 1; i++) {
      assertThat(run.start("j" + i)).as("j" + i).isZero();
    }
    assertThat(run.start("wide")).isEqualTo(100);
  }

  /** The narrow job would fit, but two before it do not, and one is all the policy looks at. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-skip", "priority-preempt", "fifo-conservative"})
  void moreThanDepthCannotStart_theRestIsNotAsked(String policy) {
    Job[] jobs = {
      whole("runs", 1, 0, 10),
      gang("wide", 2, 1, 10),
      gang("wider", 2, 2, 10),
      gang("widest", 2, 3, 10),
      whole("narrow", 1, 4, 5)
    };
    Runner near = run(policy + "-first-fit", 2, 1, jobs);
    assertThat(near.start("narrow")).isGreaterThan(4);
    assertThat(near.end.walksCutShort()).isPositive();
    Runner far = run(policy + "-first-fit", 2, 10, jobs);
    assertThat(far.start("narrow")).isEqualTo(4);
    assertThat(far.end.walksCutShort()).isZero();
  }

  /**
   * Rounds are planned for two jobs of one device, later for the wide one and the first narrow one.
   * The narrow ones run beside from the second round on, give way when it is the wide one's round,
   * and go on when that has ended. Shares are found anew in every round.
   */
  @Test
  void notPlannedFor_runsOnWhatIsIdle_untilThePlanNeedsIt() {
    SchedulingPolicy policy = Policies.find("gavel-fifo-rounds-first-fit").orElseThrow();
    Runner run =
        run(
            policy.withDepth(2).withShareSecondsMin(0L),
            4,
            whole("p", 1, 0, 400),
            whole("q", 1, 0, 400),
            gang("wide", 4, 1, 100),
            whole("narrow", 1, 2, 1000),
            whole("narrower", 1, 3, 1000));
    assertThat(run.start("wide")).isEqualTo(720);
    assertThat(run.outcomes.endSeconds(run.row("wide"))).isEqualTo(820);
    for (String id : List.of("narrow", "narrower")) {
      assertThat(run.start(id)).as(id).isEqualTo(360);
      assertThat(run.outcomes.endSeconds(run.row(id))).as(id).isEqualTo(820 + 1000 - 360);
    }
  }
}
