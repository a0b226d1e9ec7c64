package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.AnyJobs;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.BackgroundGenerator;
import org.suanwang.scheduling.workload.DurationLaw;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Simulated jobs and events per CPU second: on the openb default trace, if the folder of traces is
 * there, and on the reference fleet of eight hubs. Everything is in the figure: events, hash of the
 * log, outcomes; not the reading of the files.
 */
final class SpeedBenchmark {
  private static final int RUNS = 9;
  private static final PrintStream OUT = System.out;

  private SpeedBenchmark() {}

  static void run() throws IOException {
    OUT.printf(
        Locale.ROOT,
        "%-28s %-36s %9s %9s %9s %12s %12s%n",
        "input",
        "policy",
        "jobs",
        "events",
        "CPU s",
        "jobs/CPU-s",
        "events/CPU-s");
    Optional<Traces> traces = Traces.find("openb-2023");
    if (traces.isPresent()) {
      measureOpenb(traces.get());
    } else {
      OUT.println("openb " + Traces.MISSING.formatted("openb-2023"));
    }
    OUT.println("Of 240,000 nodes only policies that need not score every node for every task:");
    Fleet reference = referenceFleet();
    JobTable jobs = referenceJobs();
    measure("8 hubs x 30,000 nodes x 8", reference, jobs, searching(reference, jobs));
  }

  private static void measureOpenb(Traces traces) throws IOException {
    JobTable jobs = traces.openbPods("default", null);
    for (String nodes : List.of("all_node", "gpu_node")) {
      measure("openb default, " + nodes, traces.openbNodes(nodes), jobs, AnyJobs.policies());
    }
  }

  private static List<SchedulingPolicy> searching(Fleet fleet, JobTable jobs) {
    FleetLayout layout = new FleetLayout(fleet);
    return AnyJobs.policies().stream()
        .filter(p -> searches(p.score().make(layout, jobs, 1).scan()))
        .toList();
  }

  private static boolean searches(NodeScore.Scan scan) {
    return scan == NodeScore.Scan.FIRST_NODE || scan == NodeScore.Scan.FULLEST_FIRST;
  }

  private static Fleet referenceFleet() {
    List<Hub> hubs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      hubs.add(
          new Hub(
              "hub-" + i,
              "hub-" + i,
              null,
              List.of(new Pool("a", 30_000, 8, 192_000, 1_572_864, Fleets.PRICE))));
    }
    return Fleets.of(hubs.toArray(Hub[]::new));
  }

  private static JobTable referenceJobs() {
    JobTable.Builder jobs = new JobTable.Builder();
    for (int i = 0; i < 10; i++) {
      jobs.add(
          new Job(
              "company-" + i,
              "training",
              "hub-" + i % 8,
              false,
              30_919,
              TaskRequest.wholeDevices(1, "a"),
              0,
              90 * 86_400));
    }
    var background =
        new Background(
            42L, 20_000, 0, 120, "background", List.of(), 0.2, new DurationLaw.GavelLogUniform());
    new BackgroundGenerator(background, referenceFleet().supplyMix(), 0)
        .drawInto(jobs, Checkpoint.NONE);
    return jobs.build();
  }

  private static void measure(
      String name, Fleet fleet, JobTable jobs, List<SchedulingPolicy> policies) {
    for (SchedulingPolicy policy : policies) {
      double best = Double.MAX_VALUE;
      long events = 0;
      for (int run = 0; run < RUNS; run++) {
        long before = cpuNanos();
        Runner done = Runner.runWithoutLog(fleet, jobs, policy.name());
        best = Math.min(best, (cpuNanos() - before) / 1e9);
        events = done.end.events();
      }
      OUT.printf(
          Locale.ROOT,
          "%-28s %-36s %,9d %,9d %9.3f %,12.0f %,12.0f%n",
          name,
          policy.name(),
          jobs.size(),
          events,
          best,
          jobs.size() / best,
          events / best);
    }
  }

  /** Of this thread: garbage collection and compilation on other threads are not in it. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
