package org.suanwang.scheduling.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.simulation.RunEnd;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
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
 * The setting of the placement study as a simulation: pods come one second after each other, wait
 * for one second and do not end. The rows of the node list are in another order for each seed.
 */
final class PlacementAsPolicy {
  private static final long FOREVER_SECONDS = 1_000_000;

  private PlacementAsPolicy() {}

  /** The policy of the service that has the name of one of the study. */
  static SchedulingPolicy policy(String published) {
    String score =
        switch (published) {
          case "Random" -> "random";
          case "DotProd" -> "dot-product";
          case "GpuClustering" -> "device-clustering";
          case "GpuPacking" -> "device-packing";
          case "BestFit" -> "balanced-best-fit";
          default -> "fragmentation-gradient-descent";
        };
    return Policies.find("fifo-" + score).orElseThrow();
  }

  /** The part of the devices in use at the end, in per cent. */
  static double allocated(Fleet fleet, JobTable jobs, int[] queue, String published, long seed) {
    FleetLayout layout = new FleetLayout(shuffled(fleet, seed));
    JobTable.Builder pods = new JobTable.Builder();
    for (int i = 0; i < queue.length; i++) {
      Job pod = jobs.job(queue[i]);
      pods.addGenerated(
          new Job("pod", pod.jobClass(), null, false, 1, pod.request(), i, FOREVER_SECONDS, once()),
          i);
    }
    var limits = new SimulationLimits(queue.length + 1, SimulationLimits.EVENTS_MAX);
    var input =
        new SimulationInput(
            layout,
            pods.build(),
            policy(published),
            limits,
            EstimateRule.RUN_ON,
            CheckpointRule.FREE,
            OutageRule.NONE,
            seed,
            QueueRule.NONE,
            ThroughputRule.NONE,
            ReservationRule.NONE);
    RunEnd end = new Simulation(input, event -> {}).run(RunObserver.NONE);
    long free = 0;
    for (int group = 0; group < layout.groups().size(); group++) {
      free += end.state().groupFreeMilli(group);
    }
    return 100 * (1 - free / ((double) layout.devices() * TaskRequest.MILLI));
  }

  private static JobTerms once() {
    return new JobTerms(null, 0, true, Tenant.DEFAULT, null, 1L, null, JobEnding.COMPLETES, null);
  }

  /** The same nodes as if their rows had come in another order. */
  static Fleet shuffled(Fleet fleet, long seed) {
    List<Hub> hubs = new ArrayList<>();
    for (Hub hub : fleet.hubs()) {
      List<Pool> rows = new ArrayList<>();
      for (Pool pool : hub.pools()) {
        rows.addAll(Collections.nCopies(pool.nodes(), of(pool, 1)));
      }
      Collections.shuffle(rows, new Random(seed));
      Map<Pool, Integer> counts = new LinkedHashMap<>();
      rows.forEach(row -> counts.merge(row, 1, Integer::sum));
      List<Pool> pools = new ArrayList<>();
      counts.forEach((row, nodes) -> pools.add(of(row, nodes)));
      hubs.add(new Hub(hub.id(), hub.name(), hub.pue(), pools));
    }
    return new Fleet(fleet.name(), hubs, fleet.deviceTypes(), fleet.catalogVersion());
  }

  static Pool of(Pool pool, int nodes) {
    return new Pool(
        pool.deviceType(),
        nodes,
        pool.devicesPerNode(),
        pool.cpuMilliPerNode(),
        pool.memoryMibPerNode(),
        pool.price());
  }
}
