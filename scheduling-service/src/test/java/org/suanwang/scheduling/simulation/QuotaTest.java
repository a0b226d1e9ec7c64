package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.share;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.QueueResult;
import org.suanwang.scheduling.metrics.QueueResults;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Quotas, borrowing and reclaim on a few devices, worked out by hand. */
class QuotaTest {
  private static QueueSetting queue(String path, double nominal) {
    return queue(path, nominal, null, null);
  }

  private static QueueSetting queue(
      String path, double nominal, @Nullable Double borrowing, @Nullable Double lending) {
    return new QueueSetting(
        path, 1, List.of(new QueueQuota(null, milli(nominal), orNull(borrowing), orNull(lending))));
  }

  private static long milli(double devices) {
    return Math.round(devices * 1000);
  }

  private static @Nullable Long orNull(@Nullable Double devices) {
    return devices == null ? null : (Long) milli(devices);
  }

  private static Runner run(
      Fleet fleet, JobTable jobs, SchedulingPolicy policy, CheckpointRule rule, QueueSetting... q) {
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule);
    return Runner.run(input.withQueues(new QueueRule(List.of(q))), event -> {});
  }

  private static Runner run(JobTable jobs, String policy, QueueSetting... queues) {
    return run(
        Fleets.single(1, 4),
        jobs,
        Policies.find(policy).orElseThrow(),
        CheckpointRule.FREE,
        queues);
  }

  private static Job of(String tenant, Job job) {
    return job.withTenant(tenant);
  }

  private static QueueResult result(Runner run, String path) {
    var tree = run.input.tree();
    return new QueueResults(run.outcomes, tree, run.end.lastEventSeconds())
        .all()
        .get(tree.require(path) - 1);
  }

  /** Two devices of the four are b's; a has used its two when its third job comes. */
  @Test
  void queueWithoutALimitToBorrow_mayNotPassItsQuota() {
    JobTable jobs =
        table(
            of("a", whole("a1", 1, 0, 10)),
            of("a", whole("a2", 1, 0, 20)),
            of("a", whole("a3", 1, 1, 10)),
            of("b", whole("b1", 1, 2, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2, 0.0, null), queue("b", 2));
    assertThat(run.start("a3")).isEqualTo(10);
    assertThat(run.start("b1")).isEqualTo(2);
    int waited = run.row("a3");
    assertThat(run.outcomes.reason(waited)).isEqualTo(WaitReason.QUOTA_EXHAUSTED);
    assertThat(run.input.tree().path(run.outcomes.reasonQueue(waited))).isEqualTo("a");
    assertThat(run.outcomes.shortTasks(waited)).isEqualTo(1);
    assertThat(result(run, "a").jobsKeptByQuotas()).isEqualTo(1);
  }

  /** a borrows one for 9 s: the second that it wants is beyond its limit. */
  @Test
  void borrowing_goesAsFarAsTheLimit() {
    JobTable jobs =
        table(
            of("a", whole("a1", 2, 0, 10)),
            of("a", whole("a2", 1, 1, 20)),
            of("a", whole("a3", 1, 2, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2, 1.0, null), queue("b", 2));
    assertThat(run.start("a2")).isEqualTo(1);
    assertThat(run.start("a3")).isEqualTo(10);
    QueueResult.QuotaUse use = result(run, "a").quotas().getFirst();
    assertThat(use.nominalMilli()).isEqualTo(2000);
    assertThat(use.borrowedSeconds()).isEqualTo(9);
    assertThat(use.borrowedMilliDeviceSeconds()).isEqualTo(9000);
  }

  @Test
  void queueThatLendsOne_keepsTheOther() {
    JobTable jobs =
        table(
            of("a", gang("a1", 3, 0, 10)),
            of("a", gang("a2", 1, 0, 10)),
            of("b", gang("b", 1, 1, 5)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2), queue("b", 2, null, 1.0));
    assertThat(run.start("a1")).isZero();
    assertThat(run.start("a2")).isEqualTo(10);
    assertThat(run.start("b")).isEqualTo(1);
    assertThat(run.input.tree().path(run.outcomes.reasonQueue(run.row("a2")))).isEqualTo("a");
  }

  /** Its quota and what it may borrow make three: the gang is told at once, not after hours. */
  @Test
  void gangBeyondQuotaAndLimit_isRejectedAtOnce() {
    JobTable jobs = table(of("a", gang("large", 4, 5, 10)), of("a", gang("fits", 3, 6, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2, 1.0, null), queue("b", 2));
    int large = run.row("large");
    assertThat(run.outcomes.state(large)).isEqualTo(JobState.REJECTED);
    assertThat(run.outcomes.reason(large)).isEqualTo(WaitReason.EXCEEDS_QUOTA);
    assertThat(run.outcomes.shortTasks(large)).isEqualTo(1);
    assertThat(run.input.tree().path(run.outcomes.reasonQueue(large))).isEqualTo("a");
    assertThat(run.start("fits")).isEqualTo(6);
  }

  /** It comes when all others have ended, and is in no bound. */
  @Test
  void rejectedJob_movesNoBound() {
    JobTable jobs = table(of("a", gang("fits", 2, 0, 10)), of("a", gang("large", 4, 500, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2));
    assertThat(new BoundFinder(run.input, Checkpoint.NONE).find(500, 0).makespanSecondsMin())
        .isEqualTo(10);
  }

  /** research has three; vision borrows one of nlp's, but nothing from prod beyond research. */
  @Test
  void innerQueue_boundsWhatThoseBelowBorrow() {
    JobTable jobs =
        table(
            of("research/vision", whole("v1", 2, 0, 10)),
            of("research/vision", whole("v2", 1, 0, 20)),
            of("research/vision", whole("v3", 1, 1, 5)),
            of("research/nlp", whole("n", 1, 2, 5)));
    Runner run =
        run(
            jobs,
            "fifo-skip-first-fit",
            queue("research", 3, 0.0, null),
            queue("research/vision", 1),
            queue("research/nlp", 1),
            queue("prod", 1));
    assertThat(run.start("v2")).isZero();
    assertThat(run.start("v3")).isEqualTo(10);
    assertThat(run.start("n")).isEqualTo(10);
    int kept = run.row("v3");
    assertThat(run.input.tree().path(run.outcomes.reasonQueue(kept))).isEqualTo("research");
    assertThat(result(run, "research").quotas().getFirst().borrowedSeconds()).isZero();
    assertThat(result(run, "research/vision").quotas().getFirst().borrowedSeconds()).isEqualTo(15);
  }

  /** One device of type a and none of type b: the second job of a goes to b. */
  @Test
  void quotaOfOneType_leavesOtherTypesOpen() {
    Fleet fleet = Fleets.of(Fleets.hub("h", Fleets.pool("a", 1, 2), Fleets.pool("b", 1, 2)));
    TaskRequest any = new TaskRequest(1, 0, 0, 0, List.of(), null);
    QueueSetting limited =
        new QueueSetting(
            "t",
            1,
            List.of(new QueueQuota("a", 1000, 0L, null), new QueueQuota(null, 3000, 0L, null)));
    JobTable jobs =
        table(
            of("t", job("one", 1, any, 0, 10)),
            of("t", job("two", 1, any, 1, 10)),
            of("t", job("three", 1, any, 2, 10)),
            of("t", job("four", 1, any, 3, 10)));
    Runner run =
        run(
            fleet,
            jobs,
            Policies.find("fifo-first-fit").orElseThrow(),
            CheckpointRule.FREE,
            limited);
    assertThat(run.log())
        .contains("0 STARTED one on h/a", "1 STARTED two on h/b", "2 STARTED three on h/b");
    assertThat(run.start("four")).isEqualTo(10);
    assertThat(run.outcomes.reason(run.row("four"))).isEqualTo(WaitReason.QUOTA_EXHAUSTED);
  }

  @Test
  void sharesOfDevices_countInThousandths() {
    JobTable jobs =
        table(
            of("a", share("one", 400, 0, 10)),
            of("a", share("two", 600, 0, 20)),
            of("a", share("three", 1, 1, 5)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 1, 0.0, null));
    assertThat(run.start("two")).isZero();
    assertThat(run.start("three")).isEqualTo(10);
  }

  /** A queue that is not named below one that is: it has nothing of its own and borrows. */
  @Test
  void queueThatIsNotNamed_borrowsFromTheOneAbove() {
    JobTable jobs = table(of("a/x", whole("x", 1, 0, 10)), of("a/y", whole("y", 2, 0, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2));
    assertThat(run.start("x")).isZero();
    assertThat(run.start("y")).isEqualTo(10);
    assertThat(result(run, "a/x").quotas().getFirst().borrowedSeconds()).isEqualTo(10);
  }

  /** Under the strict discipline a quota holds up the own queue only, devices hold up all. */
  @Test
  void strictHead_withoutQuotaLetsOtherQueuesPass() {
    JobTable jobs =
        table(
            of("a", whole("a1", 2, 0, 10)),
            of("a", whole("a2", 2, 1, 10)),
            of("a", whole("a3", 1, 2, 1)),
            of("b", whole("b1", 2, 3, 10)),
            of("b", whole("b2", 1, 4, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2, 0.0, null), queue("b", 3));
    assertThat(run.start("b1")).isEqualTo(3);
    assertThat(run.start("a2")).isEqualTo(10);
    assertThat(run.outcomes.reason(run.row("b2"))).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    assertThat(run.start("b2")).isEqualTo(13);
  }

  /**
   * The four devices are all a's while b wants none. b's two come back at 10: the jobs of a that
   * started last give way, and go on when a's first one ends.
   */
  @Test
  void reclaim_takesBackFromTheBorrowerWhatIsOwn() {
    JobTable jobs =
        table(
            of("a", whole("a1", 2, 0, 30)),
            of("a", whole("a2", 1, 1, 30)),
            of("a", whole("a3", 1, 2, 30)),
            of("b", whole("b1", 2, 10, 50)));
    Runner run = run(jobs, "fifo-preempt-first-fit", queue("a", 2), queue("b", 2));
    assertThat(run.start("b1")).isEqualTo(10);
    assertThat(run.outcomes.interruptions(run.row("a1"))).isZero();
    assertThat(run.outcomes.interruptions(run.row("a2"))).isEqualTo(1);
    assertThat(run.outcomes.interruptions(run.row("a3"))).isEqualTo(1);
    assertThat(run.outcomes.endSeconds(run.row("a2"))).isEqualTo(30 + 30 - 9);
    assertThat(run.outcomes.endSeconds(run.row("a3"))).isEqualTo(30 + 30 - 8);
    assertThat(result(run, "a").preemptions()).isEqualTo(2);
    assertThat(result(run, "a").quotas().getFirst().borrowedSeconds()).isEqualTo(9);
  }

  /** Without preemption b waits until a's jobs end. */
  @Test
  void reclaim_isForThePreemptiveDisciplineOnly() {
    JobTable jobs = table(of("a", gang("a1", 4, 0, 30)), of("b", whole("b1", 2, 10, 50)));
    Runner run = run(jobs, "fifo-skip-first-fit", queue("a", 2), queue("b", 2));
    assertThat(run.start("b1")).isEqualTo(30);
    assertThat(run.outcomes.reason(run.row("b1"))).isEqualTo(WaitReason.QUOTA_EXHAUSTED);
  }

  /** Checkpoints every 10 s: at 25, a1 (since 0) would lose 5, a2 (since 3) 2, a3 (since 4) 1. */
  @Test
  void reclaim_takesThoseThatLoseLeastWork() {
    JobTable jobs =
        table(
            of("a", whole("a1", 1, 0, 100)),
            of("a", whole("a2", 1, 3, 100)),
            of("a", whole("a3", 1, 4, 100)),
            of("b", whole("b1", 2, 25, 5)));
    Runner run =
        run(
            Fleets.single(1, 3),
            jobs,
            Policies.find("fifo-preempt-first-fit").orElseThrow(),
            new CheckpointRule(10, 0, 0),
            queue("a", 1),
            queue("b", 2));
    assertThat(run.start("b1")).isEqualTo(25);
    assertThat(run.outcomes.interruptions(run.row("a1"))).isZero();
    assertThat(run.outcomes.interruptions(run.row("a2"))).isEqualTo(1);
    assertThat(run.outcomes.interruptions(run.row("a3"))).isEqualTo(1);
  }

  /** a1 and a3 must not be preempted, and a2 has run 30 s only at 31. */
  @Test
  void reclaim_leavesGuaranteedRunsAndSparedJobs() {
    JobTable jobs =
        table(
            of("a", whole("a1", 2, 0, 100).withPreemptible(false)),
            of("a", whole("a2", 1, 1, 100)),
            of("a", whole("a3", 1, 2, 100).withPreemptible(false)),
            of("b", whole("b1", 1, 10, 5)));
    Runner run =
        run(
            Fleets.single(1, 4),
            jobs,
            Policies.find("fifo-preempt-first-fit").orElseThrow().withMinRunSeconds(30),
            CheckpointRule.FREE,
            queue("a", 2),
            queue("b", 2));
    assertThat(run.start("b1")).isEqualTo(31);
    assertThat(run.outcomes.interruptions(run.row("a2"))).isEqualTo(1);
  }

  /** b has what is its own already, and takes nothing from a beyond it. */
  @Test
  void borrower_reclaimsNothing() {
    JobTable jobs =
        table(
            of("a", gang("a1", 3, 0, 30)),
            of("b", whole("b1", 1, 1, 50)),
            of("b", whole("b2", 1, 2, 5)));
    Runner run = run(jobs, "fifo-preempt-first-fit", queue("a", 3), queue("b", 1));
    assertThat(run.outcomes.interruptions()).isZero();
    assertThat(run.start("b2")).isEqualTo(30);
  }

  /**
   * vision borrows from nlp within research, which is within its own; prod may not take from it,
   * nlp may.
   */
  @Test
  void reclaim_goesLevelByLevel() {
    JobTable jobs =
        table(
            of("research/vision", whole("v1", 1, 0, 100)),
            of("research/vision", whole("v2", 1, 0, 100)),
            of("prod", whole("p1", 2, 0, 100)),
            of("prod", whole("p2", 1, 5, 100)),
            of("research/nlp", whole("n1", 1, 10, 20)));
    Runner run =
        run(
            jobs,
            "fifo-preempt-first-fit",
            queue("research", 2),
            queue("research/vision", 1),
            queue("research/nlp", 1),
            queue("prod", 2));
    assertThat(run.start("n1")).isEqualTo(10);
    assertThat(run.outcomes.interruptions(run.row("v2"))).isEqualTo(1);
    assertThat(run.outcomes.interruptions()).isEqualTo(1);
    assertThat(run.start("p2")).isEqualTo(100);
  }

  /** Of its own queue the urgent job takes the place of the other; b's within its own stays. */
  @Test
  void priority_preemptsInTheOwnQueueOnly() {
    JobTable jobs =
        table(
            of("a", whole("a1", 2, 0, 100)),
            of("b", whole("b1", 2, 0, 100)),
            of("a", whole("urgent", 2, 10, 5).withPriority(1)));
    Runner run = run(jobs, "priority-preempt-first-fit", queue("a", 2), queue("b", 2));
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(run.outcomes.interruptions(run.row("a1"))).isEqualTo(1);
    assertThat(run.outcomes.interruptions(run.row("b1"))).isZero();
  }

  /**
   * The gang of three is before the others of its queue but would borrow one more than they: it
   * would only have to give way in turn.
   */
  @Test
  void gangThatWouldBorrow_takesNoPlaceInItsQueue() {
    JobTable jobs =
        table(
            of("b", whole("b1", 2, 0, 100)),
            of("a", gang("large", 3, 1, 10)),
            of("a", whole("small", 2, 2, 60)));
    Runner run = run(jobs, "fifo-preempt-first-fit", queue("a", 2), queue("b", 2));
    assertThat(run.start("small")).isEqualTo(2);
    assertThat(run.start("large")).isEqualTo(100);
    Runner other =
        run(
            table(
                of("a", whole("low", 2, 0, 60)), of("a", gang("large", 3, 1, 10).withPriority(1))),
            "priority-preempt-first-fit",
            queue("a", 2),
            queue("b", 2));
    assertThat(other.start("large")).isEqualTo(60);
  }

  /** The fleet has room, the quotas of the cohort have not: who borrows gives way for the quota. */
  @Test
  void reclaim_ofQuotaAlone() {
    JobTable jobs =
        table(
            of("a", whole("a1", 2, 0, 100)),
            of("a", whole("a2", 1, 1, 100)),
            of("b", whole("b1", 1, 10, 5)));
    Runner run =
        run(
            Fleets.single(2, 4),
            jobs,
            Policies.find("fifo-preempt-first-fit").orElseThrow(),
            CheckpointRule.FREE,
            queue("a", 2),
            queue("b", 1));
    assertThat(run.start("b1")).isEqualTo(10);
    assertThat(run.outcomes.interruptions(run.row("a2"))).isEqualTo(1);
    assertThat(run.outcomes.endSeconds(run.row("a2"))).isEqualTo(106);
  }
}
