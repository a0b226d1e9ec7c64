package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Jobs that run with fewer tasks than they want, worked out by hand. */
class ElasticTest {
  private static final Fleet FOUR = Fleets.single(1, 4);

  private static Job elastic(Job job, int atLeast) {
    return job.withTerms(job.terms().withTasksMin(atLeast));
  }

  private static Runner run(Fleet fleet, JobTable jobs, String policy, CheckpointRule rule) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule));
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  private static int resizes(Runner run, String id) {
    return run.outcomes.resizes(run.row(id));
  }

  /** Half of its tasks do half of its 100 seconds by 100; with all the other half takes 50. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-skip-best-fit",
        "priority-preempt-first-fit",
        "sjf-best-fit"
      })
  void jobStartsSmall_andGrowsWhenDevicesComeBack(String policy) {
    JobTable jobs = table(whole("first", 2, 0, 100), elastic(gang("elastic", 4, 0, 100), 1));
    Runner run = run(FOUR, jobs, policy, CheckpointRule.FREE);
    assertThat(run.start("elastic")).isZero();
    assertThat(end(run, "elastic")).isEqualTo(150);
    assertThat(resizes(run, "elastic")).isEqualTo(1);
    assertThat(run.outcomes.interruptions(run.row("elastic"))).isZero();
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, 150, 1);
    assertThat(metrics.total().allocatedMilliDeviceSeconds())
        .isEqualTo(1000L * (2 * 100 + 2 * 100 + 4 * 50));
    double held =
        run.series(150).points().stream().mapToDouble(TimeSeries.Point::devicesAllocated).sum();
    assertThat(held).isEqualTo(600);
  }

  /** At 100 it would have 100 seconds left as it is, and 60 + 50 with all of its tasks. */
  @Test
  void growthThatDoesNotPay_isLeft() {
    JobTable jobs = table(whole("first", 2, 0, 100), elastic(gang("elastic", 4, 0, 100), 1));
    Runner run = run(FOUR, jobs, "fifo-first-fit", new CheckpointRule(0, 30, 30));
    assertThat(resizes(run, "elastic")).isZero();
    assertThat(end(run, "elastic")).isEqualTo(200);
  }

  /** The change costs 20 of the 100 seconds; 50 seconds of work are left. */
  @Test
  void growthThatPays_costsAsMuchAsAnInterruption() {
    JobTable jobs = table(whole("first", 2, 0, 100), elastic(gang("elastic", 4, 0, 100), 1));
    Runner run = run(FOUR, jobs, "fifo-first-fit", new CheckpointRule(0, 10, 10));
    assertThat(end(run, "elastic")).isEqualTo(170);
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, 170, 1);
    assertThat(metrics.lostDeviceHours()).isEqualTo(20 * 4 / 3600.0);
  }

  /** It does 10 with all, 5 with two from 10 to 20, and grows back. */
  @Test
  void elasticJob_shrinksBeforeAnyoneGivesWay() {
    JobTable jobs =
        table(elastic(gang("elastic", 4, 0, 100), 2), whole("urgent", 2, 10, 10).withPriority(1));
    Runner run = run(FOUR, jobs, "priority-preempt-first-fit", CheckpointRule.FREE);
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(run.outcomes.preemptions(run.row("elastic"))).isZero();
    assertThat(resizes(run, "elastic")).isEqualTo(2);
    assertThat(end(run, "elastic")).isEqualTo(105);
  }

  /** One device is needed, though it would be content with one task of its four. */
  @Test
  void asFewTasksAsWillDo_areGivenUp() {
    JobTable jobs =
        table(elastic(gang("elastic", 4, 0, 100), 1), whole("urgent", 1, 10, 80).withPriority(1));
    Runner run = run(FOUR, jobs, "priority-preempt-first-fit", CheckpointRule.FREE);
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(end(run, "elastic")).isEqualTo(90 + (100 - 10 - 80 * 3 / 4));
  }

  /** Of two, only the one whose turn comes last need shrink. */
  @Test
  void nobodyShrinksWhoNeedNot() {
    JobTable jobs =
        table(
            elastic(gang("early", 4, 0, 100), 2).withPriority(1),
            elastic(gang("late", 4, 0, 100), 2),
            whole("urgent", 2, 10, 10).withPriority(2));
    Runner run = run(Fleets.single(2, 4), jobs, "priority-preempt-first-fit", CheckpointRule.FREE);
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(resizes(run, "early")).isZero();
    assertThat(resizes(run, "late")).isEqualTo(2);
  }

  /** It may give up one task, and two are needed; it waits until 20 and has 90 seconds left. */
  @Test
  void whereShrinkingDoesNotDo_theJobGivesWay() {
    JobTable jobs =
        table(elastic(gang("elastic", 4, 0, 100), 3), whole("urgent", 2, 10, 10).withPriority(1));
    Runner run = run(FOUR, jobs, "priority-preempt-first-fit", CheckpointRule.FREE);
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(run.outcomes.preemptions(run.row("elastic"))).isEqualTo(1);
    assertThat(resizes(run, "elastic")).isZero();
    assertThat(end(run, "elastic")).isEqualTo(110);
  }

  @Test
  void moreTasksThanTheFleet_isNoObstacleIfItIsContentWithFewer() {
    JobTable jobs = table(elastic(gang("wide", 8, 0, 100), 2), elastic(gang("too", 8, 0, 9), 5));
    Runner run = run(FOUR, jobs, "fifo-first-fit", CheckpointRule.FREE);
    assertThat(end(run, "wide")).isEqualTo(200);
    assertThat(run.outcomes.state(run.row("too"))).isEqualTo(JobState.REJECTED);
  }

  /** The head that all four are kept from may not be delayed by the growth of one that ends. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-first-fit", "fifo-skip-first-fit", "drf-fifo-first-fit"})
  void whileSomebodyWaitsWhoCannotStart_jobsGrow(String policy) {
    JobTable jobs =
        table(
            whole("first", 2, 0, 50),
            elastic(gang("elastic", 4, 0, 100), 1),
            whole("all", 4, 1, 10));
    Runner run = run(FOUR, jobs, policy, CheckpointRule.FREE);
    assertThat(resizes(run, "elastic")).isEqualTo(1);
    assertThat(run.start("all")).as("25 are done by 50").isEqualTo(50 + 75);
  }

  /** With reservations the devices that come back are not for growing while somebody waits. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "fifo-conservative-first-fit"})
  void whileSomebodyWaitsForAReservation_nobodyGrows(String policy) {
    JobTable jobs =
        table(
            whole("first", 2, 0, 50),
            elastic(gang("elastic", 4, 0, 100), 1),
            whole("all", 4, 1, 10));
    Runner run = run(FOUR, jobs, policy, CheckpointRule.FREE);
    assertThat(resizes(run, "elastic")).isZero();
    assertThat(run.start("all")).isEqualTo(200);
  }

  /**
   * From 100 on it has all 31 that are left, beside the long single, while the widest waits, and 7
   * × 100 of 32 × 1000 done: 1 011 seconds more. Its turn over, the widest still waits.
   */
  @Test
  void wideJobBehindALongSingle_leavesNoDevicesIdle() {
    JobTable jobs =
        table(
            whole("single", 1, 0, 20_000),
            gang("other", 56, 0, 100),
            elastic(gang("elastic", 32, 0, 1000), 4),
            gang("wide", 64, 1, 10));
    Runner run = run(Fleets.single(8, 8), jobs, "fifo-first-fit", CheckpointRule.FREE);
    assertThat(end(run, "elastic")).isEqualTo(100 + 1000 - 100 * 7 / 32);
    assertThat(run.start("wide")).isEqualTo(20_000);
  }

  /** It started with 2, and the six that the head wants are there at 60, where it gives up two. */
  @Test
  void headThatCanStartBesideWhatAJobStartedWith_hasItsGrowthBack() {
    JobTable jobs =
        table(
            whole("first", 2, 0, 50),
            whole("second", 4, 0, 60),
            elastic(gang("elastic", 6, 0, 300), 1),
            whole("head", 6, 1, 10));
    Runner run = Runner.run(Fleets.single(1, 8), jobs, "fifo-first-fit");
    assertThat(run.start("head")).isEqualTo(60);
    assertThat(run.log())
        .contains("50 RESIZED elastic on h/a nodes [0] devices [6, 7, 0, 1]")
        .contains("60 RESIZED elastic on h/a nodes [0] devices [6, 7]")
        .contains("70 RESIZED elastic on h/a nodes [0] devices [6, 7, 0, 1, 2, 3]");
    // 2 of 6 for 50 s do 16, 4 for 10 s 6, 2 for 10 s 3, and 275 are left.
    assertThat(end(run, "elastic")).isEqualTo(70 + 300 - 16 - 6 - 3);
  }

  /** The pair waits for devices of another type, and is in nobody's way on a. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-skip-first-fit",
        "fifo-easy-first-fit",
        "fifo-conservative-first-fit",
        "priority-preempt-first-fit",
        "drf-fifo-first-fit"
      })
  void whereNobodyAsksWhoWaits_jobsGrow(String policy) {
    JobTable jobs =
        table(
            whole("first", 2, 0, 100),
            elastic(gang("elastic", 4, 0, 100), 1),
            Jobs.job("long", 4, TaskRequest.wholeDevices(1, "b"), 0, 500),
            Jobs.job("pair", 1, TaskRequest.wholeDevices(2, "b"), 1, 10));
    Runner run = run(Mixed.pair(), jobs, policy, CheckpointRule.FREE);
    assertThat(run.start("pair")).isEqualTo(500);
    assertThat(end(run, "elastic")).isEqualTo(150);
  }

  /** Until 20 the pair waits for a too; then it starts, and no longer asks. */
  @Test
  void whenTheLastWhoAsksHasStarted_jobsGrow() {
    JobTable jobs =
        table(
            gang("first", 3, 0, 20),
            elastic(gang("elastic", 4, 0, 100), 1),
            Jobs.job("long", 4, TaskRequest.wholeDevices(1, "b"), 0, 500),
            whole("pair", 2, 1, 10),
            Jobs.job("last", 1, TaskRequest.wholeDevices(2, "b"), 2, 10));
    Runner run = run(Mixed.pair(), jobs, "fifo-skip-first-fit", CheckpointRule.FREE);
    assertThat(run.start("pair")).isEqualTo(20);
    // 5 by 20, 5 more with two tasks by 30, and all four from then on.
    assertThat(end(run, "elastic")).isEqualTo(30 + 90);
  }

  /** Three of its four tasks do 25 of 33.3 … seconds: parts of a second of work are done again. */
  @Test
  void partsOfASecond_areRoundedAgainstTheJob() {
    JobTable jobs = table(whole("first", 1, 0, 10), elastic(gang("elastic", 4, 0, 100), 1));
    Runner run = run(FOUR, jobs, "fifo-first-fit", CheckpointRule.FREE);
    assertThat(end(run, "elastic")).isEqualTo(10 + (100 - 10 * 3 / 4));
  }
}
