package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * How the cost of an event grows with the nodes under each score that has to know the best of all
 * nodes. Nodes and pods are those of openb, as many times as it takes.
 */
final class ScoreScale {
  private static final PrintStream OUT = System.out;
  private static final int JOBS = 20_000;

  /** So many pods run at a time, at most, whatever the nodes. */
  private static final int FEW = 5_000;

  /** Of a full cluster so many pods run for each node. */
  private static final int MANY_PER_NODE = 7;

  private static final List<String> SCORES =
      List.of(
          "first-fit",
          "random",
          "balanced-best-fit",
          "worst-fit",
          "dot-product",
          "device-packing",
          "device-clustering",
          "fragmentation-gradient-descent");

  private ScoreScale() {}

  static void run() throws IOException {
    var traces = Traces.find("openb-2023");
    if (traces.isEmpty()) {
      OUT.println("scores " + Traces.MISSING.formatted("openb-2023"));
      return;
    }
    Fleet openb = traces.get().openbNodes("gpu_node");
    JobTable pods = traces.get().openbPods("default", null);
    OUT.printf("%-32s %9s %9s %9s %12s%n", "score", "nodes", "jobs", "CPU s", "µs an event");
    for (String score : SCORES) {
      for (int nodes : List.of(1_000, 10_000, 100_000)) {
        measure(score, times(openb, nodes), nodes, jobs(pods, JOBS, FEW));
      }
    }
    for (String score : SCORES.subList(1, SCORES.size())) {
      for (int nodes : List.of(1_000, 4_000, 16_000)) {
        int atATime = MANY_PER_NODE * nodes;
        measure(score, times(openb, nodes), nodes, jobs(pods, 3 * atATime, atATime));
      }
    }
  }

  static void measure(String score, Fleet fleet, int nodes, JobTable jobs) {
    double best = Double.MAX_VALUE;
    long events = 1;
    for (int run = 0; run < 2; run++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Runner runner = Runner.runWithoutLog(fleet, jobs, "fifo-" + score);
      long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      best = Math.min(best, (after - before) / 1e9);
      events = runner.end.events();
    }
    OUT.printf(
        Locale.ROOT,
        "%-32s %,9d %,9d %9.2f %12.2f%n",
        score,
        nodes,
        jobs.size(),
        best,
        best / events * 1e6);
  }

  /** As many nodes of each kind as there are in so many in all. */
  static Fleet times(Fleet openb, int nodes) {
    double factor = (double) nodes / openb.nodes();
    Hub hub = openb.hubs().getFirst();
    List<Pool> pools = new ArrayList<>();
    for (Pool pool : hub.pools()) {
      int count = Math.max(1, (int) Math.round(pool.nodes() * factor));
      pools.add(PlacementAsPolicy.of(pool, count));
    }
    List<Hub> hubs = List.of(new Hub(hub.id(), hub.name(), hub.pue(), pools));
    return new Fleet(openb.name(), hubs, openb.deviceTypes(), openb.catalogVersion());
  }

  /** Pods drawn from the list; a second after each other, and each runs for about so many. */
  static JobTable jobs(JobTable pods, int count, int seconds) {
    SplittableRandom random = new SplittableRandom(42);
    JobTable.Builder jobs = new JobTable.Builder();
    for (int i = 0; i < count; i++) {
      Job pod = pods.job(Draws.index(random, pods.size()));
      long runs = 1L + Draws.index(random, 2 * seconds);
      jobs.addGenerated(new Job("pod", pod.jobClass(), null, false, 1, pod.request(), i, runs), i);
    }
    return jobs.build();
  }
}
