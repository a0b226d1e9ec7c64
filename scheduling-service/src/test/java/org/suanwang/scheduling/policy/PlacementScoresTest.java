package org.suanwang.scheduling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.workload.TaskRequest;

/** Scores of placement policies, worked out by hand from their papers' formulas. */
class PlacementScoresTest {
  private static final TaskRequest ONE = TaskRequest.wholeDevices(1, "a");
  private static final TaskRequest TWO = TaskRequest.wholeDevices(2, "a");
  private static final TaskRequest HALF = share(500, 4_000);
  private static final TaskRequest CPU_ONLY = new TaskRequest(0, 0, 4_000, 0, List.of(), null);

  private ClusterState state;
  private WidestNode widest;

  private static TaskRequest share(int milli, int cpuMilli) {
    return new TaskRequest(0, milli, cpuMilli, 0, List.of("a"), null);
  }

  /** Nodes 0 and 1 have four devices and 32 cores, node 2 has two devices and 16 cores. */
  @BeforeEach
  void build() {
    Fleet fleet =
        Fleets.of(
            Fleets.hub(
                "h",
                new Pool("a", 2, 4, 32_000, 0, Fleets.PRICE),
                new Pool("a", 1, 2, 16_000, 0, Fleets.PRICE)));
    var layout = new FleetLayout(fleet);
    state = new ClusterState(layout);
    widest = WidestNode.of(layout);
  }

  private void run(int node, TaskRequest request) {
    state.allocate(0, request, new int[] {node}, new int[] {1});
  }

  @Test
  void fragment_isWhatUsualTasksCannotUse() {
    var mix = new TaskMix(List.of(HALF, TWO, CPU_ONLY), List.of(0.5, 0.25, 0.25));
    var measure = new FragmentMeasure(mix);
    assertThat(measure.of(state, 2)).as("CPU-only tasks use none of 2000").isEqualTo(0.25 * 2_000);
    run(2, share(600, 4_000));
    // 1400 are free: 400 too little for a half, one whole device too few for two, none for CPU.
    assertThat(measure.of(state, 2))
        .isCloseTo(0.5 * 400 + 0.25 * 1_400 + 0.25 * 1_400, within(1e-9));
  }

  @Test
  void fragment_isAllThatIsFree_whereCpuIsOut() {
    var measure = new FragmentMeasure(new TaskMix(List.of(HALF), List.of(1.0)));
    run(2, share(100, 13_000));
    assertThat(measure.of(state, 2)).as("3 cores left of 4").isEqualTo(1_900);
  }

  @Test
  void fragmentationGradientDescent_fillsTheGapThatIsOfNoUse() {
    var measure = new FragmentMeasure(new TaskMix(List.of(share(700, 0)), List.of(1.0)));
    var descent = new FragmentationGradientDescent(measure);
    run(0, share(700, 0));
    TaskRequest gap = share(300, 0);
    // Node 0: 300 of no use vanish, sigmoid(0.3) = 0.574; node 1: a device of 700 stays, nothing
    // is lost, sigmoid(0) = 0.5.
    assertThat(descent.score(state, 0, gap)).isEqualTo(57);
    assertThat(descent.score(state, 1, gap)).isEqualTo(50);
    assertThat(descent.chooseDevice(state, 0, gap)).isZero();
  }

  @Test
  void dotProduct_prefersWhatIsShortWhereLittleIsAskedOfIt() {
    var score = new DotProduct(widest);
    // 32/32 cores x 4/32 + 4/4 devices x 0.5/4, halved: 0.125.
    assertThat(score.score(state, 0, HALF)).isEqualTo(87);
    // 16/32 x 4/32 + 2/4 x 0.5/4, halved: 0.0625.
    assertThat(score.score(state, 2, HALF)).isEqualTo(93);
  }

  @Test
  void balancedFit_weighsCpuAndDevicesAlike() {
    // Left on node 2: (16 - 4)/32 cores and (2 - 0.5)/4 devices.
    assertThat(BalancedFit.best(widest).score(state, 2, HALF)).isEqualTo(62);
    assertThat(BalancedFit.worst(widest).score(state, 2, HALF)).isEqualTo(37);
  }

  @Test
  void devicePacking_sharesFirstThenBreaksThenOpensANode() {
    var packing = new DevicePacking();
    run(0, share(300, 0));
    assertThat(packing.score(state, 0, HALF)).as("a shared device with 700").isEqualTo(93);
    run(0, share(600, 0));
    assertThat(packing.score(state, 0, HALF)).as("breaks a device in use").isEqualTo(49);
    assertThat(packing.score(state, 0, TWO)).isEqualTo(48);
    assertThat(packing.score(state, 1, HALF)).as("opens a node of four").isEqualTo(29);
    assertThat(packing.score(state, 2, HALF)).as("opens a node of two").isEqualTo(31);
    assertThat(packing.score(state, 2, CPU_ONLY)).isZero();
  }

  @Test
  void deviceClustering_keepsKindsTogether() {
    var clustering = new DeviceClustering(widest);
    run(0, ONE);
    run(1, ONE);
    run(1, HALF);
    assertThat(clustering.score(state, 0, ONE)).as("such tasks only").isEqualTo(75 + 6);
    assertThat(clustering.score(state, 1, ONE)).as("such and others").isEqualTo(50 + 9);
    assertThat(clustering.score(state, 2, ONE)).as("a free node").isEqualTo(25 + 12);
    assertThat(clustering.score(state, 0, TWO)).as("others only").isEqualTo(6);
    assertThat(clustering.score(state, 0, CPU_ONLY)).isZero();
  }
}
