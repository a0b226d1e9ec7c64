package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.simulation.QuotaRuns.forTenant;
import static org.suanwang.scheduling.simulation.QuotaRuns.queue;
import static org.suanwang.scheduling.simulation.QuotaRuns.result;
import static org.suanwang.scheduling.simulation.QuotaRuns.run;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Who gives devices back that were borrowed, worked out by hand on a few devices. */
class ReclaimTest {
  /**
   * The four devices are all a's while b wants none. b's two come back at 10: the jobs of a that
   * started last give way, and go on when a's first one ends.
   */
  @Test
  void reclaim_takesBackFromTheBorrowerWhatIsOwn() {
    JobTable jobs =
        table(
            forTenant("a", whole("a1", 2, 0, 30)),
            forTenant("a", whole("a2", 1, 1, 30)),
            forTenant("a", whole("a3", 1, 2, 30)),
            forTenant("b", whole("b1", 2, 10, 50)));
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
    JobTable jobs =
        table(forTenant("a", gang("a1", 4, 0, 30)), forTenant("b", whole("b1", 2, 10, 50)));
    Runner run = run(jobs, "fifo-skip-first-fit", queue("a", 2), queue("b", 2));
    assertThat(run.start("b1")).isEqualTo(30);
    assertThat(run.outcomes.reason(run.row("b1"))).isEqualTo(WaitReason.QUOTA_EXHAUSTED);
  }

  /** Of a's, 99 seconds on four devices are more than 100 on one, though the gang started later. */
  @Test
  void reclaim_sparesTheGangThatLosesMoreDeviceTime() {
    JobTable jobs =
        table(
            forTenant("a", whole("a1", 1, 0, 1000)),
            forTenant("a", gang("a4", 4, 1, 1000)),
            forTenant("b", whole("b1", 1, 100, 5)));
    Runner run =
        run(
            Fleets.single(1, 5),
            jobs,
            Policies.find("priority-preempt-first-fit").orElseThrow(),
            new CheckpointRule(5000, 0, 0),
            queue("a", 4),
            queue("b", 1));
    assertThat(run.start("b1")).isEqualTo(100);
    assertThat(run.outcomes.interruptions(run.row("a4"))).isZero();
    assertThat(run.outcomes.endSeconds(run.row("a1"))).isEqualTo(105 + 1000);
  }

  /** Checkpoints every 10 s: at 25, a1 (since 0) would lose 5, a2 (since 3) 2, a3 (since 4) 1. */
  @Test
  void reclaim_takesThoseThatLoseLeastWork() {
    JobTable jobs =
        table(
            forTenant("a", whole("a1", 1, 0, 100)),
            forTenant("a", whole("a2", 1, 3, 100)),
            forTenant("a", whole("a3", 1, 4, 100)),
            forTenant("b", whole("b1", 2, 25, 5)));
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
            forTenant("a", whole("a1", 2, 0, 100).withPreemptible(false)),
            forTenant("a", whole("a2", 1, 1, 100)),
            forTenant("a", whole("a3", 1, 2, 100).withPreemptible(false)),
            forTenant("b", whole("b1", 1, 10, 5)));
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

  /** It needs none of the devices of its queue, only the host that the other has. */
  @ParameterizedTest
  @ValueSource(strings = {"preempt", "strict-preempt", "easy-preempt"})
  void elasticJobWithoutDevices_takesTheHostOfALaterTurn(String discipline) {
    Fleet fleet = Fleets.of(hub("h", new Pool("a", 1, 2, 2_000, 0, Fleets.PRICE)));
    Job low = job("low", 1, new TaskRequest(1, 0, 2_000, 0, List.of("a"), null), 0, 50);
    Job high = job("high", 2, new TaskRequest(0, 0, 1_000, 0, List.of(), null), 10, 20);
    JobTable jobs =
        table(
            forTenant("q", low),
            forTenant("q", high.withTerms(high.terms().withTasksMin(1)).withPriority(9)));
    Runner run =
        run(
            fleet,
            jobs,
            Policies.find("priority-" + discipline + "-first-fit").orElseThrow(),
            CheckpointRule.FREE,
            queue("q", 2));
    assertThat(run.start("high")).isEqualTo(10);
    assertThat(run.outcomes.endSeconds(run.row("low"))).isEqualTo(70);
  }

  /** b has what is its own already, and takes nothing from a beyond it. */
  @Test
  void borrower_reclaimsNothing() {
    JobTable jobs =
        table(
            forTenant("a", gang("a1", 3, 0, 30)),
            forTenant("b", whole("b1", 1, 1, 50)),
            forTenant("b", whole("b2", 1, 2, 5)));
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
            forTenant("research/vision", whole("v1", 1, 0, 100)),
            forTenant("research/vision", whole("v2", 1, 0, 100)),
            forTenant("prod", whole("p1", 2, 0, 100)),
            forTenant("prod", whole("p2", 1, 5, 100)),
            forTenant("research/nlp", whole("n1", 1, 10, 20)));
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
            forTenant("a", whole("a1", 2, 0, 100)),
            forTenant("b", whole("b1", 2, 0, 100)),
            forTenant("a", whole("urgent", 2, 10, 5).withPriority(1)));
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
            forTenant("b", whole("b1", 2, 0, 100)),
            forTenant("a", gang("large", 3, 1, 10)),
            forTenant("a", whole("small", 2, 2, 60)));
    Runner run = run(jobs, "fifo-preempt-first-fit", queue("a", 2), queue("b", 2));
    assertThat(run.start("small")).isEqualTo(2);
    assertThat(run.start("large")).isEqualTo(100);
    Runner other =
        run(
            table(
                forTenant("a", whole("low", 2, 0, 60)),
                forTenant("a", gang("large", 3, 1, 10).withPriority(1))),
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
            forTenant("a", whole("a1", 2, 0, 100)),
            forTenant("a", whole("a2", 1, 1, 100)),
            forTenant("b", whole("b1", 1, 10, 5)));
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
