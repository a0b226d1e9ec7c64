package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.OutageSchedule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Schedules with outages worked out by hand, and laws that failures must keep. */
class OutageTest {
  private static SimulationInput input(
      Fleet fleet, JobTable jobs, String policy, OutageRule rule, long seed, long horizon) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find(policy).orElseThrow(),
        new SimulationLimits(horizon, 1_000_000),
        EstimateRule.RUN_ON,
        CheckpointRule.FREE,
        rule,
        seed);
  }

  private static OutageRule plans(Maintenance... plans) {
    return new OutageRule(List.of(), List.of(plans), null);
  }

  private static OutageRule failing(
      Level level, double mtbf, double mttr, @Nullable Integer retriesMax) {
    return new OutageRule(List.of(new Reliability(level, null, mtbf, mttr)), List.of(), retriesMax);
  }

  private static long widest() {
    return SimulationLimits.WIDEST.horizonSeconds();
  }

  /** From 20 on nothing starts on the first node; what runs there goes on to 50. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-first-fit", "fifo-skip-best-fit", "las-preempt-best-fit"})
  void nodesThatAreDrained_takeNoNewJobs(String policy) {
    Maintenance plan = new Maintenance("h", null, 1, 50, 80, 30, false);
    JobTable jobs =
        table(
            whole("early", 1, 0, 45),
            whole("other", 2, 0, 60),
            whole("late", 1, 25, 10),
            whole("wide", 2, 26, 10));
    Fleet fleet = Fleets.single(2, 2);
    Runner run = Runner.run(input(fleet, jobs, policy, plans(plan), 1, widest()), e -> {});
    assertThat(run.outcomes.endSeconds(0)).isEqualTo(45);
    assertThat(run.outcomes.startSeconds(2)).isEqualTo(60);
    assertThat(run.outcomes.reason(2)).isEqualTo(WaitReason.DRAINING);
    assertThat(run.outcomes.preemptions(0)).isZero();
    assertThat(run.outcomes.startSeconds(3)).isEqualTo(70);
  }

  /** Two drains of one node lie over each other; it takes jobs again when both are over. */
  @Test
  void drainsOverEachOther_endWithTheLast() {
    OutageRule rule =
        plans(
            new Maintenance("h", null, null, 30, 40, 20, false),
            new Maintenance("h", null, null, 45, 50, 20, false));
    JobTable jobs = table(whole("first", 1, 12, 5));
    Runner run =
        Runner.run(input(Fleets.single(1, 2), jobs, "fifo-first-fit", rule, 1, widest()), e -> {});
    assertThat(run.outcomes.startSeconds(0)).isEqualTo(50);
  }

  /** Racks of two nodes: with one, the gang of four in the other rack goes on. */
  @Test
  void rackThatFails_takesItsNodesWithIt() {
    Pool pool = new Pool("a", 4, 2, 0, 0, Fleets.PRICE, 2);
    Fleet fleet = Fleets.of(Fleets.hub("h", pool));
    OutageRule rule =
        new OutageRule(List.of(new Reliability(Level.RACK, null, 1, 0.5)), List.of(), null);
    JobTable jobs = table(gang("left", 4, 0, 72_000), gang("right", 4, 0, 72_000));
    SimulationInput input = input(fleet, jobs, "fifo-first-fit", rule, 3, 100_000);
    Runner run = Runner.run(input, new Invariants(input.layout(), jobs));
    assertThat(run.outcomes.failures(0) + run.outcomes.failures(1)).isPositive();
    assertThat(OutageSchedule.count(run.input.layout(), rule.reliability().getFirst()))
        .isEqualTo(2);
    assertThat(run.outcomes.downTime().deviceSeconds(100_000) % 4)
        .as("four devices at a time")
        .isZero();
  }

  /** The job does 10 s before the plan, and the other 90 after it; the node is down for 20. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-first-fit", "fifo-skip-first-fit", "las-preempt-first-fit"})
  void maintenance_interruptsAndKeepsTheWork(String policy) {
    Maintenance plan = new Maintenance("h", null, null, 10, 30, false);
    JobTable jobs = table(whole("long", 2, 0, 100));
    Fleet fleet = Fleets.single(1, 2);
    Runner run = Runner.run(input(fleet, jobs, policy, plans(plan), 1, widest()), e -> {});
    assertThat(run.outcomes.endSeconds(0)).isEqualTo(120);
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, 120, 1);
    assertThat(metrics.preemptions()).isEqualTo(1);
    assertThat(metrics.jobFailures()).isZero();
    assertThat(metrics.lostDeviceHours()).isZero();
    assertThat(metrics.downDeviceHours()).isEqualTo(2 * 20 / 3600.0);
    assertThat(metrics.waitReasons())
        .anySatisfy(
            w -> {
              assertThat(w.reason()).isEqualTo(WaitReason.PREEMPTED);
              assertThat(w.seconds()).isEqualTo(20);
            });
  }

  /** The pair gives way to the plan for one of its nodes, and the other is free for who waits. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-skip-first-fit", "smallest-first-first-fit"})
  void nodeThatAnInterruptionFrees_isTakenAtOnce(String policy) {
    OutageRule rule = plans(new Maintenance("h", null, 1, 100, 5000, false));
    JobTable jobs = table(gang("pair", 2, 0, 1000), whole("single", 1, 5, 50));
    Runner run = Runner.run(input(Fleets.single(2, 1), jobs, policy, rule, 1, widest()), e -> {});
    assertThat(run.start("single")).isEqualTo(100);
  }

  /** 10 to 30 and 20 to 40 make 10 to 40; a third plan elsewhere leaves the node alone. */
  @Test
  void overlappingPlans_endWithTheLast() {
    Fleet fleet = Fleets.of(Fleets.hub("h", Fleets.pool("a", 1, 2)), Fleets.hub("g"));
    OutageRule rule =
        plans(
            new Maintenance("h", "a", 1, 20, 40, false),
            new Maintenance("h", null, null, 10, 30, false));
    JobTable jobs = table(whole("first", 1, 0, 10), whole("late", 2, 15, 5));
    Runner run = Runner.run(input(fleet, jobs, "fifo-first-fit", rule, 1, widest()), e -> {});
    assertThat(run.outcomes.endSeconds(run.row("first"))).isEqualTo(10);
    assertThat(run.outcomes.interruptions()).isZero();
    assertThat(run.start("late")).isEqualTo(40);
    assertThat(run.outcomes.downTime().deviceSeconds(45)).isEqualTo(60);
  }

  /** One of the two nodes is down: the narrow job goes on, the wide one waits for both. */
  @Test
  void partOfAHub_leavesTheRestInUse() {
    OutageRule rule = plans(new Maintenance("h", null, 1, 5, 50, false));
    JobTable jobs = table(whole("narrow", 1, 0, 20), gang("wide", 2, 1, 10));
    Runner run =
        Runner.run(
            input(Fleets.single(2, 1), jobs, "fifo-skip-first-fit", rule, 1, widest()), e -> {});
    assertThat(run.outcomes.endSeconds(run.row("narrow"))).isEqualTo(20);
    assertThat(run.start("wide")).isEqualTo(50);
    assertThat(run.outcomes.endSeconds(run.row("wide"))).isEqualTo(60);
  }

  @Test
  void failuresBeyondTheRetries_endTheJob() {
    JobTable jobs = table(whole("hopeless", 1, 0, 3600 * 1000));
    OutageRule rule = failing(Level.DEVICE, 1, 0.1, 2);
    Runner run =
        Runner.run(input(Fleets.single(1, 1), jobs, "fifo-first-fit", rule, 7, widest()), e -> {});
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1);
    assertThat(run.outcomes.state(0)).isEqualTo(JobState.FAILED);
    assertThat(metrics.jobsFailed()).isEqualTo(1);
    assertThat(metrics.jobFailures()).isEqualTo(3);
    assertThat(metrics.preemptions()).isZero();
    assertThat(run.jobsUnfinished()).isEqualTo(1);
    assertThat(metrics.waitReasons())
        .anySatisfy(w -> assertThat(w.reason()).isEqualTo(WaitReason.FAILED));
  }

  @Test
  void jobThatNeverEnds_reachesTheLimitAndIsToldWhatToChange() {
    JobTable jobs = table(whole("hopeless", 1, 0, 3600 * 1000));
    OutageRule rule = failing(Level.NODE, 1, 0.1, null);
    SimulationInput endless =
        new SimulationInput(
            new FleetLayout(Fleets.single(1, 1)),
            jobs,
            Policies.find("fifo-first-fit").orElseThrow(),
            new SimulationLimits(widest(), 1000),
            EstimateRule.RUN_ON,
            CheckpointRule.FREE,
            rule,
            7);
    assertThatThrownBy(() -> Runner.run(endless))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("more than 1000 events")
        .hasMessageContaining("checkpoint.intervalSeconds");
  }

  /** Restarts from nothing: a job of work W holds devices for (e^(λW) − 1) / λ on the average. */
  @Test
  void restartsWithoutCheckpoints_lastAsLongAsTheory() {
    int count = 2000;
    long work = 36_000;
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(whole("job-" + i, 1, 0, work));
    }
    OutageRule rule = failing(Level.DEVICE, 10, 0.5, null);
    Fleet fleet = Fleets.single(count, 1);
    Runner run =
        Runner.run(input(fleet, JobTable.of(jobs), "fifo-skip-first-fit", rule, 3, widest()));
    double sum = 0;
    double squares = 0;
    for (int job = 0; job < count; job++) {
      double held = run.outcomes.heldSeconds(job, Long.MAX_VALUE);
      sum += held;
      squares += held * held;
    }
    double mean = sum / count;
    double error = Math.sqrt((squares / count - mean * mean) / count);
    assertThat(mean).isCloseTo((Math.E - 1) * 36_000, Offset.offset(4 * error));
  }

  /** Alternating renewal: up for 10 h, down for 2 h on the average, 5/6 of the time up. */
  @ParameterizedTest
  @ValueSource(strings = {"DEVICE", "NODE", "HUB"})
  void availability_isThatOfTheory(Level level) {
    long horizon = 3600L * 2000;
    OutageRule rule = failing(level, 10, 2, null);
    Fleet fleet =
        level == Level.HUB
            ? Fleets.of(Fleets.hub("h", Fleets.pool("a", 1, 1)))
            : Fleets.single(40, 1);
    double runs = level == Level.HUB ? 40 : 1;
    double down = 0;
    for (int seed = 0; seed < runs; seed++) {
      Runner run =
          Runner.run(
              input(fleet, table(whole("a", 1, 0, 1)), "fifo-first-fit", rule, seed, horizon));
      down += run.outcomes.downTime().deviceSeconds(horizon);
    }
    double share = down / (horizon * 40.0);
    double error = Math.sqrt(2 * 10.0 * 10 * 2 * 2 / Math.pow(12, 3) / (2000 * 40));
    assertThat(share).isCloseTo(2.0 / 12, Offset.offset(4 * error));
  }

  private static List<String> changes(String policy) {
    List<String> changes = new ArrayList<>();
    JobTable jobs = table(whole("a", 1, 0, 90_000), whole("b", 1, 5, 9000), gang("c", 3, 9, 7000));
    EventSink sink =
        new EventSink() {
          @Override
          public void accept(Event event) {}

          @Override
          public void change(Withdrawal w) {
            changes.add(w.timeSeconds() + " " + w.node() + " " + w.isBack());
          }
        };
    OutageRule rule = failing(Level.DEVICE, 5, 1, null);
    Runner.run(input(Fleets.single(2, 2), jobs, policy, rule, 11, 200_000), sink);
    return changes;
  }

  @Test
  void failures_areTheSameUnderEveryPolicy() {
    List<String> strict = changes("fifo-first-fit");
    assertThat(strict).hasSizeGreaterThan(20);
    assertThat(changes("las-preempt-best-fit")).isEqualTo(strict);
    assertThat(changes("largest-first-skip-worst-fit")).isEqualTo(strict);
  }
}
