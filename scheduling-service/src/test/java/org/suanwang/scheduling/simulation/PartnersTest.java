package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.table;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.throughput.SharingRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Two jobs on the devices of one. */
class PartnersTest {
  private static final int SEEDS = 10;
  private static final int JOBS = 60;
  private static final String[] CLASSES = {"a", "b", "c"};
  private static final List<String> POLICIES =
      List.of(
          "gavel-las-sharing",
          "gavel-fifo-sharing",
          "gavel-ftf-sharing",
          "gavel-makespan-sharing",
          "gandiva",
          "matching-sharing");

  private static Job job(String id, String jobClass, int devices, long at, long work) {
    TaskRequest request = new TaskRequest(devices, 0, 0, 0, List.of(), null);
    return new Job(id, jobClass, null, false, 1, request, at, work);
  }

  private static ThroughputRule sharing(SharingRow... rows) {
    return ThroughputRule.NONE.withSharing(List.of(rows));
  }

  private static SharingRow row(String jobClass, String beside, double share) {
    return new SharingRow(jobClass, beside, null, share, "test");
  }

  private static SimulationInput input(
      FleetLayout layout, JobTable jobs, String policy, CheckpointRule cost, ThroughputRule rule) {
    return new SimulationInput(
            layout,
            jobs,
            Policies.find(policy + "-rounds-first-fit").orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            cost)
        .withThroughput(rule);
  }

  private static Runner run(JobTable jobs, String policy, ThroughputRule rule) {
    FleetLayout layout = new FleetLayout(Fleets.single(1, 1));
    SimulationInput input = input(layout, jobs, policy, CheckpointRule.FREE, rule);
    Invariants invariants = new Invariants(layout, jobs);
    Runner run = Runner.run(input, invariants);
    invariants.checkEmptyEnd();
    return run;
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  /** 100 s at 0.8 and the 40 left of the longer one at full speed. */
  @Test
  void twoOnOneDevice_goOnAsTold_andTheLastAtFullSpeed() {
    JobTable jobs = table(job("short", "a", 1, 0, 80), job("long", "a", 1, 0, 120));
    Runner run = run(jobs, "gavel-las-sharing", sharing(row("a", "a", 0.8)));
    assertThat(end(run, "short")).isEqualTo(100);
    assertThat(end(run, "long")).isEqualTo(140);
    assertThat(run.outcomes.interruptions()).isZero();
    assertThat(run.log())
        .contains("0 PARTNER_CHANGED short on h/a nodes [0] devices [0] shared")
        .contains("0 STARTED long on h/a nodes [0] devices [0] shared")
        .contains("100 PARTNER_CHANGED long on h/a nodes [0] devices [0]\n");
  }

  /** Of 140 s of the one device 100 were shared; nothing is counted twice. */
  @Test
  void deviceTime_isHeldByHalves() {
    JobTable jobs = table(job("short", "a", 1, 0, 80), job("long", "a", 1, 0, 120));
    Runner run = run(jobs, "gavel-las-sharing", sharing(row("a", "a", 0.8)));
    assertThat(run.outcomes.heldMilliDeviceSeconds(0, Long.MAX_VALUE)).isEqualTo(50_000);
    assertThat(run.outcomes.heldMilliDeviceSeconds(1, Long.MAX_VALUE)).isEqualTo(90_000);
    assertThat(run.outcomes.resizes(1)).isZero();
  }

  @Test
  void bothEndAtOnce_withoutAnEventOfGoingOnAlone() {
    JobTable jobs = table(job("one", "a", 1, 0, 80), job("two", "a", 1, 0, 80));
    Runner run = run(jobs, "gavel-las-sharing", sharing(row("a", "a", 0.8)));
    assertThat(end(run, "one")).isEqualTo(100);
    assertThat(end(run, "two")).isEqualTo(100);
    assertThat(run.log()).containsOnlyOnce("PARTNER_CHANGED");
  }

  /** The first has no share of its own any more, and goes on where the two were. */
  @Test
  void firstInFirstOut_goesOnWhenItsPartnerHasEnded() {
    JobTable jobs = table(job("long", "a", 1, 0, 2000), job("short", "a", 1, 0, 80));
    Runner run = run(jobs, "gavel-fifo-sharing", sharing(row("a", "a", 0.8)));
    assertThat(end(run, "short")).isEqualTo(100);
    assertThat(end(run, "long")).isEqualTo(100 + 1920);
    assertThat(run.outcomes.interruptions()).isZero();
  }

  /**
   * A plan takes the node at 100, when each has done 80: one that is saved at a preemption; and
   * with checkpoints each 1,000 s both begin again.
   */
  @ParameterizedTest
  @CsvSource({"0, 350", "1000, 450"})
  void bothThatGiveWay_keepAsMuch(long interval, long end) {
    FleetLayout layout = new FleetLayout(Fleets.single(1, 1));
    JobTable jobs = table(job("one", "a", 1, 0, 200), job("two", "a", 1, 0, 200));
    Maintenance plan = new Maintenance("h", null, null, 100, 200, 0, false);
    SimulationInput input =
        new SimulationInput(
                layout,
                jobs,
                Policies.find("gavel-las-sharing-rounds-first-fit").orElseThrow(),
                SimulationLimits.WIDEST,
                EstimateRule.RUN_ON,
                new CheckpointRule(interval, 0, 0),
                new OutageRule(List.of(), List.of(plan), null),
                0)
            .withThroughput(sharing(row("a", "a", 0.8)));
    Runner run = Runner.run(input);
    assertThat(end(run, "one")).isEqualTo(end);
    assertThat(end(run, "two")).isEqualTo(end);
  }

  @Test
  void classesOfWhichNothingIsTold_takeTurns() {
    JobTable jobs = table(job("one", "a", 1, 0, 720), job("two", "b", 1, 0, 720));
    Runner run = run(jobs, "gavel-las-sharing", sharing(row("a", "a", 0.8)));
    assertThat(run.log()).doesNotContain("PARTNER_CHANGED");
    assertThat(end(run, "two")).isEqualTo(1440);
  }

  /** Two alike would share; their CPU does not let them, so that one waits for its round. */
  @Test
  void nodeWithoutCpuForTwo_takesOne() {
    FleetLayout layout =
        new FleetLayout(Fleets.of(Fleets.hub("h", new Pool("a", 1, 1, 3000, 0, null))));
    TaskRequest request = new TaskRequest(1, 0, 2000, 0, List.of(), null);
    JobTable jobs =
        table(
            new Job("one", "a", null, false, 1, request, 0, 100),
            new Job("two", "a", null, false, 1, request, 0, 100));
    SimulationInput input =
        input(layout, jobs, "gavel-las-sharing", CheckpointRule.FREE, sharing(row("a", "a", 0.8)));
    Invariants invariants = new Invariants(layout, jobs);
    Runner run = Runner.run(input, invariants);
    invariants.checkEmptyEnd();
    assertThat(end(run, "two")).isEqualTo(200);
  }

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> POLICIES.stream().map(policy -> Arguments.of(seed, policy)));
  }

  private static ThroughputRule draw(SplittableRandom random) {
    List<SharingRow> rows = new ArrayList<>();
    for (int i = 0; i < CLASSES.length; i++) {
      for (int j = i; j < CLASSES.length; j++) {
        if (random.nextInt(4) > 0) {
          rows.add(row(CLASSES[i], CLASSES[j], 0.3 + random.nextInt(8) / 10.0 * 0.9));
          if (i != j) {
            rows.add(row(CLASSES[j], CLASSES[i], 0.3 + random.nextInt(8) / 10.0 * 0.9));
          }
        }
      }
    }
    return ThroughputRule.NONE.withSharing(rows);
  }

  private static JobTable drawJobs(SplittableRandom random) {
    List<Job> jobs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < JOBS; i++) {
      at += random.nextInt(600);
      int devices = 1 + random.nextInt(10) / 8;
      String jobClass = CLASSES[random.nextInt(CLASSES.length)];
      jobs.add(job("j" + i, jobClass, devices, at, 1 + random.nextInt(4000)));
    }
    return JobTable.of(jobs);
  }

  /**
   * Follows by its own books who is beside whom: only where told, and each does its work in the
   * time it holds devices, at the speeds told, but for what interruptions cost and for parts of
   * seconds.
   */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void work_isDoneAtTheSpeedsTold(int seed, String policy) {
    SplittableRandom random = new SplittableRandom(seed);
    ThroughputRule rule = draw(random);
    JobTable jobs = drawJobs(random);
    FleetLayout layout = new FleetLayout(Fleets.single(2 + seed % 3, 2));
    CheckpointRule cost = new CheckpointRule(0, seed % 4, seed % 3 * 5L);
    SimulationInput input = input(layout, jobs, policy, cost, rule);
    Invariants invariants = new Invariants(layout, input.jobs());
    WorkBooks books = new WorkBooks(jobs, rule, cost);
    Runner run =
        Runner.run(
            input,
            event -> {
              invariants.accept(event);
              books.accept(event);
            });
    invariants.checkEmptyEnd();
    books.check();
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
    Bounds bounds = new BoundFinder(input, Checkpoint.NONE).find();
    assertThat(bounds.makespanSecondsMin())
        .isNotNull()
        .isLessThanOrEqualTo(run.end.lastEventSeconds() - jobs.submitSeconds(0));
  }

  static List<String> policies() {
    return POLICIES;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void moreJobsThanDevices_shareThem(String policy) {
    JobTable jobs =
        table(job("one", "a", 1, 0, 700), job("two", "a", 1, 0, 700), job("three", "a", 1, 0, 700));
    Runner run = run(jobs, policy, sharing(row("a", "a", 0.8)));
    assertThat(run.log()).contains("PARTNER_CHANGED");
    assertThat(run.end.lastEventSeconds()).isLessThan(3 * 700);
  }

  /** Gangs over nodes of several hubs that fail and are cancelled, under maintenance too. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void failuresAndCancellations_keepAllInvariants(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    FleetLayout layout = new FleetLayout(draw.drawFleet());
    JobTable jobs = draw.drawLeaving(draw.drawWhole(draw.drawJobs(JOBS), 3));
    OutageRule outages =
        new OutageRule(
            List.of(new Reliability(Level.DEVICE, null, 1.5, 0.02)),
            List.of(new Maintenance("hub-0", null, 2, 100, 300, seed % 4 * 25L, false)),
            seed % 3 == 0 ? 3 : null);
    List<String> classes = jobs.toList().stream().map(Job::jobClass).distinct().toList();
    List<SharingRow> rows =
        classes.stream()
            .flatMap(a -> classes.stream().map(b -> row(a, b, 0.4 + seed / 20.0)))
            .toList();
    SimulationInput input =
        new SimulationInput(
                layout,
                jobs,
                Policies.find(policy + "-rounds-best-fit").orElseThrow(),
                SimulationLimits.WIDEST,
                EstimateRule.RUN_ON,
                new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5),
                outages,
                seed)
            .withThroughput(ThroughputRule.NONE.withSharing(rows));
    Invariants invariants = new Invariants(layout, input.jobs());
    Runner run = Runner.run(input, invariants);
    invariants.checkEmptyEnd();
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
  }
}
