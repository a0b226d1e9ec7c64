package org.suanwang.scheduling.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.simulation.RunEnd;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * How the cost of an event grows with nodes, jobs and queue under each discipline: nodes of eight
 * devices, jobs of one to eight on one node that last an hour in the mean, as many for each node
 * whatever the size, and more than the nodes can do, so that the queue grows to the end.
 */
final class DisciplineScale {
  private static final PrintStream OUT = System.out;
  private static final int[] WIDTHS = {1, 1, 1, 2, 2, 4, 8};
  private static final int SECONDS = 3_600;
  private static final int JOBS_PER_NODE = 40;
  private static final int PRIORITIES = 10;
  private static final int DEPTH = 100;
  private static final double OVERLOAD = 1.3;
  private static final int RUNS = 2;

  private DisciplineScale() {}

  static void run() {
    OUT.printf(
        "%-52s %6s %7s %9s %9s %9s %9s%n",
        "policy", "depth", "nodes", "jobs", "events", "CPU s", "µs");
    measure("fifo-first-fit", 0);
    measure("fifo-easy-first-fit", 0);
    measure("fifo-conservative-first-fit", 0);
    measure("drf-fifo-skip-first-fit", 0);
    measure("drf-fifo-easy-first-fit", 0);
    measure("priority-preempt-first-fit", 0);
    measure("priority-preempt-first-fit", SECONDS / 6);
    measure("las-preempt-first-fit", 0);
    measure("srtf-oracle-preempt-first-fit", 0);
    measure("priority-easy-preempt-first-fit", 0);
    measure("gavel-las-rounds-first-fit", 0);
    measure("matching-rounds-first-fit", 0);
    for (String policy : List.of("fifo-conservative-first-fit", "priority-preempt-first-fit")) {
      for (int depth : List.of(10, 1_000, 10_000)) {
        measure(policy, 0, depth, 400);
      }
    }
  }

  private static void measure(String policy, long interval) {
    for (int nodes : List.of(100, 400, 1_600)) {
      measure(policy, interval, DEPTH, nodes);
    }
  }

  /** The last of some runs, when what it needs has been compiled. */
  private static void measure(String policy, long interval, int depth, int nodes) {
    for (int run = 0; run < RUNS; run++) {
      measure(policy, interval, depth, nodes, run == RUNS - 1);
    }
  }

  private static void measure(String name, long interval, int depth, int nodes, boolean isTold) {
    JobTable jobs = jobs(nodes);
    SchedulingPolicy policy = Policies.find(name).orElseThrow().withDepth(depth);
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(Fleets.single(nodes, 8)),
            jobs,
            policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            new CheckpointRule(interval, 0, 0));
    long[] events = {0};
    long before = cpuNanos();
    RunEnd end = new Simulation(input, event -> events[0]++).run(RunObserver.NONE);
    double micros = (cpuNanos() - before) / 1e3;
    if (!end.completed()) {
      throw new IllegalStateException(name + " did not end");
    }
    if (isTold) {
      OUT.printf(
          Locale.ROOT,
          "%-52s %6d %7d %9d %9d %9.2f %9.1f%n",
          name + (interval == 0 ? "" : ", checkpoints each " + interval + " s"),
          depth,
          nodes,
          jobs.size(),
          events[0],
          micros / 1e6,
          micros / events[0]);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static JobTable jobs(int nodes) {
    SplittableRandom random = new SplittableRandom(7);
    double widthMean = Arrays.stream(WIDTHS).average().orElseThrow();
    double gap = SECONDS * widthMean / (OVERLOAD * nodes * 8);
    JobTable.Builder jobs = new JobTable.Builder();
    double at = 0;
    for (int i = 0; i < JOBS_PER_NODE * nodes; i++) {
      at -= Math.log(1 - random.nextDouble()) * gap;
      long work = 1 + (long) (-Math.log(1 - random.nextDouble()) * SECONDS);
      int width = WIDTHS[Draws.index(random, WIDTHS.length)];
      Job job = Jobs.whole("j", width, (long) at, work);
      jobs.addGenerated(job.withPriority(Draws.index(random, PRIORITIES)), i);
    }
    return jobs.build();
  }
}
