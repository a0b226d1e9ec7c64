package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.simulation.QuotaRuns.queue;
import static org.suanwang.scheduling.simulation.QuotaRuns.run;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.table;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Who waits for quota alone is not passed for ever; worked out by hand. */
class QuotaHeadTest {
  private static Job of(String tenant, Job job) {
    return job.withTenant(tenant);
  }

  private static Job told(Job job, long estimate) {
    return job.withTerms(job.terms().withEstimate(estimate));
  }

  private static Runner onEight(JobTable jobs, String policy, QueueSetting... queues) {
    return run(
        Fleets.single(1, 8),
        jobs,
        Policies.find(policy).orElseThrow(),
        CheckpointRule.FREE,
        queues);
  }

  /**
   * Of eight devices four are a's. One runs to 100 when four are asked for at 10; every 40 s comes
   * a job for one that takes 60 s, so that one always runs. Those of 20 and 40 end by 100; that of
   * 60 would not.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-easy-first-fit",
        "fifo-conservative-first-fit",
        "drf-fifo-easy-first-fit",
        "drf-fifo-conservative-first-fit",
        "fair-tree-fifo-easy-best-fit",
        "priority-easy-first-fit",
        "fifo-easy-preempt-first-fit"
      })
  void gangOfItsQueue_isNotPassedByAStreamOfSmallJobs(String policy) {
    List<Job> all = new ArrayList<>();
    all.add(of("a", gang("runs", 1, 0, 100)));
    Job wide = of("a", gang("wide", 4, 10, 50));
    all.add(wide.withTerms(wide.terms().withPriority(1)));
    for (int i = 0; i < 100; i++) {
      all.add(of("a", gang("small" + i, 1, 20 + 20 * i, 60)));
    }
    JobTable jobs = JobTable.of(all);
    Runner run = onEight(jobs, policy, queue("a", 4, 0.0, null), queue("b", 4, 0.0, null));
    assertThat(run.start("small0")).isEqualTo(20);
    assertThat(run.start("small1")).isEqualTo(40);
    assertThat(run.outcomes.reason(run.row("wide"))).isEqualTo(WaitReason.QUOTA_EXHAUSTED);
    assertThat(run.outcomes.reason(run.row("small2"))).isEqualTo(WaitReason.BEHIND_RESERVATION);
    assertThat(run.start("wide")).isEqualTo(100);
    assertThat(run.start("small2")).isEqualTo(150);
  }

  /** What b has of its own is not what a waits for: its jobs start at once, however long. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "fifo-conservative-first-fit"})
  void otherQueue_thatDoesNotTouchTheLimit_goesOn(String policy) {
    JobTable jobs =
        table(
            of("a", gang("runs", 1, 0, 100)),
            of("a", gang("wide", 4, 10, 50)),
            of("b", gang("b1", 2, 20, 500)),
            of("b", gang("b2", 2, 30, 500)),
            of("a", gang("small", 1, 40, 61)));
    Runner run = onEight(jobs, policy, queue("a", 4, 0.0, null), queue("b", 4, 0.0, null));
    assertThat(run.start("b1")).isEqualTo(20);
    assertThat(run.start("b2")).isEqualTo(30);
    assertThat(run.start("wide")).isEqualTo(100);
    assertThat(run.start("small")).isEqualTo(150);
  }

  /**
   * a borrows all eight when b's two end at 100: until then b may use its four, but not for longer,
   * and when b's third comes nothing of a runs that could hinder it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "fifo-conservative-first-fit"})
  void borrower_waitsForWhatTheOtherUses_andIsNotPassedAgain(String policy) {
    JobTable jobs =
        table(
            of("b", gang("b1", 2, 0, 100)),
            of("a", gang("wide", 8, 10, 50)),
            of("b", gang("short", 1, 20, 80)),
            of("b", gang("long", 1, 30, 71)));
    Runner run = onEight(jobs, policy, queue("a", 4), queue("b", 4));
    assertThat(run.start("short")).isEqualTo(20);
    assertThat(run.outcomes.reason(run.row("long"))).isEqualTo(WaitReason.BEHIND_RESERVATION);
    assertThat(run.start("wide")).isEqualTo(100);
    assertThat(run.start("long")).isEqualTo(150);
  }

  /** b lends two of its four: a, which wants six, leaves it the other two. */
  @Test
  void whatIsNotLent_isNobodysToWaitFor() {
    JobTable jobs =
        table(
            of("a", gang("runs", 1, 0, 100)),
            of("a", gang("wide", 6, 10, 50)),
            of("b", gang("kept", 2, 20, 500)),
            of("b", gang("lent", 1, 30, 500)));
    Runner run = onEight(jobs, "fifo-easy-first-fit", queue("a", 4), queue("b", 4, null, 2.0));
    assertThat(run.start("kept")).isEqualTo(20);
    assertThat(run.start("wide")).isEqualTo(100);
    assertThat(run.start("lent")).isEqualTo(150);
  }

  /** Where b may take back what is its own, it does not wait for one who would borrow it. */
  @Test
  void withPreemption_whoStaysWithinItsOwnIsNotHeldUpByABorrower() {
    JobTable jobs =
        table(
            of("b", gang("b1", 2, 0, 100)),
            of("a", gang("wide", 8, 10, 50)),
            of("b", gang("long", 2, 30, 200)));
    Runner run = onEight(jobs, "fifo-easy-preempt-first-fit", queue("a", 4), queue("b", 4));
    assertThat(run.start("long")).isEqualTo(30);
    assertThat(run.start("wide")).isEqualTo(230);
    assertThat(onEight(jobs, "fifo-easy-first-fit", queue("a", 4), queue("b", 4)).start("long"))
        .isEqualTo(150);
  }

  /** The quota of research is short until 100, that of vision below it is not. */
  @Test
  void limitAbove_holdsUpAllQueuesBelowIt() {
    JobTable jobs =
        table(
            of("research/nlp", gang("runs", 3, 0, 100)),
            of("research/vision", gang("wide", 4, 10, 50)),
            of("research/nlp", gang("long", 1, 20, 90)),
            of("research/nlp", gang("short", 1, 20, 80)),
            of("prod", gang("other", 4, 20, 500)));
    Runner run =
        onEight(
            jobs,
            "fifo-easy-first-fit",
            queue("research", 4, 0.0, null),
            queue("research/vision", 2),
            queue("research/nlp", 2),
            queue("prod", 4, 0.0, null));
    assertThat(run.start("other")).isEqualTo(20);
    assertThat(run.start("short")).isEqualTo(20);
    assertThat(run.start("wide")).isEqualTo(100);
    assertThat(run.start("long")).isEqualTo(150);
  }

  /** It leaves three when two are wanted: the one of 20 may run for ever, that of 30 may not. */
  @Test
  void whatTheHeadLeaves_isForWhoeverComes() {
    JobTable jobs =
        table(
            of("a", gang("runs", 3, 0, 100)),
            of("a", gang("pair", 2, 10, 50)),
            of("a", gang("one", 1, 20, 1000)),
            of("a", gang("two", 1, 100, 1000)));
    Runner run = onEight(jobs, "fifo-easy-first-fit", queue("a", 4, 0.0, null));
    assertThat(run.start("one")).isEqualTo(20);
    assertThat(run.start("pair")).isEqualTo(100);
    assertThat(run.start("two")).isEqualTo(100);
  }

  /** Told 100, it ends at 40: the pair has its quota then. Told 20, it runs to 100. */
  @Test
  void estimatesWrongEitherWay_moveTheTime() {
    QueueSetting own = queue("a", 4, 0.0, null);
    Job wide = of("a", gang("wide", 4, 10, 50));
    Job small = of("a", gang("small", 1, 12, 30));
    Runner early =
        onEight(
            table(told(of("a", gang("runs", 1, 0, 40)), 100), wide, small),
            "fifo-easy-first-fit",
            own);
    assertThat(early.start("small")).isEqualTo(12);
    assertThat(early.start("wide")).isEqualTo(42);
    Runner late =
        onEight(
            table(
                told(of("a", gang("runs", 1, 0, 100)), 20),
                wide,
                small,
                of("b", gang("wakes", 1, 30, 1)),
                of("a", gang("later", 1, 40, 1))),
            "fifo-easy-first-fit",
            own,
            queue("b", 4, 0.0, null));
    assertThat(late.start("small")).isEqualTo(100 + 50);
    assertThat(late.start("later")).isEqualTo(40);
    assertThat(late.start("wide")).isEqualTo(100);
  }

  /** With two of its four it is over after 100, with one it leaves the three that are wanted. */
  @Test
  void elasticJob_startsWithAsManyTasksAsAreLeft() {
    Job elastic = of("a", gang("elastic", 2, 20, 60));
    JobTable jobs =
        table(
            of("a", gang("runs", 2, 0, 60)),
            of("a", gang("wide", 3, 10, 50)),
            elastic.withTerms(elastic.terms().withTasksMin(1)));
    Runner run = onEight(jobs, "fifo-easy-first-fit", queue("a", 4, 0.0, null));
    assertThat(run.log()).contains("20 STARTED elastic on h/a nodes [0] devices [2]");
    assertThat(run.start("wide")).isEqualTo(60);
  }

  /** Only type a is short of quota: who can go to b does, and on it holds up nobody. */
  @Test
  void jobThatWouldTakeQuotaOfOneType_goesToTheOther() {
    Fleet fleet = Fleets.of(Fleets.hub("h", Fleets.pool("a", 1, 4), Fleets.pool("b", 1, 4)));
    TaskRequest any = new TaskRequest(1, 0, 0, 0, List.of(), null);
    QueueSetting limited = new QueueSetting("t", 1, List.of(new QueueQuota("a", 3000, 0L, null)));
    JobTable jobs =
        table(
            of("t", gang("runs", 1, 0, 100)),
            of("t", gang("wide", 3, 10, 50)),
            of("t", job("any", 1, any, 20, 500)));
    Runner run =
        run(
            fleet,
            jobs,
            Policies.find("fifo-easy-first-fit").orElseThrow(),
            CheckpointRule.FREE,
            limited);
    assertThat(run.log()).contains("20 STARTED any on h/b");
    assertThat(run.start("wide")).isEqualTo(100);
  }
}
