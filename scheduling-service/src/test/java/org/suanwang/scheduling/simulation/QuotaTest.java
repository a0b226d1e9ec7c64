package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.simulation.QuotaRuns.forTenant;
import static org.suanwang.scheduling.simulation.QuotaRuns.queue;
import static org.suanwang.scheduling.simulation.QuotaRuns.result;
import static org.suanwang.scheduling.simulation.QuotaRuns.run;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.share;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.QueueResult;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Quotas and borrowing on a few devices, worked out by hand. */
class QuotaTest {
  /** Two devices of the four are b's; a has used its two when its third job comes. */
  @Test
  void queueWithoutALimitToBorrow_mayNotPassItsQuota() {
    JobTable jobs =
        table(
            forTenant("a", whole("a1", 1, 0, 10)),
            forTenant("a", whole("a2", 1, 0, 20)),
            forTenant("a", whole("a3", 1, 1, 10)),
            forTenant("b", whole("b1", 1, 2, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2, 0.0, null), queue("b", 2));
    assertThat(run.start("a3")).isEqualTo(10);
    assertThat(run.start("b1")).isEqualTo(2);
    int waited = run.row("a3");
    assertThat(run.outcomes.reason(waited)).isEqualTo(WaitReason.QUOTA_EXHAUSTED);
    assertThat(run.input.tree().path(run.outcomes.reasons().queue(waited))).isEqualTo("a");
    assertThat(run.outcomes.reasons().shortTasks(waited)).isEqualTo(1);
    assertThat(result(run, "a").jobsKeptByQuotas()).isEqualTo(1);
  }

  /** a borrows one for 9 s: the second that it wants is beyond its limit. */
  @Test
  void borrowing_goesAsFarAsTheLimit() {
    JobTable jobs =
        table(
            forTenant("a", whole("a1", 2, 0, 10)),
            forTenant("a", whole("a2", 1, 1, 20)),
            forTenant("a", whole("a3", 1, 2, 10)));
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
            forTenant("a", gang("a1", 3, 0, 10)),
            forTenant("a", gang("a2", 1, 0, 10)),
            forTenant("b", gang("b", 1, 1, 5)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2), queue("b", 2, null, 1.0));
    assertThat(run.start("a1")).isZero();
    assertThat(run.start("a2")).isEqualTo(10);
    assertThat(run.start("b")).isEqualTo(1);
    assertThat(run.input.tree().path(run.outcomes.reasons().queue(run.row("a2")))).isEqualTo("a");
  }

  /** Its quota and what it may borrow make three: the gang is told at once, not after hours. */
  @Test
  void gangBeyondQuotaAndLimit_isRejectedAtOnce() {
    JobTable jobs =
        table(forTenant("a", gang("large", 4, 5, 10)), forTenant("a", gang("fits", 3, 6, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2, 1.0, null), queue("b", 2));
    int large = run.row("large");
    assertThat(run.outcomes.state(large)).isEqualTo(JobState.REJECTED);
    assertThat(run.outcomes.reason(large)).isEqualTo(WaitReason.EXCEEDS_QUOTA);
    assertThat(run.outcomes.reasons().shortTasks(large)).isEqualTo(1);
    assertThat(run.input.tree().path(run.outcomes.reasons().queue(large))).isEqualTo("a");
    assertThat(run.start("fits")).isEqualTo(6);
  }

  /** It comes when all others have ended, and is in no bound. */
  @Test
  void rejectedJob_movesNoBound() {
    JobTable jobs =
        table(forTenant("a", gang("fits", 2, 0, 10)), forTenant("a", gang("large", 4, 500, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2));
    assertThat(new BoundFinder(run.input, Checkpoint.NONE).find().makespanSecondsMin())
        .isEqualTo(10);
  }

  /** research has three; vision borrows one of nlp's, but nothing from prod beyond research. */
  @Test
  void innerQueue_boundsWhatThoseBelowBorrow() {
    JobTable jobs =
        table(
            forTenant("research/vision", whole("v1", 2, 0, 10)),
            forTenant("research/vision", whole("v2", 1, 0, 20)),
            forTenant("research/vision", whole("v3", 1, 1, 5)),
            forTenant("research/nlp", whole("n", 1, 2, 5)));
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
    assertThat(run.input.tree().path(run.outcomes.reasons().queue(kept))).isEqualTo("research");
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
            forTenant("t", job("one", 1, any, 0, 10)),
            forTenant("t", job("two", 1, any, 1, 10)),
            forTenant("t", job("three", 1, any, 2, 10)),
            forTenant("t", job("four", 1, any, 3, 10)));
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
            forTenant("a", share("one", 400, 0, 10)),
            forTenant("a", share("two", 600, 0, 20)),
            forTenant("a", share("three", 1, 1, 5)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 1, 0.0, null));
    assertThat(run.start("two")).isZero();
    assertThat(run.start("three")).isEqualTo(10);
  }

  /** A queue that is not named below one that is: it has nothing of its own and borrows. */
  @Test
  void queueThatIsNotNamed_borrowsFromTheOneAbove() {
    JobTable jobs =
        table(forTenant("a/x", whole("x", 1, 0, 10)), forTenant("a/y", whole("y", 2, 0, 10)));
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
            forTenant("a", whole("a1", 2, 0, 10)),
            forTenant("a", whole("a2", 2, 1, 10)),
            forTenant("a", whole("a3", 1, 2, 1)),
            forTenant("b", whole("b1", 2, 3, 10)),
            forTenant("b", whole("b2", 1, 4, 10)));
    Runner run = run(jobs, "fifo-first-fit", queue("a", 2, 0.0, null), queue("b", 3));
    assertThat(run.start("b1")).isEqualTo(3);
    assertThat(run.start("a2")).isEqualTo(10);
    assertThat(run.outcomes.reason(run.row("b2"))).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    assertThat(run.start("b2")).isEqualTo(13);
  }
}
