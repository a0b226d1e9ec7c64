package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.metrics.QueueResults;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Turns of queues, worked out by hand. */
class FairnessTest {
  private static SimulationInput input(
      Fleet fleet, List<Job> jobs, SchedulingPolicy policy, QueueSetting... queues) {
    return new SimulationInput(
            new FleetLayout(fleet),
            JobTable.of(jobs),
            policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON)
        .withQueues(new QueueRule(List.of(queues)));
  }

  private static Runner run(Fleet fleet, List<Job> jobs, String policy, QueueSetting... queues) {
    return Runner.run(input(fleet, jobs, Policies.find(policy).orElseThrow(), queues), event -> {});
  }

  private static QueueSetting weighted(String path, double weight) {
    return new QueueSetting(path, weight, List.of());
  }

  private static long startedAt(Runner run, String prefix, long time) {
    return run.log().lines().filter(l -> l.startsWith(time + " STARTED " + prefix)).count();
  }

  /** Ghodsi et al., NSDI 2011, section 4.1: 9 CPUs and 18 GB; A asks for <1, 4>, B for <3, 1>. */
  @Test
  void exampleOfThePaper_givesThreeTasksAndTwo() {
    Fleet fleet = Fleets.of(Fleets.hub("h", new Pool(null, 1, 0, 9_000, 18_000, null)));
    TaskRequest ofA = new TaskRequest(0, 0, 1_000, 4_000, List.of(), null);
    TaskRequest ofB = new TaskRequest(0, 0, 3_000, 1_000, List.of(), null);
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      jobs.add(job("A" + i, 1, ofA, 0, 100).withTenant("A"));
    }
    for (int i = 0; i < 10; i++) {
      jobs.add(job("B" + i, 1, ofB, 0, 100).withTenant("B"));
    }
    for (String discipline : List.of("", "skip-", "preempt-")) {
      Runner run = run(fleet, jobs, "drf-fifo-" + discipline + "first-fit");
      assertThat(startedAt(run, "A", 0)).as(discipline).isEqualTo(3);
      assertThat(startedAt(run, "B", 0)).as(discipline).isEqualTo(2);
    }
    assertThat(startedAt(run(fleet, jobs, "fifo-first-fit"), "A", 0)).isEqualTo(4);
  }

  /** Twelve devices: with weights 1 and 3 the second holds three times as many. */
  @Test
  void weights_divideDevicesAlike() {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      jobs.add(whole("A" + i, 1, 0, 100).withTenant("A"));
      jobs.add(whole("B" + i, 1, 0, 100).withTenant("B"));
    }
    Runner run =
        run(Fleets.single(1, 12), jobs, "drf-fifo-first-fit", weighted("A", 1), weighted("B", 3));
    assertThat(startedAt(run, "A", 0)).isEqualTo(3);
    assertThat(startedAt(run, "B", 0)).isEqualTo(9);
  }

  /**
   * One device. A holds it until 100, then nobody until 200, when both want it: with a half-life of
   * 100 s A's 100 device-seconds count 100·h/ln 2·(1 − 1/2)/100, so B is first; and then A, since B
   * has used more by its end.
   */
  @Test
  void decayedUsage_isHalfAfterAHalfLife() {
    List<Job> jobs =
        List.of(
            whole("A1", 1, 0, 100).withTenant("A"),
            whole("A2", 1, 200, 60).withTenant("A"),
            whole("A3", 1, 200, 60).withTenant("A"),
            whole("B1", 1, 200, 60).withTenant("B"),
            whole("B2", 1, 200, 60).withTenant("B"));
    SchedulingPolicy policy =
        Policies.find("fair-share-fifo-skip-first-fit").orElseThrow().withHalfLifeSeconds(100);
    Runner run = Runner.run(input(Fleets.single(1, 1), jobs, policy), event -> {});
    assertThat(run.start("B1")).isEqualTo(200);
    assertThat(run.start("A2")).isEqualTo(260);
    assertThat(run.start("B2")).isEqualTo(320);
    assertThat(run.start("A3")).isEqualTo(380);
  }

  /** The same numbers as a formula says: after rest, and while holding. */
  @Test
  void usage_decaysByHalfInAHalfLife() {
    SchedulingPolicy policy =
        Policies.find("fair-share-fifo-skip-first-fit").orElseThrow().withHalfLifeSeconds(100);
    SimulationInput input =
        input(Fleets.single(1, 4), List.of(whole("A", 4, 0, 50).withTenant("A")), policy);
    int leaf = input.tree().require("A");
    QueueUses uses = new QueueUses(input.tree(), input);
    uses.add(leaf, 0, 1, 0);
    double whileHeld = 4000 * 100 / Math.log(2) * (1 - Math.sqrt(0.5));
    assertThat(uses.of(leaf, 50).decayedUsage()).isCloseTo(whileHeld, Offset.offset(1e-6));
    uses.add(leaf, 0, -1, 50);
    assertThat(uses.of(leaf, 100).decayedUsage())
        .isCloseTo(whileHeld * Math.sqrt(0.5), Offset.offset(1e-6));
    assertThat(uses.of(leaf, 150).decayedUsage()).isCloseTo(whileHeld / 2, Offset.offset(1e-6));
    assertThat(uses.of(leaf, 150).fairShare()).isEqualTo(1);
  }

  /**
   * Two departments of the same weight; the first has two users. Compared at once, every user of
   * the first has half as much due; level by level the second department comes first as long as it
   * has used less, however its user stands beside each of the others.
   */
  @Test
  void fairTree_comparesDepartmentsBeforeUsers() {
    List<Job> jobs = new ArrayList<>();
    jobs.add(whole("x-before", 1, 0, 100).withTenant("one/x"));
    jobs.add(whole("z-before", 1, 0, 90).withTenant("two/z"));
    jobs.add(whole("filler", 1, 0, 200).withTenant("three/f"));
    jobs.add(whole("y", 3, 100, 10).withTenant("one/y"));
    jobs.add(whole("z", 3, 100, 10).withTenant("two/z"));
    Runner flat = run(Fleets.single(1, 3), jobs, "fair-share-fifo-first-fit");
    assertThat(flat.start("y")).isEqualTo(200);
    assertThat(flat.start("z")).isEqualTo(210);
    Runner tree = run(Fleets.single(1, 3), jobs, "fair-tree-fifo-first-fit");
    assertThat(tree.start("z")).isEqualTo(200);
    assertThat(tree.start("y")).isEqualTo(210);
  }

  @Test
  void fairShares_areProductsOfWeightsLevelByLevel() {
    var tree =
        new QueueRule(
            List.of(
                weighted("research", 2),
                weighted("research/vision", 3),
                weighted("research/nlp", 1),
                weighted("prod", 1)));
    var input =
        input(Fleets.single(1, 1), List.of(), Policies.find("fifo-first-fit").orElseThrow())
            .withQueues(tree);
    double[] shares = input.tree().fairShares();
    assertThat(shares[input.tree().require("research/vision")]).isEqualTo(2.0 / 3 * 3 / 4);
    assertThat(shares[input.tree().require("prod")]).isEqualTo(1.0 / 3);
  }

  /** A holds 100 device-seconds and B 300 of the same due: (400)² ÷ (2 · 100,000) = 0.8. */
  @Test
  void jainIndex_asByHand() {
    List<Job> jobs =
        List.of(
            whole("A", 1, 0, 100).withTenant("A"),
            whole("B", 3, 0, 100).withTenant("B"),
            whole("too-large", 9, 0, 100).withTenant("C"));
    Runner run = run(Fleets.single(1, 4), jobs, "fifo-first-fit");
    var results = new QueueResults(run.outcomes, run.input.tree(), 100);
    assertThat(results.jainIndex()).isEqualTo(0.8);
    assertThat(results.all().getFirst().shareOfUse()).isEqualTo(0.25);
  }
}
