package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.throughput.LevelFactor;
import org.suanwang.scheduling.throughput.ThroughputRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.RequestTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.WorkUnit;

/** Runs whose jobs last as long as throughputs say. */
class ThroughputRunTest {
  /**
   * Steps per second of ResNet-50 with a batch of 128 on one device, as printed in the table of
   * Narayanan et al., OSDI 2020 (simulation_throughputs.json of their repository).
   */
  private static final ThroughputRule RESNET_50 =
      ThroughputRule.NONE.withRows(
          List.of(
              resnet("v100", 2.4967655780898292),
              resnet("p100", 1.5843515911819712),
              resnet("k80", 0.3472236920519382)));

  private static final RequestTerms STEPS = RequestTerms.USUAL.withWork(WorkUnit.STEPS, null);

  private static ThroughputRow resnet(String type, double steps) {
    return new ThroughputRow("test", type, 1, null, steps, "OSDI 2020");
  }

  private static Job steps(String id, String type, int tasks, long submit, long steps) {
    TaskRequest request = TaskRequest.wholeDevices(1, type).withTerms(STEPS);
    return Jobs.job(id, tasks, request, submit, steps);
  }

  private static SimulationInput input(Fleet fleet, JobTable jobs, String policy) {
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs,
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON);
  }

  private static Runner run(Fleet fleet, JobTable jobs, String policy, ThroughputRule rule) {
    return Runner.run(input(fleet, jobs, policy).withThroughput(rule), event -> {});
  }

  @ParameterizedTest
  @CsvSource({"v100, 40052", "p100, 63118", "k80, 287999"})
  void stepsOfResNet50_lastStepsOverThePrintedRate(String type, long seconds) {
    Fleet fleet = Fleets.of(hub("h", pool("v100", 1, 1), pool("p100", 1, 1), pool("k80", 1, 1)));
    Runner run =
        run(fleet, Jobs.table(steps("j", type, 1, 0, 100_000)), "fifo-first-fit", RESNET_50);
    assertThat(run.end.lastEventSeconds()).isEqualTo(seconds);
    assertThat(run.input.jobs().workSeconds(0)).isEqualTo(seconds);
  }

  /** Four devices do 20 steps a second together, one does 10: 1,000 steps with what is free. */
  @ParameterizedTest
  @CsvSource({"1, 100", "2, 50", "3, 34", "4, 50"})
  void elasticJob_isAsFastAsWasMeasuredOfWhatItHolds(int free, long seconds) {
    ThroughputRule rows = ThroughputRule.NONE.withRows(List.of(row(1, 10), row(4, 20)));
    assertThat(elastic(free, rows)).isEqualTo(seconds);
  }

  /** Nothing was measured of fewer: in proportion, parts of a second against it. */
  @ParameterizedTest
  @CsvSource({"1, 200", "3, 67", "4, 50"})
  void elasticJob_isSlowerInProportionWhereNothingWasMeasured(int free, long seconds) {
    assertThat(elastic(free, ThroughputRule.NONE.withRows(List.of(row(4, 20))))).isEqualTo(seconds);
  }

  private static Job elastic(long steps) {
    Job rigid = steps("j", "v100", 4, 0, steps);
    return rigid.withTerms(rigid.terms().withTasksMin(1));
  }

  private static ThroughputRow row(int devices, double steps) {
    return new ThroughputRow("test", "v100", devices, null, steps, "made up");
  }

  /** How long 1,000 steps take of a gang of four that is content with one; the bound holds. */
  private static long elastic(int free, ThroughputRule rows) {
    Fleet fleet = Fleets.of(hub("h", pool("v100", free, 1)));
    JobTable jobs = Jobs.table(elastic(1_000));
    Runner run = run(fleet, jobs, "fifo-first-fit", rows);
    long end = run.end.lastEventSeconds();
    Long least = new BoundFinder(run.input, Checkpoint.NONE).find().makespanSecondsMin();
    assertThat(least).isLessThanOrEqualTo(end);
    return end;
  }

  /** Rows of any shape, also such as make fewer devices faster than more: no bound is above. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void elasticJobsByRandomRows_keepTheirBounds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ThroughputRow> rows = new ArrayList<>();
    IntStream.of(1, 2, 3, 4, 6)
        .filter(n -> random.nextBoolean() || n == 6)
        .forEach(n -> rows.add(row(n, 1 + random.nextInt(20))));
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int tasks = 1 + random.nextInt(6);
      Job rigid = steps("j" + i, "v100", tasks, random.nextInt(900), 1 + random.nextInt(2_000));
      jobs.add(rigid.withTerms(rigid.terms().withTasksMin(1 + random.nextInt(tasks))));
    }
    Fleet fleet = Fleets.of(hub("h", pool("v100", 8, 1)));
    for (String policy : List.of("fifo", "fifo-skip", "fifo-easy", "las-preempt")) {
      Runner run =
          run(fleet, JobTable.of(jobs), policy + "-first-fit", ThroughputRule.NONE.withRows(rows));
      RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1);
      Bounds bounds = new BoundFinder(run.input, Checkpoint.NONE).find();
      assertThat(metrics.jobsCompleted()).as(policy).isEqualTo(jobs.size());
      assertThat(bounds.makespanSecondsMin())
          .as(policy)
          .isLessThanOrEqualTo(metrics.makespanSeconds());
      assertThat(bounds.completionSecondsMeanMin())
          .as(policy)
          .isLessThanOrEqualTo(metrics.completion().mean());
    }
  }

  /** It grows when two come free at 20, with 200 of 1,000 steps done: 800 at 30 a second. */
  @Test
  void elasticJobThatGrows_goesOnAtTheRateOfWhatItHoldsThen() {
    Fleet fleet = Fleets.of(hub("h", pool("v100", 3, 1)));
    JobTable jobs =
        Jobs.table(
            Jobs.job("other", 2, TaskRequest.wholeDevices(1, "v100"), 0, 20), elastic(1_000));
    ThroughputRule rows = ThroughputRule.NONE.withRows(List.of(row(1, 10), row(4, 20)));
    Runner run = run(fleet, jobs, "fifo-first-fit", rows);
    assertThat(run.end.lastEventSeconds()).isEqualTo(20 + 27);
  }

  /** Nothing tells how fast the third would be where the second, the head, is to start. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-easy-first-fit",
        "fair-tree-fifo-easy-first-fit",
        "drf-fifo-conservative-first-fit"
      })
  void backfilling_asksOnlyWhereAJobMayRun(String policy) {
    Fleet fleet = Fleets.of(hub("h", pool("v100", 1, 1), pool("p100", 1, 1)));
    JobTable jobs =
        Jobs.table(
            steps("one", "v100", 1, 0, 1000),
            steps("head", "v100", 1, 1, 1000),
            steps("third", "p100", 1, 2, 1000));
    assertThat(run(fleet, jobs, policy, RESNET_50).start("third")).isEqualTo(2);
  }

  @Test
  void shortestWorkFirst_comparesStepsWithSeconds() {
    Fleet fleet = Fleets.of(hub("h", pool("v100", 1, 1)));
    JobTable jobs =
        Jobs.table(
            steps("running", "v100", 1, 0, 100),
            steps("long", "v100", 1, 1, 1000),
            Jobs.job("short", 1, TaskRequest.wholeDevices(1, "v100"), 2, 100));
    Runner run = run(fleet, jobs, "sjf-oracle-skip-first-fit", RESNET_50);
    assertThat(run.start("short")).isLessThan(run.start("long"));
  }

  /** Two nodes a rack, two racks a spine, eight nodes of one device in all. */
  private static Fleet racks() {
    Pool pool = new Pool("a", 8, 1, 0, 0, Fleets.PRICE, 2);
    return Fleets.of(new Hub("h", "h", null, List.of(pool), 2));
  }

  private static final ThroughputRule SLOWER =
      new ThroughputRule(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(
              new LevelFactor(TopologyLevel.RACK, 0.5, "test"),
              new LevelFactor(TopologyLevel.SPINE, 0.25, "test"),
              new LevelFactor(TopologyLevel.HUB, 0.125, "test")),
          List.of());

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 400", "4, 400", "5, 800"})
  void gang_lastsAsItsLevelSays(int devices, long seconds) {
    Runner run =
        run(racks(), Jobs.table(Jobs.gang("j", devices, 0, 100)), "fifo-first-fit", SLOWER);
    assertThat(run.end.lastEventSeconds()).isEqualTo(seconds);
    assertThat(new BoundFinder(run.input, () -> {}).find().makespanSecondsMin())
        .isLessThanOrEqualTo(seconds);
  }

  @Test
  void preemptedGang_keepsWhatItDidAtItsOwnRate() {
    JobTable jobs =
        Jobs.table(Jobs.gang("spread", 8, 0, 100), Jobs.gang("urgent", 8, 400, 10).withPriority(1));
    Runner run = run(racks(), jobs, "priority-preempt-first-fit", SLOWER);
    assertThat(run.start("urgent")).isEqualTo(400);
    assertThat(run.end.lastEventSeconds()).as("half was done").isEqualTo(400 + 80 + 400);
  }

  @Test
  void backfilledByEstimates_neverDelaysTheHeadWhereLevelsSlowDown() {
    JobTable jobs =
        Jobs.table(
            Jobs.gang("running", 6, 0, 10),
            Jobs.gang("head", 8, 1, 10),
            Jobs.gang("pair", 2, 2, 10),
            Jobs.gang("single", 1, 3, 70));
    Runner run = run(racks(), jobs, "fifo-easy-first-fit", SLOWER);
    assertThat(run.start("head")).isEqualTo(80);
    assertThat(run.start("single")).isEqualTo(3);
  }

  @Test
  void ruleThatLosesNothing_changesNothing() {
    JobTable jobs = Jobs.table(Jobs.gang("a", 3, 0, 50), Jobs.gang("b", 6, 1, 50));
    Runner plain = Runner.run(racks(), jobs, "fifo-first-fit");
    LevelFactor nothing = new LevelFactor(TopologyLevel.RACK, 1, "test");
    ThroughputRule rule =
        new ThroughputRule(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(nothing), List.of());
    assertThat(run(racks(), jobs, "fifo-first-fit", rule).hash).isEqualTo(plain.hash);
  }
}
