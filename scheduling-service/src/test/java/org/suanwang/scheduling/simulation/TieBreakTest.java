package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.packing.OnlinePacking;
import org.suanwang.scheduling.packing.PackingResult;
import org.suanwang.scheduling.packing.TieBreak;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.TieRule;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.JobTerms;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.Tenant;

/**
 * The setting of the placement study as a simulation, with pods and nodes like those of openb:
 * several device types, tasks without devices among the others, 130 % of the devices asked for,
 * what fits nowhere is dropped.
 */
class TieBreakTest {
  private static final long SEED = 42;
  private static final int[] SHARES = {250, 500, 500, 700};

  /** Device type, nodes, devices and cores of a node: as openb has them, a tenth as many. */
  private static List<Pool> pools() {
    return List.of(
        pool("p100", 13, 2, 64),
        pool("t4", 42, 2, 96),
        pool("v100", 14, 8, 96),
        pool("g2", 51, 8, 96),
        pool("g3", 4, 8, 128));
  }

  private static Pool pool(String type, int nodes, int devices, int cores) {
    return new Pool(type, nodes, devices, 1_000 * cores, 0, null);
  }

  private static FleetLayout layout(int rotation) {
    List<Pool> pools = new ArrayList<>(pools());
    Collections.rotate(pools, rotation);
    return new FleetLayout(Fleets.of(Fleets.hub("h", pools.toArray(Pool[]::new))));
  }

  private static JobTable pods(FleetLayout layout) {
    SplittableRandom random = new SplittableRandom(7);
    JobTable.Builder pods = new JobTable.Builder();
    long asked = 0;
    for (int i = 0; asked < layout.devices() * 1_300L; i++) {
      TaskRequest request = request(random.nextInt(100), random);
      asked += request.milliDevices();
      Job pod = Jobs.job("pod-" + i, 1, request, i, 1_000_000);
      pods.add(
          pod.withTerms(
              new JobTerms(
                  null, 0, true, Tenant.DEFAULT, null, 1L, null, JobEnding.COMPLETES, null)));
    }
    return pods.build();
  }

  /** Of a hundred tasks 14 without devices, 38 shares, 46 of one device, two of eight. */
  private static TaskRequest request(int kind, SplittableRandom random) {
    int cores = 2 * random.nextInt(1, 9);
    int share = kind >= 14 && kind < 52 ? SHARES[random.nextInt(SHARES.length)] : 0;
    int devices = kind < 52 ? 0 : kind < 98 ? 1 : 8;
    int milli = 1_000 * (devices == 8 ? 64 : kind < 14 ? 4 * cores : cores);
    return new TaskRequest(devices, share, milli, 0, List.of(), null);
  }

  private static long freeMilli(FleetLayout layout, SchedulingPolicy policy) {
    JobTable pods = pods(layout);
    var input =
        new SimulationInput(
            layout,
            pods,
            policy,
            new SimulationLimits(pods.size() + 1, SimulationLimits.EVENTS_MAX),
            EstimateRule.RUN_ON,
            CheckpointRule.FREE,
            OutageRule.NONE,
            SEED,
            QueueRule.NONE,
            ThroughputRule.NONE,
            ReservationRule.NONE);
    RunEnd end = new Simulation(input, event -> {}).run(RunObserver.NONE);
    return IntStream.range(0, layout.groups().size()).mapToLong(end.state()::groupFreeMilli).sum();
  }

  /** What the placement study is reproduced with, in the same order of nodes. */
  private static long freeOfPacking(FleetLayout layout, SchedulingPolicy policy) {
    JobTable pods = pods(layout);
    NodeScore score = policy.score().maker().make(layout, pods, SEED);
    var tie = new TieBreak.FixedOrder(TieRule.seedOfOrder(SEED));
    PackingResult result =
        new OnlinePacking(layout, pods, score, tie).run(IntStream.range(0, pods.size()).toArray());
    return Math.round((1 - result.allocated()) * result.capacityMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fragmentation-gradient-descent",
        "device-packing",
        "device-clustering",
        "balanced-best-fit",
        "worst-fit",
        "dot-product"
      })
  void scoresOfTheStudy_placeInSimulationsAsInTheStudy(String score) {
    SchedulingPolicy policy = Policies.find("fifo-" + score).orElseThrow();
    for (int rotation = 0; rotation < pools().size(); rotation++) {
      FleetLayout layout = layout(rotation);
      assertThat(freeMilli(layout, policy))
          .as("nodes in order " + rotation)
          .isEqualTo(freeOfPacking(layout, policy));
    }
  }

  /** In the fleet's order tasks without devices use up the CPU of the first kind of node. */
  @ParameterizedTest
  @ValueSource(strings = {"fragmentation-gradient-descent", "device-packing", "device-clustering"})
  void fleetsOwnOrder_losesDevicesWhereTheFirstNodesHaveMost(String score) {
    SchedulingPolicy policy = Policies.find("fifo-" + score).orElseThrow();
    FleetLayout layout = layout(3);
    long fixed = freeMilli(layout, policy);
    assertThat(freeMilli(layout, policy.withTieRule(TieRule.LOWEST_NUMBER)))
        .isGreaterThan(fixed + layout.devices() * 40L);
  }

  @Test
  void scoreWithoutEqualNodes_takesNoRule() {
    SchedulingPolicy policy = Policies.find("fifo-best-fit").orElseThrow();
    assertThatThrownBy(() -> policy.withTieRule(TieRule.FIXED_ORDER))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
