package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Preemption beside strict, EASY and conservative backfilling, worked out by hand, on four devices.
 */
class ComposedPreemptionTest {
  private static Runner run(String discipline, JobTable jobs) {
    return run(policy(discipline), jobs, CheckpointRule.FREE);
  }

  private static SchedulingPolicy policy(String discipline) {
    return Policies.find("none", "priority", discipline, "by-turn", "first-fit").orElseThrow();
  }

  private static Runner run(SchedulingPolicy policy, JobTable jobs, CheckpointRule rule) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(Fleets.single(4, 1)),
            jobs,
            policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule),
        event -> {});
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  private static int interruptions(Runner run, String id) {
    return run.outcomes.interruptions(run.row(id));
  }

  /**
   * The urgent pair takes the place of the low three at 10. The low one, head again, can go on at
   * 30, when the urgent pair ends; the small one leaves it three devices and passes.
   */
  @Test
  void easy_afterOthersGaveWay_backfillGoesOnWithTheRoomLeft() {
    JobTable jobs =
        table(
            gang("low", 3, 0, 100),
            gang("urgent", 2, 10, 20).withPriority(1),
            gang("small", 1, 11, 100),
            gang("late", 1, 12, 19));
    Runner run = run("easy", jobs);
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(run.start("small")).isEqualTo(11);
    assertThat(run.outcomes.reason(run.row("late"))).isEqualTo(WaitReason.BEHIND_RESERVATION);
    assertThat(end(run, "low")).isEqualTo(30 + 90);
    assertThat(run.start("late")).isEqualTo(111);
    assertThat(run.outcomes.interruptions()).isEqualTo(1);
  }

  /** As before, but nobody passes. */
  @Test
  void strict_afterOthersGaveWay_nobodyPasses() {
    JobTable jobs =
        table(
            gang("low", 3, 0, 100),
            gang("urgent", 2, 10, 20).withPriority(1),
            gang("small", 1, 11, 100));
    Runner run = run("strict", jobs);
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(end(run, "low")).isEqualTo(120);
    assertThat(run.start("small")).isEqualTo(30);
  }

  private static JobTable headThatNeedsTheFirm() {
    return table(
        gang("firm", 3, 0, 100).withPriority(2),
        gang("low", 1, 0, 200),
        gang("head", 4, 10, 10).withPriority(1),
        gang("narrow", 1, 20, 30).withPriority(1));
  }

  /**
   * Only the head takes the place of others: the narrow one waits until it has been through. The
   * head does not wait for the end of the low one.
   */
  @ParameterizedTest
  @ValueSource(strings = {"strict", "easy"})
  void behindTheHead_nobodyTakesThePlaceOfOthers(String discipline) {
    Runner run = run(discipline, headThatNeedsTheFirm());
    assertThat(run.start("head")).isEqualTo(100);
    assertThat(run.start("narrow")).isEqualTo(110);
    assertThat(end(run, "low")).isEqualTo(110 + 100);
    assertThat(interruptions(run, "low")).isEqualTo(1);
  }

  /**
   * The narrow one is over before the head's reservation, and takes the low one's place. The head,
   * to start at 200, may now at 100; the low one's 180 s find room after it only.
   */
  @Test
  void conservative_whoDelaysNobodyBeforeIt_takesThePlaceOfOthers() {
    Runner run = run("conservative", headThatNeedsTheFirm());
    assertThat(run.start("narrow")).isEqualTo(20);
    assertThat(run.start("head")).isEqualTo(100);
    assertThat(end(run, "low")).isEqualTo(110 + 180);
    assertThat(interruptions(run, "low")).isEqualTo(1);
  }

  /** In the place of the low one it would hold what is reserved for the head. */
  @Test
  void conservative_whoWouldDelayOneBeforeIt_takesNobodysPlace() {
    JobTable jobs =
        table(
            gang("firm", 3, 0, 100).withPriority(2),
            gang("low", 1, 0, 200).withPreemptible(true),
            gang("head", 3, 10, 10).withPriority(1),
            gang("wide", 2, 20, 90).withPriority(1));
    Runner run = run("conservative", jobs);
    assertThat(run.start("head")).isEqualTo(100);
    assertThat(run.start("wide")).isEqualTo(110);
    assertThat(end(run, "low")).isEqualTo(200);
    assertThat(run.outcomes.interruptions()).isZero();
  }

  /**
   * The wide one has 100 reserved, which the urgent one takes, with the place of the low one. That
   * goes on first, as its turn comes before, then the wide one.
   */
  @Test
  void conservative_reservationsOfLaterTurns_areMadeAnew() {
    JobTable jobs =
        table(
            gang("low", 2, 0, 100),
            gang("wide", 4, 1, 10),
            gang("urgent", 3, 50, 100).withPriority(1));
    Runner run = run("conservative", jobs);
    assertThat(run.start("urgent")).isEqualTo(50);
    assertThat(end(run, "low")).isEqualTo(150 + 50);
    assertThat(run.start("wide")).isEqualTo(200);
  }

  /** Nobody who runs need give way: the free device is reserved, and not for one before it. */
  @Test
  void conservative_reservationsAloneGiveWay() {
    JobTable jobs =
        table(
            gang("firm", 3, 0, 100).withPriority(1),
            gang("wide", 4, 1, 10),
            gang("urgent", 1, 10, 200).withPriority(1));
    Runner run = run("conservative", jobs);
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(run.start("wide")).isEqualTo(210);
    assertThat(run.outcomes.interruptions()).isZero();
    Runner plain = Runner.run(Fleets.single(4, 1), jobs, "priority-conservative-first-fit");
    assertThat(plain.start("urgent")).isEqualTo(110);
  }

  @ParameterizedTest
  @ValueSource(strings = {"strict", "easy", "conservative"})
  void guaranteedRun_isWaitedForToTheSecond(String discipline) {
    JobTable jobs = table(gang("long", 4, 0, 100), gang("urgent", 2, 10, 5).withPriority(1));
    Runner run = run(policy(discipline).withMinRunSeconds(30), jobs, CheckpointRule.FREE);
    assertThat(run.start("urgent")).isEqualTo(30);
    assertThat(end(run, "long")).isEqualTo(105);
  }

  @ParameterizedTest
  @ValueSource(strings = {"strict", "easy", "conservative"})
  void elasticJobs_giveUpTasksBeforeAnyJobGivesWay(String discipline) {
    Job elastic = gang("elastic", 4, 0, 100);
    JobTable jobs =
        table(
            elastic.withTerms(elastic.terms().withTasksMin(2)),
            gang("urgent", 1, 10, 5).withPriority(1));
    Runner run = run(discipline, jobs);
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(run.outcomes.interruptions()).isZero();
    assertThat(run.outcomes.resizes(run.row("elastic"))).isEqualTo(2);
  }

  /** Of two of equal turn the one goes that loses nothing since its last checkpoint. */
  @ParameterizedTest
  @ValueSource(strings = {"strict", "easy", "conservative"})
  void whoLosesLeast_givesWay(String discipline) {
    JobTable jobs =
        table(
            gang("dear", 2, 0, 100),
            gang("cheap", 2, 5, 100),
            gang("urgent", 2, 15, 5).withPriority(1));
    Runner run = run(policy(discipline), jobs, new CheckpointRule(10, 0, 0));
    assertThat(interruptions(run, "cheap")).isEqualTo(1);
    assertThat(interruptions(run, "dear")).isZero();
    assertThat(end(run, "cheap")).isEqualTo(20 + 90);
  }

  /** Levels of attained service move while jobs run; who falls back gives way to the head. */
  @Test
  void easy_turnsThatMove_areAskedAnew() {
    JobTable jobs = table(gang("long", 4, 0, 7200), gang("late", 4, 100, 600));
    Runner run = Runner.run(Fleets.single(4, 1), jobs, "las-easy-preempt-first-fit");
    assertThat(run.start("late")).isEqualTo(900);
    assertThat(end(run, "long")).isEqualTo(7800);
  }

  /** To skip with preemption is the discipline of that name, to the byte. */
  @Test
  void skipWithPreemption_isTheDisciplinePreempt() {
    assertThat(policy("skip")).isEqualTo(Policies.find("priority-preempt-first-fit").orElseThrow());
  }
}
