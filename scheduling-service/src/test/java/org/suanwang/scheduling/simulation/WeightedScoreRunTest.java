package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.TieRule;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Runs under weighted scores: by hand, and beside a scan of all nodes with formulas of its own. */
class WeightedScoreRunTest {
  private static final int JOBS = 120;

  private static SimulationInput input(FleetLayout layout, JobTable jobs, SchedulingPolicy policy) {
    return new SimulationInput(layout, jobs, policy, SimulationLimits.WIDEST, EstimateRule.RUN_ON);
  }

  /**
   * Two nodes of eight devices and one of four. Six devices are taken of the first; for two more it
   * scores 2 × 75, the second 5 × 37, the third 2 × 50 + 5 × 12: the second has most, and with 3
   * instead of 5 the first.
   */
  @Test
  void weights_decideBetweenNodes() {
    Fleet fleet = Fleets.of(Fleets.hub("h", Fleets.pool("a", 2, 8), Fleets.pool("a", 1, 4)));
    JobTable jobs = Jobs.table(Jobs.whole("six", 6, 0, 100), Jobs.whole("two", 2, 1, 100));
    assertThat(nodeOfTwo(fleet, jobs, "fifo-best-fit*2+worst-fit*5")).isEqualTo(1);
    assertThat(nodeOfTwo(fleet, jobs, "fifo-best-fit*2+worst-fit*3")).isZero();
  }

  private static int nodeOfTwo(Fleet fleet, JobTable jobs, String name) {
    SchedulingPolicy policy = Policies.find(name).orElseThrow().withTieRule(TieRule.LOWEST_NUMBER);
    List<Integer> nodes = new ArrayList<>();
    Runner.run(
        input(new FleetLayout(fleet), jobs, policy),
        event -> {
          if (event.kind() == EventKind.STARTED) {
            nodes.add(event.allocation().nodes()[0]);
          }
        });
    assertThat(nodes.getFirst()).isZero();
    return nodes.getLast();
  }

  static Stream<Arguments> seeds() {
    return IntStream.range(0, 60).mapToObj(Arguments::of);
  }

  /** Every job is of one task, and starts on a node of which none has a higher sum. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyStart_isOnANodeWithTheHighestSum(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FleetLayout layout = new FleetLayout(drawFleet(random));
    JobTable jobs = drawJobs(random);
    Map<String, Integer> weights = drawWeights(random);
    String score =
        Stream.of(
                "best-fit",
                "balanced-best-fit",
                "worst-fit",
                "dot-product",
                "device-packing",
                "device-clustering",
                "fragmentation-gradient-descent")
            .filter(weights::containsKey)
            .map(name -> name + (weights.getOrDefault(name, 1) == 1 ? "" : "*" + weights.get(name)))
            .collect(Collectors.joining("+"));
    TieRule tie = List.of(TieRule.values()).get(seed % 3);
    SchedulingPolicy policy =
        Policies.find("priority+sjf-skip-" + score).orElseThrow().withTieRule(tie);
    ScoreScan scan = new ScoreScan(layout, jobs, weights, tie);
    Runner.run(input(layout, jobs, policy), scan);
    assertThat(scan.starts).isEqualTo(JOBS);
    assertThat(scan.choices).as("starts with nodes that differ").isGreaterThan(JOBS / 10);
  }

  private static Fleet drawFleet(SplittableRandom random) {
    List<Pool> pools = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int cpu = 16_000 * (1 + random.nextInt(3));
      pools.add(new Pool("a", 2 + random.nextInt(4), 4 << i, cpu, 0, Fleets.PRICE));
    }
    return Fleets.of(
        Fleets.hub("one", pools.toArray(Pool[]::new)), Fleets.hub("two", pools.getFirst()));
  }

  private static JobTable drawJobs(SplittableRandom random) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      int cpu = 1_000 * random.nextInt(9);
      TaskRequest request =
          switch (random.nextInt(4)) {
            case 0 -> new TaskRequest(0, 0, cpu + 500, 0, List.of(), null);
            case 1 -> new TaskRequest(1 + random.nextInt(3), 0, cpu, 0, List.of("a"), null);
            default ->
                new TaskRequest(0, 100 * (1 + random.nextInt(8)), cpu, 0, List.of("a"), null);
          };
      Job job = Jobs.job("j" + i, 1, request, i * 2L, 1 + random.nextInt(120));
      jobs.add(job.withPriority(random.nextInt(3)));
    }
    return JobTable.of(jobs);
  }

  private static Map<String, Integer> drawWeights(SplittableRandom random) {
    List<String> names =
        new ArrayList<>(
            List.of(
                "best-fit",
                "balanced-best-fit",
                "worst-fit",
                "dot-product",
                "device-packing",
                "device-clustering",
                "fragmentation-gradient-descent"));
    Map<String, Integer> weights = new TreeMap<>();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      weights.put(names.remove(random.nextInt(names.size())), 1 + random.nextInt(4));
    }
    return weights;
  }
}
