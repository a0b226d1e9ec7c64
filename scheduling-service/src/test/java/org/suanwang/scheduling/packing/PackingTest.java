package org.suanwang.scheduling.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.BalancedFit;
import org.suanwang.scheduling.policy.DeviceClustering;
import org.suanwang.scheduling.policy.DevicePacking;
import org.suanwang.scheduling.policy.DotProduct;
import org.suanwang.scheduling.policy.FragmentMeasure;
import org.suanwang.scheduling.policy.FragmentationGradientDescent;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.RandomPlacement;
import org.suanwang.scheduling.policy.TaskMix;
import org.suanwang.scheduling.policy.UsedNodeFirst;
import org.suanwang.scheduling.policy.WidestNode;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Packings of random workloads on random fleets: what must hold of all of them. */
class PackingTest {
  private static final int JOBS = 120;
  private static final List<Integer> SHARES = List.of(100, 250, 333, 460, 500, 700);

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  private static FleetLayout fleet(SplittableRandom random) {
    Pool[] pools = new Pool[3];
    for (int i = 0; i < pools.length; i++) {
      int devices = 1 << random.nextInt(4);
      pools[i] =
          new Pool(
              random.nextBoolean() ? "a" : "b",
              1 + random.nextInt(4),
              devices,
              random.nextInt(8_000, 96_000),
              random.nextInt(64_000, 512_000),
              Fleets.PRICE);
    }
    return new FleetLayout(Fleets.of(Fleets.hub("h", pools)));
  }

  private static JobTable jobs(SplittableRandom random) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      int kind = random.nextInt(10);
      int share = kind < 5 ? SHARES.get(random.nextInt(SHARES.size())) : 0;
      int devices = kind >= 5 && kind < 9 ? 1 << random.nextInt(4) : 0;
      List<String> types = random.nextInt(3) == 0 && kind < 9 ? List.of("a") : List.of();
      var request =
          new TaskRequest(
              devices,
              share,
              1_000 * random.nextInt(1, 9),
              1_024 * random.nextInt(1, 17),
              types,
              null);
      jobs.add(Jobs.job("job-" + i, 1, request, 0, 1));
    }
    return JobTable.of(jobs);
  }

  private static List<NodeScore> scores(FleetLayout layout, JobTable jobs, long seed) {
    WidestNode widest = WidestNode.of(layout);
    return List.of(
        new RandomPlacement(seed),
        new DotProduct(widest),
        BalancedFit.best(widest),
        BalancedFit.worst(widest),
        new DevicePacking(),
        new DeviceClustering(widest),
        new UsedNodeFirst(
            new FragmentationGradientDescent(new FragmentMeasure(TaskMix.typical(jobs, 0.95)))));
  }

  /** The same by asking every node every time. */
  private static List<Integer> slowly(
      FleetLayout layout, JobTable jobs, NodeScore score, TieBreak tie, int[] order) {
    var state = new ClusterState(layout);
    int[] nodes = Draws.shuffled(layout.nodes(), new SplittableRandom(tie.seed()));
    List<Integer> chosen = new ArrayList<>();
    for (int job : order) {
      TaskRequest request = jobs.request(job);
      int best = -1;
      for (int node : nodes) {
        if (isPossible(state, node, request)
            && (best < 0 || key(state, node, request, score) > key(state, best, request, score))) {
          best = node;
        }
      }
      chosen.add(best);
      if (best >= 0) {
        int group = state.pool(best).group();
        state.allocate(group, request, new int[] {best}, new int[] {1}, score::chooseDevice);
      }
    }
    return chosen;
  }

  private static boolean isPossible(ClusterView state, int node, TaskRequest request) {
    String type = state.pool(node).pool().deviceType();
    return state.tasksThatFit(node, request) > 0
        && (request.deviceTypes().isEmpty() || request.deviceTypes().contains(type));
  }

  private static int key(ClusterView state, int node, TaskRequest request, NodeScore score) {
    return score.score(state, node, request);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void remembersScores_asIfItAskedEachTime(int seed) {
    var random = new SplittableRandom(seed);
    FleetLayout layout = fleet(random);
    JobTable jobs = jobs(random);
    int[] order = IntStream.range(0, JOBS).toArray();
    var tie = new TieBreak.FixedOrder(seed);
    for (NodeScore score : scores(layout, jobs, seed).subList(1, 7)) {
      PackingResult result = new OnlinePacking(layout, jobs, score, tie).run(order);
      long dropped =
          slowly(layout, jobs, score, tie, order).stream().filter(node -> node < 0).count();
      assertThat((long) result.dropped()).as(score.name()).isEqualTo(dropped);
      assertThat(result.allocated())
          .as(score.name())
          .isCloseTo(placed(layout, jobs, score, tie, order), within(1e-12));
    }
  }

  private static double placed(
      FleetLayout layout, JobTable jobs, NodeScore score, TieBreak tie, int[] order) {
    List<Integer> chosen = slowly(layout, jobs, score, tie, order);
    long milli = 0;
    for (int i = 0; i < order.length; i++) {
      milli += chosen.get(i) < 0 ? 0 : jobs.milliDevices(order[i]);
    }
    return (double) milli / (1_000.0 * layout.devices());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void devices_areNeitherLostNorHandedOutTwice(int seed) {
    var random = new SplittableRandom(seed);
    FleetLayout layout = fleet(random);
    JobTable jobs = jobs(random);
    int[] order = Draws.shuffled(JOBS, random);
    for (NodeScore score : scores(layout, jobs, seed)) {
      PackingResult result =
          new OnlinePacking(layout, jobs, score, new TieBreak.Random(seed)).run(order);
      long free = 0;
      for (int node = 0; node < layout.nodes(); node++) {
        free += result.cluster().freeMilli(node);
        assertThat(result.cluster().freeCpuMilli(node)).isNotNegative();
        assertThat(result.cluster().freeMemoryMib(node)).isNotNegative();
      }
      double capacity = (double) result.capacityMilli();
      assertThat(result.allocated() * capacity + free).isCloseTo(capacity, within(1e-6));
      assertThat(result.allocatedAt(1e9)).isEqualTo(result.allocated());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void droppedTask_fitsNowhere(int seed) {
    var random = new SplittableRandom(seed);
    FleetLayout layout = fleet(random);
    JobTable jobs = jobs(random);
    int[] order = IntStream.range(0, JOBS).toArray();
    var measure = new FragmentMeasure(TaskMix.typical(jobs, 1));
    PackingResult batch = new BatchPacking(layout, jobs, measure, seed).run(order);
    long possible =
        Arrays.stream(order)
            .filter(
                job ->
                    IntStream.range(0, layout.nodes())
                        .anyMatch(n -> isPossible(batch.cluster(), n, jobs.request(job))))
            .count();
    assertThat(possible).as("requests that still fit").isLessThanOrEqualTo(JOBS - batch.dropped());
    assertThat(batch.fragment(measure)).isBetween(0.0, 1 - batch.allocated() + 1e-9);
  }

  @Test
  void inflation_reachesWhatIsWanted() {
    JobTable jobs = jobs(new SplittableRandom(7));
    long own = IntStream.range(0, JOBS).mapToLong(jobs::milliDevices).sum();
    int[] rows = Inflation.draw(jobs, 3 * own, 42);
    long asked = Arrays.stream(rows).mapToLong(jobs::milliDevices).sum();
    assertThat(asked).isBetween(3 * own - 1_000, 3 * own + 8_000);
    assertThat(Arrays.stream(rows).distinct().count()).as("every job is in").isEqualTo(JOBS);
    assertThat(rows).isEqualTo(Inflation.draw(jobs, 3 * own, 42));
    assertThat(rows).isNotEqualTo(Inflation.draw(jobs, 3 * own, 43));
  }

  @Test
  void gangs_areRefused() {
    JobTable jobs = JobTable.of(List.of(Jobs.job("g", 2, TaskRequest.wholeDevices(1, "a"), 0, 1)));
    var layout = new FleetLayout(Fleets.single(1, 1));
    var tie = new TieBreak.FixedOrder(1);
    assertThatThrownBy(() -> new OnlinePacking(layout, jobs, new DevicePacking(), tie))
        .hasMessage("job g has more than one task");
  }
}
