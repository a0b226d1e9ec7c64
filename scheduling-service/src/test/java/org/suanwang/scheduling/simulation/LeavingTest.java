package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.metrics.Deadlines;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.JobTerms;

/** Jobs that leave before their end, fail or are stopped at it, worked out by hand. */
class LeavingTest {
  private static Job timed(
      Job job, @Nullable Long deadline, @Nullable Long startTimeout, @Nullable Long cancelAfter) {
    return job.withTerms(job.terms().withTimes(deadline, startTimeout, cancelAfter));
  }

  private static Job ending(Job job, JobEnding ending) {
    return job.withTerms(job.terms().withEnding(ending));
  }

  private static JobState state(Runner run, String id) {
    return run.outcomes.state(run.row(id));
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  private static RunMetrics metrics(Runner run) {
    return RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1);
  }

  /** The wide gang bars the head of the queue until 31; then the one behind it starts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-conservative-first-fit",
        "fifo-easy-first-fit",
        "edf-first-fit",
        "fair-tree-fifo-first-fit"
      })
  void headThatHasNotStartedInTime_makesWay(String policy) {
    JobTable jobs =
        table(
            whole("running", 1, 0, 100),
            timed(whole("wide", 2, 1, 50), null, 30L, null),
            whole("behind", 1, 2, 200));
    Runner run = Runner.run(Fleets.single(1, 2), jobs, policy);
    boolean passes = policy.startsWith("edf") || policy.equals("fifo-easy-first-fit");
    assertThat(state(run, "wide")).isEqualTo(JobState.TIMED_OUT);
    assertThat(end(run, "wide")).isEqualTo(31);
    assertThat(run.start("behind")).isEqualTo(passes ? run.start("behind") : 31);
    assertThat(run.start("behind")).isLessThanOrEqualTo(31);
    RunMetrics metrics = metrics(run);
    assertThat(metrics.jobsTimedOut()).isEqualTo(1);
    assertThat(metrics.jobsWaiting()).isZero();
    assertThat(run.jobsUnfinished()).isEqualTo(1);
  }

  @Test
  void jobThatStartsInTime_isNotWithdrawn() {
    JobTable jobs =
        table(whole("running", 2, 0, 30), timed(whole("patient", 2, 1, 50), null, 30L, null));
    Runner run = Runner.run(Fleets.single(1, 2), jobs, "fifo-first-fit");
    assertThat(run.start("patient")).isEqualTo(30);
    assertThat(end(run, "patient")).isEqualTo(80);
  }

  /** The devices come back at the very second of the timeout, which is too late. */
  @Test
  void atTheTimeoutItself_itIsTooLate() {
    JobTable jobs =
        table(whole("running", 2, 0, 31), timed(whole("patient", 2, 1, 50), null, 30L, null));
    Runner run = Runner.run(Fleets.single(1, 2), jobs, "fifo-first-fit");
    assertThat(state(run, "patient")).isEqualTo(JobState.TIMED_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-skip-first-fit",
        "fifo-easy-best-fit",
        "fifo-conservative-first-fit",
        "fifo-preempt-first-fit",
        "drf-fifo-skip-first-fit",
        "drf-fifo-preempt-first-fit"
      })
  void cancelledWhileItRuns_givesItsDevicesBack(String policy) {
    JobTable jobs =
        table(timed(whole("running", 2, 0, 100), null, null, 40L), whole("next", 2, 1, 50));
    Runner run = Runner.run(Fleets.single(1, 2), jobs, policy);
    assertThat(state(run, "running")).isEqualTo(JobState.CANCELLED);
    assertThat(end(run, "running")).isEqualTo(40);
    assertThat(run.start("next")).isEqualTo(40);
    RunMetrics metrics = metrics(run);
    assertThat(metrics.jobsCancelled()).isEqualTo(1);
    assertThat(metrics.allocation()).isEqualTo(1);
    assertThat(metrics.lostDeviceHours()).isZero();
    assertThat(metrics.makespanSeconds()).isEqualTo(90);
  }

  /** It waits from 1 to 21 and is not waited for afterwards. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-first-fit",
        "fifo-skip-first-fit",
        "fifo-easy-first-fit",
        "fifo-conservative-first-fit",
        "fifo-preempt-first-fit",
        "drf-fifo-first-fit",
        "drf-fifo-preempt-first-fit"
      })
  void cancelledWhileItWaits_waitsNoLonger(String policy) {
    JobTable jobs =
        table(whole("running", 2, 0, 100), timed(whole("waiting", 2, 1, 50), null, null, 20L));
    Runner run = Runner.run(Fleets.single(1, 2), jobs, policy);
    assertThat(state(run, "waiting")).isEqualTo(JobState.CANCELLED);
    assertThat(run.outcomes.startSeconds(run.row("waiting"))).isEqualTo(JobOutcomes.NEVER);
    assertThat(run.end.lastEventSeconds()).isEqualTo(100);
    RunMetrics metrics = metrics(run);
    assertThat(metrics.makespanSeconds()).isEqualTo(100);
    assertThat(metrics.waitReasons().stream().mapToLong(w -> w.seconds()).sum()).isEqualTo(20);
    assertThat(metrics.waitReasons().stream().mapToLong(w -> w.jobsAtEnd()).sum()).isZero();
    double waited = run.series(100).points().stream().mapToDouble(p -> p.jobsWaiting()).sum();
    assertThat(waited).isEqualTo(20);
  }

  /** It runs from 0 to 10, gives way, and is cancelled at 40 while the urgent one runs. */
  @Test
  void cancelledAfterItGaveWay_waitsNoLonger() {
    JobTable jobs =
        table(
            timed(whole("low", 2, 0, 100), null, 5L, 40L),
            whole("urgent", 2, 10, 90).withPriority(1));
    Runner run = Runner.run(Fleets.single(1, 2), jobs, "priority-preempt-first-fit");
    assertThat(state(run, "low")).isEqualTo(JobState.CANCELLED);
    assertThat(end(run, "low")).isEqualTo(40);
    assertThat(run.outcomes.heldSeconds(run.row("low"), 1000)).isEqualTo(10);
    assertThat(metrics(run).waitReasons().stream().mapToLong(w -> w.seconds()).sum()).isEqualTo(30);
  }

  @Test
  void programThatFails_endsAtItsWorkAndDoesNotComplete() {
    JobTable jobs =
        table(
            ending(gang("fails", 1, 0, 10), JobEnding.FAILS),
            ending(gang("stopped", 1, 0, 20), JobEnding.STOPPED),
            gang("completes", 1, 0, 30));
    Runner run = Runner.run(Fleets.single(1, 3), jobs, "fifo-first-fit");
    assertThat(state(run, "fails")).isEqualTo(JobState.CRASHED);
    assertThat(state(run, "stopped")).isEqualTo(JobState.STOPPED);
    RunMetrics metrics = metrics(run);
    assertThat(List.of(metrics.jobsCrashed(), metrics.jobsStopped(), metrics.jobsCompleted()))
        .containsOnly(1);
    assertThat(metrics.completion().mean()).isEqualTo(30);
    Bounds bounds = new BoundFinder(run.input, Checkpoint.NONE).find(run::isUnfinished);
    assertThat(bounds.makespanSecondsMin()).isEqualTo(30);
    assertThat(bounds.completionSecondsMeanMin()).isEqualTo(30);
  }

  /** The cancelled job is not waited for: 30 s is what the other one takes. */
  @Test
  void jobThatLeaves_takesOnlyItselfFromTheMakespanBound() {
    JobTable jobs =
        table(timed(whole("cancelled", 2, 0, 500), null, null, 20L), whole("stays", 2, 0, 30));
    Runner run = Runner.run(Fleets.single(1, 2), jobs, "fifo-first-fit");
    assertThat(end(run, "stays")).isEqualTo(50);
    Bounds bounds = new BoundFinder(run.input, Checkpoint.NONE).find(run::isUnfinished);
    assertThat(bounds.makespanSecondsMin()).isEqualTo(30);
    assertThat(bounds.completionSecondsMeanMin()).isNull();
    assertThat(bounds.withheldBecause()).contains("left before the end of their work: 1;");
  }

  /** Two of three deadlines that count are met; tardiness is (0 + 0 + 20) ÷ 3. */
  @Test
  void deadlines_areCountedByWhatBecameOfTheJobs() {
    JobTable jobs =
        table(
            timed(whole("in-time", 2, 0, 10), 10L, null, null),
            timed(whole("early", 2, 0, 10), 90L, null, null),
            timed(whole("late", 2, 0, 10), 10L, null, null),
            timed(whole("cancelled", 2, 0, 500), 500L, null, 60L),
            whole("without", 2, 0, 10));
    Runner run = Runner.run(Fleets.single(1, 2), jobs, "fifo-first-fit");
    assertThat(metrics(run).deadlines()).isEqualTo(new Deadlines(3, 2, 1, 0, 2.0 / 3, 20.0 / 3));
  }

  @Test
  void earliestDeadlineFirst_meetsWhatFifoMisses() {
    JobTable jobs =
        table(
            whole("running", 2, 0, 10),
            whole("whenever", 2, 1, 100),
            timed(whole("later", 2, 2, 10), 40L, null, null),
            timed(whole("soon", 2, 3, 10), 20L, null, null));
    Runner byDeadline = Runner.run(Fleets.single(1, 2), jobs, "edf-first-fit");
    assertThat(end(byDeadline, "soon")).isEqualTo(20);
    assertThat(end(byDeadline, "later")).isEqualTo(30);
    assertThat(end(byDeadline, "whenever")).isEqualTo(130);
    Runner byArrival = Runner.run(Fleets.single(1, 2), jobs, "fifo-first-fit");
    assertThat(metrics(byArrival).deadlines()).extracting(Deadlines::met).isEqualTo(0);
  }

  @Test
  void timesAndEndings_areKeptByTheTable() {
    JobTerms terms = JobTerms.USUAL.withTimes(7L, 8L, 9L).withEnding(JobEnding.STOPPED);
    JobTable jobs = table(whole("job", 1, 100, 5).withTerms(terms));
    assertThat(jobs.deadlineSeconds(0)).isEqualTo(107);
    assertThat(jobs.startTimeoutSeconds(0)).isEqualTo(108);
    assertThat(jobs.cancelSeconds(0)).isEqualTo(109);
    assertThat(jobs.job(0).terms()).isEqualTo(terms);
  }
}
