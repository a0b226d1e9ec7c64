package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.suanwang.scheduling.load.SwfLog;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Queue disciplines and orders on logs of the Parallel Workloads Archive: waits and bounded
 * slowdowns. Estimates are those of the log, else true, else drawn by the model of Mu'alem and
 * Feitelson (2001): uniform from the run time to f + 1 times as long.
 */
final class BackfillStudy {
  private static final PrintStream OUT = System.out;
  private static final int FACTOR = 4;
  private static final long SEED = 42;
  private static final String FILES = ".*\\.swf(\\.gz|\\.zip)?";
  private static final List<String> POLICIES =
      List.of(
          "fifo",
          "fifo-skip",
          "fifo-easy",
          "fifo-conservative",
          "sjf",
          "sjf-easy",
          "sjf-oracle-easy",
          "smallest-first-easy",
          "largest-first-easy");

  private BackfillStudy() {}

  /** On every log of the folder. */
  static void run(Goals goals) throws IOException {
    Optional<Traces> traces = Traces.find("swf");
    if (traces.isEmpty()) {
      OUT.println("backfill " + Traces.MISSING.formatted("swf"));
      return;
    }
    OUT.printf(
        Locale.ROOT,
        "%-12s %-9s %-20s %12s %10s %10s %10s %8s %8s%n",
        "log",
        "estimates",
        "order, discipline",
        "slowdown",
        "wait s",
        "wait p95 s",
        "JCT s",
        "alloc.",
        "CPU s");
    for (String file : traces.get().files("swf", FILES)) {
      SwfLog log = traces.get().swf(file);
      String name = file.split("[-.]", 2)[0];
      JobTable jobs = log.jobs();
      Map<String, RunMetrics> known = measure(name, "true", log, estimated(jobs, 0), goals);
      Map<String, RunMetrics> guessed =
          measure(name, "f = " + FACTOR, log, estimated(jobs, FACTOR), goals);
      checkGuesses(name, known, guessed, goals);
      if (jobs.toList().stream().anyMatch(job -> job.terms().estimateSeconds() != null)) {
        measure(name, "the log's", log, jobs, goals);
      }
    }
  }

  /** Uniform from the run time to so many times as much more; true with 0. */
  private static JobTable estimated(JobTable jobs, int factor) {
    SplittableRandom random = new SplittableRandom(SEED);
    JobTable.Builder estimated = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      long more = (long) (random.nextDouble() * factor * job.work());
      estimated.add(job.withEstimate(job.work() + more));
    }
    return estimated.build();
  }

  private static Map<String, RunMetrics> measure(
      String name, String estimates, SwfLog log, JobTable jobs, Goals goals) {
    Map<String, RunMetrics> found = new HashMap<>();
    for (String policy : POLICIES) {
      long before = cpuNanos();
      Runner run = Runner.runWithoutLog(log.fleet(name), jobs, policy + "-first-fit");
      double seconds = (cpuNanos() - before) / 1e9;
      RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1);
      OUT.printf(
          Locale.ROOT,
          "%-12s %-9s %-20s %,12.2f %,10.0f %,10d %,10.0f %8.4f %8.3f%n",
          name,
          estimates,
          policy,
          metrics.boundedSlowdownMean(),
          metrics.waiting().mean(),
          metrics.waiting().p95(),
          metrics.completion().mean(),
          metrics.allocation(),
          seconds);
      found.put(policy, metrics);
    }
    checkOrder(name + ", estimates " + estimates, found, goals);
    return found;
  }

  /**
   * As published: backfilling of either kind is far better than none (Mu'alem and Feitelson 2001),
   * and the shortest first make it better again (Srinivasan et al. 2002).
   */
  private static void checkOrder(String log, Map<String, RunMetrics> found, Goals goals) {
    checkSlowdown(log, "fifo-easy", "fifo", found, goals);
    checkSlowdown(log, "fifo-conservative", "fifo", found, goals);
    checkSlowdown(log, "sjf-easy", "fifo-easy", found, goals);
  }

  private static void checkSlowdown(
      String log, String policy, String other, Map<String, RunMetrics> found, Goals goals) {
    double most = Objects.requireNonNull(found.get(other)).boundedSlowdownMean();
    double slowdown = Objects.requireNonNull(found.get(policy)).boundedSlowdownMean();
    goals.atMost(log + ": slowdown of " + policy + " beside " + other + "'s", slowdown, most);
  }

  /** As published: estimates that are too long shorten the wait (Mu'alem and Feitelson 2001). */
  private static void checkGuesses(
      String log, Map<String, RunMetrics> known, Map<String, RunMetrics> guessed, Goals goals) {
    for (String policy : List.of("fifo-easy", "fifo-conservative")) {
      double most = Objects.requireNonNull(known.get(policy)).waiting().mean();
      double wait = Objects.requireNonNull(guessed.get(policy)).waiting().mean();
      goals.atMost(log + ": wait under " + policy + ", f beside true estimates", wait, most);
    }
  }

  /** Of this thread: garbage collection and compilation on other threads are not in it. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
