package org.suanwang.scheduling.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.TaskRequest;

/** Best fit breaks whole devices only for the shares that no shared device of the hub takes. */
class SharePlacementTest {
  private static final int SEEDS = 300;
  private static final int NODES = 4;
  private static final int DEVICES_PER_NODE = 3;
  private static final int NOT_PLACED = -1;

  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void gangOfShares_breaksNoMoreThanItMust(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ClusterState state = new ClusterState(new FleetLayout(Fleets.single(NODES, DEVICES_PER_NODE)));
    for (int i = 0; i < 8; i++) {
      fill(state, random.nextInt(NODES), drawShare(random));
    }
    TaskRequest wanted = drawShare(random);
    int tasks = 1 + random.nextInt(12);
    int[] before = free(state);

    int onWhole = placeAndCountOnWhole(state, before, wanted, tasks);

    int milli = wanted.deviceMilli();
    int onShared =
        IntStream.of(before).filter(f -> f < TaskRequest.MILLI).map(f -> f / milli).sum();
    int onAll = IntStream.of(before).map(f -> f / milli).sum();
    assertThat(onWhole).isEqualTo(tasks > onAll ? NOT_PLACED : Math.max(0, tasks - onShared));
  }

  private static int placeAndCountOnWhole(
      ClusterState state, int[] before, TaskRequest wanted, int tasks) {
    var jobs = Jobs.table(Jobs.job("gang", tasks, wanted, 0, 1));
    var policy = Policies.find("fifo-best-fit").orElseThrow();
    var cycle =
        new SchedulingCycle(
            state,
            jobs,
            policy,
            new Admission(state.layout(), jobs, policy),
            NodeGate.OPEN,
            null,
            1);
    Decision.Start start = cycle.find(0);
    if (start == null) {
      return NOT_PLACED;
    }
    assertThat(start.nodes()).doesNotHaveDuplicates();
    var held = state.allocate(start.group(), wanted, start.nodes(), start.tasksOnNode());
    assertThat(held.devices()).hasSize(tasks);
    return (int) IntStream.of(held.devices()).filter(d -> before[d] == TaskRequest.MILLI).count();
  }

  private static void fill(ClusterState state, int node, TaskRequest share) {
    if (state.tasksThatFit(node, share) > 0) {
      var held = state.allocate(0, share, new int[] {node}, new int[] {1});
      assertThat(held.devices()).hasSize(1);
    }
  }

  private static int[] free(ClusterState state) {
    return IntStream.range(0, state.layout().devices()).map(state::deviceFreeMilli).toArray();
  }

  private static TaskRequest drawShare(SplittableRandom random) {
    return new TaskRequest(0, 100 * (1 + random.nextInt(9)), 0, 0, List.of("a"), null);
  }
}
