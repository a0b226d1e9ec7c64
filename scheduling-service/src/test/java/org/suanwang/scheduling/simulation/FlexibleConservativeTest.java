package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.simulation.QuotaRuns.forTenant;
import static org.suanwang.scheduling.simulation.QuotaRuns.queue;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Elastic jobs and mixed gangs under conservative backfilling, with queues and without, worked out
 * by hand.
 */
class FlexibleConservativeTest {
  private static final String PLAIN = "fifo-conservative-first-fit";
  private static final String ANEW = "drf-fifo-conservative-first-fit";
  private static final Fleet FOUR = Fleets.single(1, 4);
  private static final Fleet SIX = Fleets.single(1, 6);

  private static Job elastic(Job job, int atLeast) {
    return job.withTerms(job.terms().withTasksMin(atLeast));
  }

  private static Job on(String type, String id, int tasks, long submit, long work) {
    return Jobs.job(id, tasks, TaskRequest.wholeDevices(1, type), submit, work);
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  /** Two of four do half of it by 100; nobody waits then, so it grows. */
  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ANEW})
  void elasticJob_startsWithWhatIsFree_andGrowsWhenNobodyWaits(String policy) {
    JobTable jobs = table(whole("first", 2, 0, 100), elastic(gang("elastic", 4, 0, 100), 1));
    Runner run = Runner.run(FOUR, jobs, policy);
    assertThat(run.start("elastic")).isZero();
    assertThat(end(run, "elastic")).isEqualTo(150);
  }

  /** It would have all four at 100, but two will do at 50, for 200 seconds, and nobody waits. */
  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ANEW})
  void reservation_isAtTheEarliestTime_forAsManyTasksAsCanBeThen(String policy) {
    JobTable jobs =
        table(
            whole("x", 2, 0, 50),
            whole("y", 2, 0, 100),
            elastic(gang("elastic", 4, 1, 100), 2),
            whole("pair", 2, 2, 30));
    Runner run = Runner.run(FOUR, jobs, policy);
    assertThat(run.start("elastic")).isEqualTo(50);
    assertThat(run.start("pair")).isEqualTo(100);
    // With two of four 40 are done by 130, and the other 60 with all four.
    assertThat(end(run, "elastic")).isEqualTo(190);
  }

  /** It has all four from 100 until 150, not two until 200: so the last one starts at 150. */
  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ANEW})
  void reservation_isNotForFewerTasksThanCanBe(String policy) {
    JobTable jobs =
        table(
            whole("x", 4, 0, 100), elastic(gang("elastic", 4, 1, 50), 2), whole("last", 2, 2, 10));
    Runner run = Runner.run(FOUR, jobs, policy);
    assertThat(run.start("elastic")).isEqualTo(100);
    assertThat(run.start("last")).isEqualTo(150);
    assertThat(end(run, "elastic")).isEqualTo(150);
  }

  /**
   * Two of four take twice as long: 80 seconds fit before all are to be used at 100, 120 do not.
   */
  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ANEW})
  void elasticJob_fillsAGapOnlyIfItIsOverInTimeWithFewTasks(String policy) {
    for (int work : new int[] {40, 60}) {
      JobTable jobs =
          table(
              whole("x", 2, 0, 100),
              whole("all", 4, 0, 10),
              elastic(gang("elastic", 4, 1, work), 1));
      Runner run = Runner.run(FOUR, jobs, policy);
      assertThat(run.start("all")).isEqualTo(100);
      assertThat(run.start("elastic")).isEqualTo(work == 40 ? 1 : 110);
      if (work == 60) {
        assertThat(run.outcomes.reason(run.row("elastic")))
            .isEqualTo(WaitReason.BEHIND_RESERVATION);
      }
    }
  }

  /** Two are free, but one of them is to be used at 100; with the other it may run on. */
  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ANEW})
  void elasticJob_takesWhatReservationsLeave(String policy) {
    JobTable jobs =
        table(
            whole("x", 4, 0, 100),
            whole("five", 5, 0, 10),
            elastic(gang("elastic", 3, 1, 1000), 1));
    Runner run = Runner.run(SIX, jobs, policy);
    assertThat(run.start("elastic")).isEqualTo(1);
    assertThat(run.start("five")).isEqualTo(100);
    assertThat(end(run, "elastic")).isEqualTo(110 + 964);
  }

  /**
   * While the gang of four waits for 200 nobody grows; what is free is for whoever is over then.
   */
  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ANEW})
  void whileSomebodyHasAReservation_nobodyGrows(String policy) {
    JobTable jobs =
        table(
            whole("x", 2, 0, 60),
            elastic(gang("elastic", 4, 0, 100), 2),
            whole("all", 4, 1, 10),
            whole("short", 2, 2, 130),
            whole("long", 2, 2, 150));
    Runner run = Runner.run(FOUR, jobs, policy);
    assertThat(run.outcomes.resizes(run.row("elastic"))).isZero();
    assertThat(run.start("short")).isEqualTo(60);
    assertThat(run.start("all")).isEqualTo(200);
    assertThat(run.start("long")).isEqualTo(210);
  }

  /** x ends at 40 and not at 100: with the same start its reservation is for four, not for two. */
  @Test
  void earlyEnd_widensTheReservationOfAnElasticJob() {
    JobTable jobs =
        table(
            whole("x", 2, 0, 40).withEstimate(100L),
            whole("y", 2, 0, 50),
            whole("z", 2, 1, 5),
            elastic(gang("elastic", 4, 1, 100), 3));
    Runner run = Runner.run(FOUR, jobs, PLAIN);
    assertThat(run.start("z")).isEqualTo(40);
    assertThat(run.start("elastic")).isEqualTo(50);
    assertThat(end(run, "elastic")).isEqualTo(150);
  }

  /** At 50 all of a and two of b are free: two of b may be used until then, and not longer. */
  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ANEW})
  void mixedGang_isReservedOverItsTypes(String policy) {
    for (int seconds : new int[] {49, 100}) {
      JobTable jobs =
          table(
              on("a", "x", 4, 0, 50),
              on("b", "y", 2, 0, 80),
              Mixed.gang("wide", 6, 0, 100),
              on("b", "behind", 2, 1, seconds));
      Runner run = Runner.run(Mixed.pair(), jobs, policy);
      assertThat(run.start("wide")).isEqualTo(50);
      assertThat(end(run, "wide")).isEqualTo(250);
      assertThat(run.start("behind")).isEqualTo(seconds == 49 ? 1 : 80);
    }
  }

  /**
   * On b alone the four can start at 30, and no earlier on both. On both the three would be in
   * their way at 2; at 50 they have a alone.
   */
  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ANEW})
  void mixedGang_isSpreadOnlyWhereThatIsEarlier(String policy) {
    JobTable jobs =
        table(
            on("a", "x", 2, 0, 50),
            on("b", "y", 3, 0, 30),
            Mixed.gang("four", 4, 1, 10),
            Mixed.gang("three", 3, 2, 20));
    Runner run = Runner.run(Mixed.pair(), jobs, policy);
    assertThat(run.log()).contains("30 STARTED four on h/b", "50 STARTED three on h/a nodes");
  }

  /**
   * a alone has room for two at 0, both types for three: most tasks count, then the single type.
   */
  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ANEW})
  void elasticMixedGang_startsWithMostTasks(String policy) {
    JobTable jobs =
        table(
            on("a", "x", 2, 0, 50),
            on("b", "y", 3, 0, 50),
            elastic(Mixed.gang("gang", 6, 0, 30), 2),
            elastic(Mixed.gang("next", 6, 1, 1), 2));
    Runner run = Runner.run(Mixed.pair(), jobs, policy);
    assertThat(run.log()).contains("0 STARTED gang on h/a+b nodes [1, 3]");
  }

  /** The promise is for the two tasks that it may have, so the single has no quota till it ends. */
  @Test
  void elasticJob_isPromisedTheQuotaOfWhatIsReserved() {
    JobTable jobs =
        table(
            forTenant("prod", gang("runs", 4, 0, 20)),
            forTenant("research", elastic(gang("elastic", 4, 1, 10), 1)),
            forTenant("research", gang("single", 1, 2, 5)),
            forTenant("prod", gang("pair", 2, 3, 5)));
    Runner run = QuotaRuns.run(jobs, PLAIN, queue("research", 2, 0.0, null), queue("prod", 4));
    assertThat(run.start("elastic")).isEqualTo(20);
    assertThat(run.start("pair")).isEqualTo(20);
    assertThat(end(run, "elastic")).isEqualTo(40);
    assertThat(run.start("single")).isEqualTo(40);
  }

  /** Three of its six may be on a by its quota, so three are on b, though all of a is free. */
  @Test
  void mixedGang_isReservedAsFarAsTheQuotaOfEachTypeGoes() {
    JobTable jobs =
        table(
            forTenant("s", on("b", "x", 4, 0, 50)),
            forTenant("r", Mixed.gang("wide", 6, 1, 10)),
            forTenant("s", on("b", "one", 1, 2, 100)),
            forTenant("s", on("b", "two", 1, 2, 100)));
    QueueSetting three = new QueueSetting("r", 1, List.of(new QueueQuota("a", 3000, 0L, null)));
    SchedulingPolicy policy = Policies.find(PLAIN).orElseThrow();
    Runner run =
        QuotaRuns.run(Mixed.pair(), jobs, policy, CheckpointRule.FREE, three, queue("s", 9));
    assertThat(run.log()).contains("50 STARTED wide on h/a+b nodes [0, 1, 2, 3]");
    assertThat(run.start("one")).isEqualTo(50);
    assertThat(run.start("two")).isEqualTo(70);
  }

  /** Out of use from 100: at 60 there is no time for two of four, after it there is for all. */
  @Test
  void elasticJob_isOverBeforeWhatIsPlanned() {
    for (int work : new int[] {20, 21}) {
      JobTable jobs =
          table(
              whole("x", 2, 0, 60), whole("y", 2, 0, 90), elastic(gang("elastic", 4, 1, work), 2));
      OutageRule plan =
          new OutageRule(
              List.of(), List.of(new Maintenance("h", null, null, 100, 120, false)), null);
      SimulationInput input =
          new SimulationInput(
              new FleetLayout(FOUR),
              jobs,
              Policies.find(PLAIN).orElseThrow(),
              SimulationLimits.WIDEST,
              EstimateRule.RUN_ON,
              CheckpointRule.FREE,
              plan,
              0);
      Runner run = Runner.run(input, event -> {});
      assertThat(run.start("elastic")).as(run.log()).isEqualTo(work == 20 ? 60 : 120);
    }
  }
}
