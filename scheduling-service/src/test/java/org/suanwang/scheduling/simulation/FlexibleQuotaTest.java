package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.simulation.QuotaRuns.forTenant;
import static org.suanwang.scheduling.simulation.QuotaRuns.milli;
import static org.suanwang.scheduling.simulation.QuotaRuns.queue;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Elastic jobs and mixed gangs in queues with quotas, worked out by hand. */
class FlexibleQuotaTest {
  private static Job elastic(Job job, int atLeast) {
    return job.withTerms(job.terms().withTasksMin(atLeast));
  }

  private static Job plain(String id, int tasks, String type, long submit, long work) {
    return Jobs.job(id, tasks, TaskRequest.wholeDevices(1, type), submit, work);
  }

  private static QueueSetting ofTypes(String path, int ofA, int ofB) {
    return new QueueSetting(path, 1, List.of(of("a", ofA), of("b", ofB)));
  }

  private static QueueQuota of(@Nullable String type, int devices) {
    return new QueueQuota(type, milli(devices), null, null);
  }

  private static Runner run(Fleet fleet, JobTable jobs, String policy, QueueSetting... queues) {
    return QuotaRuns.run(
        fleet, jobs, Policies.find(policy).orElseThrow(), CheckpointRule.FREE, queues);
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  private static int resizes(Runner run, String id) {
    return run.outcomes.resizes(run.row(id));
  }

  private static int interruptions(Runner run, String id) {
    return run.outcomes.interruptions(run.row(id));
  }

  /** All four devices of a are free, but the queue may use one of them. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-first-fit", "drf-fifo-skip-best-fit", "fifo-preempt-first-fit"})
  void mixedGang_hasOfEachTypeWhatItsQuotaAllows(String policy) {
    JobTable jobs = table(forTenant("q", Mixed.gang("wide", 5, 0, 100)));
    Runner run = run(Mixed.pair(), jobs, policy, ofTypes("q", 1, 4));
    assertThat(run.log()).contains("STARTED wide on h/a+b nodes [0, 2, 3] devices [0, 4, 5, 6, 7]");
    assertThat(end(run, "wide")).as("at the pace of b").isEqualTo(200);
  }

  /**
   * One task of two devices on node 0; for the other node 1 is as good, but of a there is no more.
   */
  @Test
  void mixedGang_isOfferedNoNodesOfATypeOfWhichItHasAllThatItMay() {
    Fleet fleet =
        Mixed.fleet(
            Fleets.hub("h", Mixed.pool("a", 1, 2), Mixed.pool("a", 1, 6), Mixed.pool("b", 1, 6)));
    Job pair = Mixed.mixed(Jobs.job("pair", 2, Mixed.request(2, List.of()), 1, 100));
    JobTable jobs =
        table(
            forTenant("p", Jobs.job("x", 1, TaskRequest.wholeDevices(3, "a"), 0, 100)),
            forTenant("p", Jobs.job("y", 1, TaskRequest.wholeDevices(3, "b"), 0, 100)),
            forTenant("q", pair));
    Runner run = run(fleet, jobs, "fifo-best-fit", ofTypes("p", 3, 3), ofTypes("q", 2, 4));
    assertThat(run.log()).contains("1 STARTED pair on h/a+b nodes [0, 2] devices [0, 1, 11, 12]");
  }

  /** Of five devices the fifth is one too many of all types together. */
  @Test
  void mixedGang_countsWithAllItsDevicesAgainstTheQuotaOfAllTypes() {
    JobTable jobs =
        table(
            forTenant("q", Mixed.gang("five", 5, 0, 100)),
            forTenant("q", Mixed.gang("four", 4, 0, 100)));
    QueueSetting four = new QueueSetting("q", 1, List.of(of(null, 4)));
    Runner run = run(Mixed.pair(), jobs, "fifo-first-fit", four);
    assertThat(run.outcomes.state(run.row("five"))).isEqualTo(JobState.REJECTED);
    assertThat(run.log()).contains("REJECTED five EXCEEDS_QUOTA short of 1");
    assertThat(end(run, "four")).isEqualTo(100);
  }

  /** There is room for it on a and b, but its queue uses the one of a that it may until 50. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-skip-first-fit", "fifo-preempt-first-fit"})
  void mixedGang_waitsForTheQuotaOfOneType(String policy) {
    JobTable jobs =
        table(
            forTenant("q", plain("on-a", 1, "a", 0, 50)),
            forTenant("q", Mixed.gang("wide", 5, 1, 100)));
    Runner run = run(Mixed.pair(), jobs, policy, ofTypes("q", 1, 4));
    assertThat(run.start("wide")).isEqualTo(50);
    assertThat(run.outcomes.reason(run.row("wide"))).isEqualTo(WaitReason.QUOTA_EXHAUSTED);
  }

  /** p holds two of a that are q's; only who started last of them gives way. */
  @Test
  void mixedGang_takesBackOfTheTypeThatIsBorrowed() {
    JobTable jobs =
        table(
            forTenant("p", plain("a1", 2, "a", 0, 1000)),
            forTenant("p", plain("b1", 2, "b", 0, 1000)),
            forTenant("p", plain("a2", 2, "a", 1, 1000)),
            forTenant("q", Mixed.gang("wide", 4, 10, 100)));
    Runner run =
        run(Mixed.pair(), jobs, "fifo-preempt-first-fit", ofTypes("p", 2, 2), ofTypes("q", 2, 2));
    assertThat(run.start("wide")).isEqualTo(10);
    assertThat(interruptions(run, "a2")).isEqualTo(1);
    assertThat(interruptions(run, "a1") + interruptions(run, "b1")).isZero();
    assertThat(end(run, "a2")).as("from 210 with 991 left").isEqualTo(210 + 991);
  }

  /** Five would be three of one type, which are not q's own: it takes nothing back. */
  @Test
  void mixedGang_takesBackNoMoreOfATypeThanIsItsOwn() {
    JobTable jobs =
        table(
            forTenant("p", plain("a1", 2, "a", 0, 100)),
            forTenant("p", plain("b1", 2, "b", 0, 1000)),
            forTenant("p", plain("a2", 2, "a", 1, 1000)),
            forTenant("q", Mixed.gang("wide", 5, 10, 100)));
    Runner run =
        run(Mixed.pair(), jobs, "fifo-preempt-first-fit", ofTypes("p", 2, 2), ofTypes("q", 2, 2));
    assertThat(run.outcomes.interruptions()).isZero();
    assertThat(run.start("wide")).isEqualTo(1000);
  }

  /** A mixed gang that borrows two of a gives way whole, and starts again where it may. */
  @Test
  void mixedGang_thatBorrowsOfOneType_givesWay() {
    JobTable jobs =
        table(
            forTenant("p", Mixed.gang("wide", 6, 0, 100)),
            forTenant("q", plain("own", 2, "a", 20, 10)));
    Runner run =
        run(Mixed.pair(), jobs, "fifo-preempt-first-fit", ofTypes("p", 2, 2), ofTypes("q", 2, 2));
    assertThat(run.start("own")).isEqualTo(20);
    assertThat(interruptions(run, "wide")).isEqualTo(1);
    assertThat(run.log())
        .contains("20 STARTED wide on h/a+b nodes [1, 2, 3] devices [2, 3, 4, 5, 6, 7]");
    // By 20 it had done 10 of 100; it goes on at once with two more of b.
    assertThat(end(run, "wide")).isEqualTo(20 + 180);
  }

  /** Three of four tasks take 400 / 3 seconds. */
  @Test
  void elasticJob_startsWithWhatItsQuotaAllows() {
    JobTable jobs = table(forTenant("q", elastic(Jobs.gang("elastic", 4, 0, 100), 1)));
    Runner run = run(Fleets.single(2, 4), jobs, "fifo-skip-first-fit", queue("q", 3));
    assertThat(run.start("elastic")).isZero();
    assertThat(end(run, "elastic")).isEqualTo(134);
    assertThat(resizes(run, "elastic")).isZero();
  }

  /** With two of four it has done 25 by 50, when r's two can be borrowed; there is room always. */
  @Test
  void elasticJob_growsWhenQuotaComesBack_asFarAsItMayBorrow() {
    JobTable jobs =
        table(
            forTenant("r", whole("other", 2, 0, 50)),
            forTenant("q", elastic(Jobs.gang("elastic", 4, 0, 100), 1)));
    Fleet eight = Fleets.single(2, 4);
    Runner run = run(eight, jobs, "fifo-skip-first-fit", queue("q", 2), queue("r", 2));
    assertThat(end(run, "elastic")).isEqualTo(50 + 75);
    Runner limited =
        run(eight, jobs, "fifo-skip-first-fit", queue("q", 2, 1.0, null), queue("r", 2));
    assertThat(end(limited, "elastic")).isEqualTo(50 + 100);
  }

  /** It has borrowed two, gives them back from 10 to 30, and does 10 + 10 of 100 by then. */
  @Test
  void elasticJobOfABorrowingQueue_givesUpTasksBeforeAnyoneGivesWay() {
    JobTable jobs =
        table(
            forTenant("q", elastic(Jobs.gang("elastic", 4, 0, 100), 1)),
            forTenant("r", whole("own", 2, 10, 20)));
    Runner run =
        run(Fleets.single(1, 4), jobs, "fifo-preempt-first-fit", queue("q", 2), queue("r", 2));
    assertThat(run.start("own")).isEqualTo(10);
    assertThat(interruptions(run, "elastic")).isZero();
    assertThat(resizes(run, "elastic")).isEqualTo(2);
    assertThat(end(run, "elastic")).isEqualTo(30 + 80);
    assertThat(QuotaRuns.result(run, "q").quotas().getFirst().borrowedSeconds())
        .as("all but 10 to 30")
        .isEqualTo(90);
  }

  /** r asks for one device only: one task less, not two. */
  @Test
  void elasticJobOfABorrowingQueue_givesUpAsFewTasksAsWillDo() {
    JobTable jobs =
        table(
            forTenant("q", elastic(Jobs.gang("elastic", 4, 0, 100), 1)),
            forTenant("r", whole("own", 1, 10, 40)));
    Runner run =
        run(Fleets.single(1, 4), jobs, "fifo-preempt-first-fit", queue("q", 2), queue("r", 2));
    assertThat(end(run, "elastic")).isEqualTo(50 + 60);
  }

  /** The quotas promise more than there is: with two tasks q is within its own. */
  @Test
  void elasticJob_isNotTakenFromWithinItsOwn() {
    JobTable jobs =
        table(
            forTenant("q", elastic(Jobs.gang("elastic", 4, 0, 100), 1)),
            forTenant("r", whole("own", 3, 10, 20)));
    Runner run =
        run(Fleets.single(1, 4), jobs, "fifo-preempt-first-fit", queue("q", 2), queue("r", 3));
    assertThat(resizes(run, "elastic")).isZero();
    assertThat(run.start("own")).isEqualTo(100);
  }

  /** In one queue those of the later turn give up tasks, borrowed or not. */
  @Test
  void elasticJobOfTheSameQueue_givesUpTasksToAnEarlierTurn() {
    JobTable jobs =
        table(
            forTenant("q", elastic(Jobs.gang("elastic", 4, 0, 100), 1)),
            forTenant("q", whole("urgent", 3, 10, 40).withPriority(1)));
    Runner run = run(Fleets.single(1, 4), jobs, "priority-preempt-first-fit", queue("q", 4));
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(interruptions(run, "elastic")).isZero();
    assertThat(end(run, "elastic")).isEqualTo(50 + 80);
  }

  /** The gang of four gives way whole, but two of its devices are r's: with them it goes on. */
  @Test
  void elasticJobThatTakesBack_startsWithNoMoreThanItsOwn() {
    JobTable jobs =
        table(
            forTenant("q", Jobs.gang("gang", 4, 0, 100)),
            forTenant("r", elastic(Jobs.gang("elastic", 4, 10, 100), 1)));
    Runner run =
        run(Fleets.single(1, 4), jobs, "fifo-preempt-first-fit", queue("q", 2), queue("r", 2));
    assertThat(run.start("elastic")).isEqualTo(10);
    assertThat(end(run, "elastic")).as("with two of four").isEqualTo(210);
    assertThat(end(run, "gang")).isEqualTo(210 + 90);
  }

  /** x holds one device with an elastic job that wants four, y two: x has the next turn. */
  @Test
  void dominantShare_isOfWhatIsHeldNow() {
    JobTable jobs =
        table(
            forTenant("y", whole("y1", 2, 0, 200)),
            forTenant("z", whole("z1", 1, 0, 10)),
            forTenant("x", elastic(Jobs.gang("x1", 4, 0, 100), 1)),
            forTenant("y", whole("y2", 1, 5, 10)),
            forTenant("x", whole("x2", 1, 6, 10)));
    Runner run = Runner.run(Fleets.single(1, 4), jobs, "drf-fifo-skip-first-fit");
    assertThat(run.start("x1")).isZero();
    assertThat(run.start("x2")).isEqualTo(10);
    assertThat(run.start("y2")).isEqualTo(20);
  }
}
