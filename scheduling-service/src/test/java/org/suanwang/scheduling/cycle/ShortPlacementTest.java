package org.suanwang.scheduling.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.policy.BestFit;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * Where gangs are placed on large clusters on which CPU, memory or devices are short, against a
 * look at every node.
 */
class ShortPlacementTest {
  private static final int STEPS = 150;
  private static final int REQUESTS = 30;

  @ParameterizedTest
  @CsvSource({
    "fifo-first-fit, 16, 0",
    "fifo-first-fit, 0, 64",
    "fifo-first-fit, 16, 64",
    "fifo-best-fit, 16, 0",
    "fifo-best-fit, 0, 64",
    "fifo-best-fit, 16, 64",
    "fifo-best-fit, 0, 0",
    "fifo-consolidate, 16, 64",
    "fifo-consolidate, 0, 0"
  })
  void randomClusters_areFilledAsIfEveryNodeHadBeenLookedAt(String policy, int cores, int memory) {
    for (int seed = 0; seed < 4; seed++) {
      new Filled(policy, cores, memory, new SplittableRandom(seed)).check();
    }
  }

  /** A cluster that is filled and emptied at random. */
  private static final class Filled {
    private final SplittableRandom random;
    private final ClusterState state;
    private final FleetLayout layout;
    private final JobTable jobs;
    private final SchedulingCycle cycle;
    private final String score;
    private final List<Allocation> held = new ArrayList<>();
    private final List<TaskRequest> heldFor = new ArrayList<>();
    private int placed;

    Filled(String name, int cores, int memory, SplittableRandom random) {
      this.random = random;
      SchedulingPolicy policy = Policies.find(name).orElseThrow();
      score = policy.score().name();
      List<Pool> pools = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        int nodes = random.nextInt(450, 650);
        int devices = random.nextInt(2, 5);
        pools.add(new Pool("a", nodes, devices, 1_000 * cores, memory, null, random.nextInt(3, 8)));
      }
      layout = new FleetLayout(Fleets.of(new Hub("h", "h", null, pools, 3)));
      state = new ClusterState(layout);
      jobs = jobs();
      Admission admission = new Admission(layout, jobs, policy);
      cycle = new SchedulingCycle(state, jobs, policy, admission, NodeGate.OPEN, null, 1);
      for (int node = 0; node < layout.nodes(); node++) {
        fillAtRandom(node);
      }
    }

    private void fillAtRandom(int node) {
      for (int i = random.nextInt(4); i > 0; i--) {
        TaskRequest request = jobs.request(random.nextInt(jobs.size()));
        int tasks = Math.min(2, state.tasksThatFit(node, request));
        if (tasks > 0) {
          held.add(state.allocate(0, request, new int[] {node}, new int[] {tasks}));
          heldFor.add(request);
        }
      }
    }

    private JobTable jobs() {
      List<Job> all = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        boolean isShare = !score.equals("consolidate") && random.nextInt(3) == 0;
        int devices = isShare ? 0 : random.nextInt(score.equals("consolidate") ? 1 : 0, 3);
        int share = isShare ? random.nextInt(100, 700) : 0;
        var request =
            new TaskRequest(
                devices,
                share,
                500 * random.nextInt(0, 20),
                random.nextInt(0, 40),
                List.of("a"),
                null);
        int tasks = random.nextBoolean() ? 1 : random.nextInt(2, 9);
        all.add(Jobs.job("job-" + i, tasks, request, 0, 1));
      }
      return JobTable.of(all);
    }

    void check() {
      for (int step = 0; step < STEPS; step++) {
        int job = random.nextInt(jobs.size());
        TaskRequest request = jobs.request(job);
        Map<Integer, Integer> expected = expected(request, jobs.tasks(job));
        Decision.Start start = cycle.find(job);
        assertThat(start == null ? Map.of() : tasksOnNode(start)).isEqualTo(expected);
        if (start != null) {
          placed++;
          held.add(cycle.carryOut(job, start));
          heldFor.add(request);
        }
        if (!held.isEmpty() && (start == null ? random.nextBoolean() : random.nextInt(6) == 0)) {
          int which = random.nextInt(held.size());
          state.release(held.remove(which), heldFor.remove(which));
        }
        if (random.nextInt(40) == 0) {
          state.cordon(step % layout.nodes(), true);
        }
      }
      assertThat(placed).isPositive();
    }

    private static Map<Integer, Integer> tasksOnNode(Decision.Start start) {
      Map<Integer, Integer> tasks = new LinkedHashMap<>();
      for (int i = 0; i < start.nodes().length; i++) {
        tasks.put(start.nodes()[i], start.tasksOnNode()[i]);
      }
      return tasks;
    }

    /** The tasks on each node; none where there is no room for all. */
    private Map<Integer, Integer> expected(TaskRequest request, int tasks) {
      List<Integer> all = IntStream.range(0, layout.nodes()).boxed().toList();
      if (!score.equals("consolidate") || tasks == 1) {
        return fill(all, request, tasks);
      }
      if (request.devices() * tasks <= 4) {
        for (int node : fullestNodes(all, request.devices() * tasks)) {
          if (state.tasksThatFit(node, request) >= tasks) {
            return Map.of(node, tasks);
          }
        }
      }
      for (TopologyLevel level : List.of(TopologyLevel.RACK, TopologyLevel.SPINE)) {
        for (List<Integer> unit : units(level, request)) {
          Map<Integer, Integer> filled = fill(unit, request, tasks);
          if (!filled.isEmpty()) {
            return filled;
          }
        }
      }
      return fill(all, request, tasks);
    }

    private List<Integer> fullestNodes(List<Integer> all, int devices) {
      return all.stream()
          .filter(n -> state.freeDevices(n) >= devices)
          .sorted(
              Comparator.comparingInt(state::freeDevices)
                  .thenComparing((Integer n) -> state.isIdle(n)))
          .toList();
    }

    private List<List<Integer>> units(TopologyLevel level, TaskRequest request) {
      List<List<Integer>> units = new ArrayList<>();
      for (Topology.Unit unit : layout.topology().units(0, level)) {
        units.add(
            IntStream.range(unit.fromNode(), unit.toNode())
                .filter(n -> state.freeDevices(n) >= request.devices())
                .boxed()
                .toList());
      }
      units.sort(Comparator.comparingInt(u -> u.stream().mapToInt(state::freeMilli).sum()));
      return units;
    }

    private Map<Integer, Integer> fill(List<Integer> among, TaskRequest request, int tasks) {
      Map<Integer, Integer> found = new LinkedHashMap<>();
      int left = tasks;
      if (score.equals("first-fit")) {
        left = take(among, n -> state.tasksThatFit(n, request), left, found);
        return left == 0 ? found : Map.of();
      }
      Comparator<Integer> best =
          Comparator.comparingInt((Integer n) -> -new BestFit().score(state, n, request));
      if (request.isFractional()) {
        ToIntFunction<Integer> onShared = n -> state.tasksOnSharedDevices(n, request);
        List<Integer> shared = among.stream().filter(n -> onShared.applyAsInt(n) > 0).toList();
        left = take(shared.stream().sorted(best).toList(), onShared, left, found);
      }
      List<Integer> whole =
          among.stream()
              .filter(n -> state.tasksThatFit(n, request) > 0)
              .filter(n -> !request.isFractional() || state.freeDevices(n) > 0)
              .sorted(Comparator.comparingInt(state::freeDevices).thenComparing(best))
              .toList();
      left = take(whole, n -> state.tasksThatFit(n, request), left, found);
      return left == 0 ? found : Map.of();
    }

    private static int take(
        List<Integer> nodes, ToIntFunction<Integer> room, int tasks, Map<Integer, Integer> found) {
      int left = tasks;
      for (int node : nodes) {
        int taken = Math.min(left, room.applyAsInt(node) - found.getOrDefault(node, 0));
        if (taken > 0) {
          found.merge(node, taken, Integer::sum);
          left -= taken;
        }
      }
      return left;
    }
  }
}
