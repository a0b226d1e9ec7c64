package org.suanwang.scheduling.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.load.TraceFormat;
import org.suanwang.scheduling.load.TraceOptions;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * One simulation of the Philly trace in a process of its own, from the file to the metrics' sink.
 * It prints what the process took for the first run, since {@code main} began and since its start,
 * and then what further runs take.
 */
public final class ScaleRun {
  private static final double NANOS = 1e9;
  private static final int WARM_RUNS = 7;

  private ScaleRun() {}

  /**
   * Runs.
   *
   * @param args policy, jobs, nodes of eight devices, sites they are spread over, and by how much
   *     the time between arrivals is cut
   */
  public static void main(String[] args) throws IOException {
    double atStart = processCpuSeconds();
    int jobs = Integer.parseInt(args[1]);
    int nodes = Integer.parseInt(args[2]);
    int sites = Integer.parseInt(args[3]);
    JobTable table = repeated(philly(), jobs, Double.parseDouble(args[4]));
    double read = processCpuSeconds();
    Runner run = Runner.runWithoutLog(fleet(nodes, sites), table, args[0]);
    double all = processCpuSeconds();
    double warm = warmSeconds(args[0], fleet(nodes, sites), table);
    System.out.printf(
        Locale.ROOT,
        "%-24s %,9d %,7d %3d %,10d %7.2f %7.2f %7.2f %7.3f %11s %,6d %s%n",
        args[0],
        table.size(),
        nodes,
        sites,
        run.end.events(),
        all - read,
        all - atStart,
        all,
        warm,
        String.format(Locale.ROOT, "%,.0f", run.end.events() / warm),
        peakMebibytes(Path.of("/proc/self/status")),
        run.hash.substring(0, 8));
  }

  /** The best of some more runs in the same process, of this thread: what a service pays. */
  private static double warmSeconds(String policy, Fleet fleet, JobTable jobs) {
    double best = Double.MAX_VALUE;
    for (int run = 0; run < WARM_RUNS; run++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Runner.runWithoutLog(fleet, jobs, policy);
      long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      best = Math.min(best, (after - before) / NANOS);
    }
    return best;
  }

  static JobTable philly() throws IOException {
    Traces traces = Traces.find("philly").orElseThrow();
    Path file = traces.folder().resolve("philly").resolve("philly_82k.csv");
    TraceFormat format = TraceFormat.find("philly").orElseThrow();
    TraceOptions options =
        new TraceOptions(null, 8, true, false, null, List.of(), null, null, false, false);
    try (InputStream in = Files.newInputStream(file)) {
      return format.loadWorkload(in, options).jobs();
    }
  }

  /** The trace again and again, each time after its end, as many jobs as wanted. */
  static JobTable repeated(JobTable once, int wanted, double denser) {
    long span = once.submitSeconds(once.size() - 1) + 1;
    JobTable.Builder jobs = new JobTable.Builder();
    for (int i = 0; i < wanted; i++) {
      int row = i % once.size();
      Job job = once.job(row);
      long at = (long) ((job.submitSeconds() + i / once.size() * span) / denser);
      Job moved =
          new Job(
              job.id(), job.jobClass(), null, false, job.tasks(), job.request(), at, job.work());
      jobs.addGenerated(moved, i);
    }
    return jobs.build();
  }

  private static Fleet fleet(int nodes, int sites) {
    List<Hub> hubs = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      hubs.add(
          new Hub("s" + i, "s" + i, null, List.of(new Pool("a", nodes / sites, 8, 0, 0, null))));
    }
    return Fleets.of(hubs.toArray(Hub[]::new));
  }

  private static double processCpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / NANOS;
  }

  /** The most memory the process had, as Linux counts it; 0 elsewhere. */
  static long peakMebibytes(Path status) throws IOException {
    if (!Files.exists(status)) {
      return 0;
    }
    Optional<String> peak =
        Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM:")).findFirst();
    return peak.map(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024).orElse(0L);
  }
}
