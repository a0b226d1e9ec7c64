package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.outage.DownUnits;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.outage.Outage;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.OutageSchedule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** When what is out of use by several outages is expected back: when the last of them ends. */
class OverlappingOutagesTest {
  private static final int NODES = 4;
  private static final int DEVICES = 3;

  private final DownUnits down =
      new DownUnits(new ClusterState(new FleetLayout(Fleets.single(NODES, DEVICES))));
  private final ExpectedReturns returns = new ExpectedReturns();

  private void begin(Outage outage) {
    down.begin(
        outage,
        (node, devices, whole) ->
            returns.wentOut(withdrawal(node, devices, whole), outage.toSeconds()),
        (node, devices, whole, until, back) -> {
          for (int device : devices) {
            assertThat(expected(device)).as("what was told before").isEqualTo(until);
          }
          assertThat(back).isGreaterThan(until);
          returns.staysOut(withdrawal(node, devices, whole), back);
        });
  }

  private void end(Outage outage) {
    down.end(
        outage,
        (node, devices, whole) -> {
          for (int device : devices) {
            assertThat(expected(device)).as("when it comes back").isEqualTo(outage.toSeconds());
          }
          returns.cameBack(withdrawal(node, devices, whole));
        });
  }

  private static Withdrawal withdrawal(int node, int[] devices, boolean whole) {
    return new Withdrawal(0, node, devices, whole, false);
  }

  /** When a device is expected back; 0 when it is not out. */
  private long expected(int device) {
    return returns.inOrder().stream()
        .filter(r -> Arrays.stream(r.withdrawal().devices()).anyMatch(d -> d == device))
        .mapToLong(ExpectedReturns.Return::backSeconds)
        .max()
        .orElse(0);
  }

  private static Outage node(int node, long from, long to) {
    return new Outage(from, to, Outage.Cause.NODE, node, List.of(new NodeSpan(node, node + 1)));
  }

  private static Outage device(int device, long from, long to) {
    return new Outage(from, to, Outage.Cause.DEVICE, device, List.of());
  }

  private static Outage rack(int first, int end, long from, long to) {
    return new Outage(from, to, Outage.Cause.RACK, first, List.of(new NodeSpan(first, end)));
  }

  /** Node 0 until 30, in a rack that is down from 20 to 50 with node 1. */
  @Test
  void nodeInARackThatFails_comesBackWithTheRack() {
    Outage node = node(0, 10, 30);
    Outage rack = rack(0, 2, 20, 50);
    begin(node);
    assertThat(expected(0)).isEqualTo(30);
    begin(rack);
    assertThat(expected(0)).isEqualTo(50);
    assertThat(expected(3)).isEqualTo(50);
    end(node);
    assertThat(expected(0)).isEqualTo(50);
    end(rack);
    assertThat(returns.inOrder()).isEmpty();
  }

  @Test
  void rackThatIsBackBeforeANodeOfIt_changesNothing() {
    Outage node = node(0, 10, 60);
    Outage rack = rack(0, 2, 20, 50);
    begin(node);
    begin(rack);
    assertThat(expected(0)).isEqualTo(60);
    assertThat(expected(3)).isEqualTo(50);
    end(rack);
    assertThat(expected(0)).isEqualTo(60);
    assertThat(expected(3)).isZero();
  }

  /** Device 1 until 40, its node until 60; then a rack until 80, when all are back. */
  @Test
  void deviceOnANodeThatFails_comesBackWithTheNode() {
    Outage device = device(1, 5, 40);
    Outage node = node(0, 10, 60);
    Outage rack = rack(0, 4, 50, 80);
    begin(device);
    begin(node);
    assertThat(expected(1)).isEqualTo(60);
    end(device);
    begin(rack);
    assertThat(expected(1)).isEqualTo(80);
    end(node);
    end(rack);
    assertThat(returns.inOrder()).isEmpty();
  }

  @Test
  void deviceThatIsOutLongerThanItsNode_staysOut() {
    Outage device = device(1, 5, 90);
    Outage node = node(0, 10, 60);
    begin(device);
    begin(node);
    assertThat(expected(1)).isEqualTo(90);
    assertThat(expected(0)).isEqualTo(60);
    end(node);
    assertThat(expected(1)).isEqualTo(90);
    assertThat(expected(0)).isZero();
  }

  /** After every beginning and end, each device's return is counted anew from what lasts. */
  @Test
  void manyOutages_areExpectedBackWhenTheLastEnds() {
    SplittableRandom random = new SplittableRandom(5);
    List<Outage> lasting = new ArrayList<>();
    for (long now = 1; now < 4000; now++) {
      long second = now;
      List<Outage> over =
          lasting.stream()
              .filter(o -> o.toSeconds() == second)
              .sorted(Comparator.comparingLong(Outage::fromSeconds))
              .toList();
      for (Outage one : over) {
        lasting.remove(one);
        end(one);
      }
      Outage drawn = draw(now, random);
      if (random.nextInt(4) == 0 && down.happens(drawn)) {
        lasting.add(drawn);
        begin(drawn);
      }
      for (int device = 0; device < NODES * DEVICES; device++) {
        int one = device;
        long back =
            lasting.stream()
                .filter(o -> isOut(o, one))
                .mapToLong(Outage::toSeconds)
                .max()
                .orElse(0);
        assertThat(expected(device)).as("device %d at %d", device, now).isEqualTo(back);
      }
    }
  }

  private static Outage draw(long now, SplittableRandom random) {
    long to = now + 1 + random.nextInt(60);
    int node = random.nextInt(NODES);
    return switch (random.nextInt(4)) {
      case 0 -> device(random.nextInt(NODES * DEVICES), now, to);
      case 1 -> node(node, now, to);
      case 2 -> rack(node / 2 * 2, node / 2 * 2 + 2, now, to);
      default ->
          new Outage(
              now,
              to,
              Outage.Cause.MAINTENANCE,
              Outage.NONE,
              List.of(new NodeSpan(node, 1 + random.nextInt(node, NODES))));
    };
  }

  private static boolean isOut(Outage outage, int device) {
    int node = device / DEVICES;
    return outage.cause() == Outage.Cause.DEVICE
        ? outage.unit() == device
        : outage.nodes().stream().anyMatch(s -> s.first() <= node && node < s.end());
  }

  /**
   * Two nodes, each a rack. The first node is out until b when its rack goes out until d. A pair
   * waits for it; a job that is over by d, but not by b, may start on the other node meanwhile.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-easy-first-fit",
        "fifo-conservative-first-fit",
        "drf-fifo-easy-first-fit",
        "drf-fifo-conservative-first-fit"
      })
  void jobThatIsOverBeforeTheLastEnd_delaysNobody(String policy) {
    Fleet fleet = Fleets.of(Fleets.hub("h", new Pool("a", 2, 1, 0, 0, Fleets.PRICE, 1)));
    FleetLayout layout = new FleetLayout(fleet);
    OutageRule rule =
        new OutageRule(
            List.of(
                new Reliability(Level.NODE, null, 2, 1), new Reliability(Level.RACK, null, 2, 1)),
            List.of(),
            null);
    long seed = 0;
    while (!isAsWanted(new OutageSchedule(layout, rule, seed))) {
      seed++;
    }
    OutageSchedule drawn = new OutageSchedule(layout, rule, seed);
    drawn.next();
    Outage rack = drawn.next();
    long now = rack.fromSeconds() + 1;
    JobTable jobs =
        table(gang("pair", 2, now, 10), whole("beside", 1, now + 1, rack.toSeconds() - now - 1));
    SimulationInput input =
        new SimulationInput(
            layout,
            jobs,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            CheckpointRule.FREE,
            rule,
            seed);
    Runner run = Runner.run(input, e -> {});
    assertThat(run.start("beside")).isEqualTo(now + 1);
    assertThat(run.start("pair")).isEqualTo(rack.toSeconds());
  }

  /** Node 0 first, then its rack for longer, and nothing else before that ends. */
  private static boolean isAsWanted(OutageSchedule schedule) {
    Outage node = schedule.next();
    Outage rack = schedule.next();
    return node.cause() == Outage.Cause.NODE
        && node.unit() == 0
        && rack.cause() == Outage.Cause.RACK
        && rack.nodes().getFirst().first() == 0
        && rack.fromSeconds() + 5 < node.toSeconds()
        && node.toSeconds() + 5 < rack.toSeconds()
        && schedule.nextSeconds() > rack.toSeconds() + 10;
  }
}
