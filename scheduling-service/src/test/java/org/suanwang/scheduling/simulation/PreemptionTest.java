package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.settlement.Ledger;
import org.suanwang.scheduling.settlement.Settlement;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Schedules with interruptions that were worked out by hand. */
class PreemptionTest {
  private static final long HOUR = 3600;

  private static Runner run(
      Fleet fleet, JobTable jobs, SchedulingPolicy policy, CheckpointRule rule) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule));
  }

  private static SchedulingPolicy policy(String name) {
    return Policies.find(name).orElseThrow();
  }

  private static Runner byPriority(JobTable jobs, CheckpointRule rule) {
    return run(Fleets.single(1, 2), jobs, policy("priority-preempt-first-fit"), rule);
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  /** From 10 to 15 the urgent job has both devices; what ran goes on with what it had left. */
  @Test
  void urgentJob_takesTheDevicesAndGivesThemBack() {
    JobTable jobs =
        table(
            whole("first", 1, 0, 100),
            whole("second", 1, 4, 100),
            whole("urgent", 2, 10, 5).withPriority(1));
    Runner run = byPriority(jobs, CheckpointRule.FREE);
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(end(run, "first")).isEqualTo(105);
    assertThat(end(run, "second")).isEqualTo(109);
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, 109, 1);
    assertThat(metrics.preemptions()).isEqualTo(2);
    assertThat(metrics.lostDeviceHours()).isZero();
    assertThat(metrics.allocation()).isEqualTo(210.0 / 218);
    assertThat(metrics.waitReasons())
        .anySatisfy(
            w -> {
              assertThat(w.reason()).isEqualTo(WaitReason.PREEMPTED);
              assertThat(w.jobs()).isEqualTo(2);
              assertThat(w.seconds()).isEqualTo(10);
            });
  }

  /**
   * Checkpoints at 4 and 8 seconds of work, each saved in one second. After 12 seconds on both
   * devices, 8 seconds of work are kept, two went to saving and two are lost. 20 seconds of work
   * take 24 in one go, the 12 that are left take 14 and two to restore, which counts as lost too.
   */
  @Test
  void checkpoints_keepWholeIntervalsOnly() {
    JobTable jobs = table(whole("long", 2, 0, 20), whole("urgent", 2, 12, 5).withPriority(1));
    Runner run = byPriority(jobs, new CheckpointRule(4, 1, 2));
    assertThat(run.start("urgent")).isEqualTo(12);
    assertThat(end(run, "urgent")).isEqualTo(12 + 5 + 1);
    assertThat(end(run, "long")).isEqualTo(18 + 2 + 14);
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, end(run, "long"), 1);
    assertThat(metrics.lostDeviceHours()).isEqualTo(2 * (2 + 2) / 3600.0);
  }

  @Test
  void savedAtThePreemption_costsSavingAndRestoringAfterwards() {
    JobTable jobs = table(whole("long", 2, 0, 20), whole("urgent", 2, 12, 5).withPriority(1));
    Runner run = byPriority(jobs, new CheckpointRule(0, 3, 4));
    assertThat(end(run, "long")).isEqualTo(17 + 7 + 8);
  }

  /** The gang of two may choose between a job that loses nothing and one that loses five. */
  @Test
  void ofEqualRank_theOneThatLosesLeastGivesWay() {
    JobTable jobs =
        table(
            whole("dear", 1, 0, 100),
            whole("cheap", 1, 5, 100),
            whole("urgent", 1, 15, 5).withPriority(1));
    Runner run = byPriority(jobs, new CheckpointRule(10, 0, 0));
    assertThat(run.outcomes.interruptions(run.row("cheap"))).isEqualTo(1);
    assertThat(run.outcomes.interruptions(run.row("dear"))).isZero();
    assertThat(end(run, "cheap")).isEqualTo(20 + 90);
  }

  /** 99 seconds on four devices are more than 100 on one, though the gang started later. */
  @Test
  void gangThatLosesFewerSecondsButMoreDeviceTime_isSpared() {
    JobTable jobs =
        table(
            whole("single", 1, 0, 1000),
            gang("gang", 4, 1, 1000),
            whole("urgent", 1, 100, 5).withPriority(1));
    Runner run =
        run(
            Fleets.single(1, 5),
            jobs,
            policy("priority-preempt-first-fit"),
            new CheckpointRule(5000, 0, 0));
    assertThat(run.outcomes.interruptions(run.row("gang"))).isZero();
    assertThat(run.outcomes.interruptions(run.row("single"))).isEqualTo(1);
    assertThat(end(run, "single")).isEqualTo(105 + 1000);
  }

  /**
   * The one loses what it did since its last checkpoint, the other nothing, but restores for 7 s.
   */
  @Test
  void classes_haveCostsOfTheirOwn() {
    CheckpointRule large = new CheckpointRule(10, 0, 0);
    CheckpointRule rule =
        new CheckpointRule(0, 0, 7, List.of(new CheckpointRule.OfClass("large", large)));
    for (String jobClass : List.of("large", "small")) {
      Job job = whole("long", 2, 0, 100);
      JobTable jobs =
          table(
              new Job(job.id(), jobClass, null, false, 1, job.request(), 0, 100),
              whole("urgent", 2, 15, 5).withPriority(1));
      Runner run = byPriority(jobs, rule);
      long expected = jobClass.equals("large") ? 20 + 90 : 20 + 7 + 85;
      assertThat(end(run, "long")).as(jobClass).isEqualTo(expected);
    }
  }

  /** One of the two would do; the one whose turn comes earlier stays. */
  @Test
  void nobodyGivesWayWhoNeedNot() {
    JobTable jobs =
        table(
            whole("narrow", 1, 0, 100),
            gang("wide", 2, 0, 100).withPriority(1),
            gang("urgent", 2, 3, 5).withPriority(2));
    Runner run =
        run(Fleets.single(1, 3), jobs, policy("priority-preempt-first-fit"), CheckpointRule.FREE);
    assertThat(run.outcomes.interruptions(run.row("wide"))).isEqualTo(1);
    assertThat(run.outcomes.interruptions(run.row("narrow"))).isZero();
  }

  @Test
  void jobThatMustNotBePreempted_keepsItsDevices() {
    JobTable jobs =
        table(
            whole("firm", 2, 0, 100).withPreemptible(false),
            whole("urgent", 2, 3, 5).withPriority(1));
    Runner run = byPriority(jobs, CheckpointRule.FREE);
    assertThat(run.start("urgent")).isEqualTo(100);
    assertThat(run.outcomes.reason(run.row("urgent"))).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
  }

  /** The urgent job waits until the other has run for the 30 seconds that it is left. */
  @Test
  void guaranteedRun_isWaitedForToTheSecond() {
    JobTable jobs = table(whole("long", 2, 0, 100), whole("urgent", 2, 10, 5).withPriority(1));
    SchedulingPolicy patient = policy("priority-preempt-first-fit").withMinRunSeconds(30);
    Runner run = run(Fleets.single(1, 2), jobs, patient, CheckpointRule.FREE);
    assertThat(run.start("urgent")).isEqualTo(30);
    assertThat(end(run, "long")).isEqualTo(105);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void equalOrLaterTurns_takeNothing(int priority) {
    JobTable jobs =
        table(
            whole("first", 2, 5, 100).withPriority(1),
            whole("second", 2, 5, 100).withPriority(priority));
    Runner run = byPriority(jobs, CheckpointRule.FREE);
    assertThat(run.outcomes.interruptions()).isZero();
    assertThat(run.start("first")).isEqualTo(5);
    assertThat(run.start("second")).isEqualTo(105);
  }

  /**
   * After one device-hour the long job falls to the second level and gives way. When the newcomer
   * falls there too, it need not give way to an equal.
   */
  @Test
  void leastAttainedService_takesTurnsByLevels() {
    JobTable jobs = table(whole("long", 1, 0, 3 * HOUR), whole("late", 1, 100, 2 * HOUR));
    Runner run =
        run(Fleets.single(1, 1), jobs, policy("las-preempt-first-fit"), CheckpointRule.FREE);
    assertThat(run.start("late")).isEqualTo(HOUR);
    assertThat(end(run, "late")).isEqualTo(3 * HOUR);
    assertThat(end(run, "long")).isEqualTo(5 * HOUR);
    assertThat(run.outcomes.interruptions()).isEqualTo(1);
  }

  /**
   * Levels end at 60 and 600 s. The late one takes the place of the long one at once, is its equal
   * from 160 on and falls behind it at 700; when the long one falls there too, it goes on.
   */
  @Test
  void levelsOfAttainedService_areAsThePolicySays() {
    JobTable jobs = table(whole("long", 1, 0, 1000), whole("late", 1, 100, 2000));
    SchedulingPolicy policy =
        policy("las-preempt-first-fit").withLevelsDeviceSeconds(List.of(60L, 600L));
    Runner run = run(Fleets.single(1, 1), jobs, policy, CheckpointRule.FREE);
    assertThat(run.start("late")).isEqualTo(100);
    assertThat(end(run, "long")).isEqualTo(100 + 600 + 900);
    assertThat(end(run, "late")).isEqualTo(3000);
  }

  /** A gang of two has attained an hour after half of one. */
  @Test
  void attainedService_countsAllDevices() {
    JobTable jobs = table(gang("pair", 2, 0, HOUR), whole("late", 2, 100, 10));
    Runner run =
        run(Fleets.single(1, 2), jobs, policy("las-preempt-first-fit"), CheckpointRule.FREE);
    assertThat(run.start("late")).isEqualTo(HOUR / 2);
  }

  @Test
  void horizonWhileAJobHasGivenWay_countsWhatItHeld() {
    JobTable jobs = table(whole("long", 2, 0, 100), whole("urgent", 2, 10, 50).withPriority(1));
    Runner run =
        Runner.run(
            new SimulationInput(
                new FleetLayout(Fleets.single(1, 2)),
                jobs,
                policy("priority-preempt-first-fit"),
                new SimulationLimits(40, 100),
                EstimateRule.RUN_ON));
    int row = run.row("long");
    assertThat(run.outcomes.state(row)).isEqualTo(JobState.WAITING);
    assertThat(run.outcomes.reason(row)).isEqualTo(WaitReason.PREEMPTED);
    assertThat(run.outcomes.heldSeconds(row, 40)).isEqualTo(10);
    assertThat(RunMetrics.of(run.outcomes, run.end, 40, 1).allocation()).isEqualTo(1);
    TimeSeries series = run.series(40);
    assertThat(series.points().getFirst().jobsWaiting()).isZero();
    assertThat(series.points().getLast().jobsWaiting()).isEqualTo(1);
    assertThat(series.points()).allSatisfy(p -> assertThat(p.devicesAllocated()).isEqualTo(2));
  }

  /** 100 s in two stretches of 10 and 90, and 5 s of the urgent one, on two devices each. */
  @Test
  void eachStretch_isChargedByItself() {
    JobTable jobs = table(whole("long", 2, 0, 100), whole("urgent", 2, 10, 5).withPriority(1));
    Runner run = byPriority(jobs, CheckpointRule.FREE);
    Settlement settlement = Settlement.of(new Ledger(run.outcomes, 200, 0), Checkpoint.NONE);
    assertThat(settlement.entries()).isEqualTo(3);
    long perDeviceHour = Fleets.PRICE.microCnyPerDeviceHour();
    assertThat(settlement.settledMicroCny())
        .isCloseTo(perDeviceHour * 210 / 3600, Offset.offset(3L));
  }
}
