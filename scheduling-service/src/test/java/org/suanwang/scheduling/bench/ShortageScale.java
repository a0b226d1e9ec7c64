package org.suanwang.scheduling.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.SplittableRandom;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.workload.Draws;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * How the cost of an event grows with the nodes where devices are free, but CPU or memory is short,
 * and where gangs are kept together in racks: nodes of eight devices, jobs drawn at random, as many
 * for each node whatever the size.
 */
final class ShortageScale {
  private static final PrintStream OUT = System.out;
  private static final int JOBS_PER_NODE = 8;
  private static final int SECONDS = 100_000;
  private static final int CORES = 64;
  private static final int CORES_OF_TASK_MAX = 24;
  private static final int GIB_PER_CORE = 8;
  private static final double OVERLOAD = 1.3;
  private static final double LOAD = 0.85;

  private enum Shortage {
    CPU,
    MEMORY,
    BOTH,
    RACKS
  }

  private ShortageScale() {}

  static void run() {
    OUT.printf("%-32s %9s %9s %9s %12s%n", "score", "nodes", "jobs", "CPU s", "µs an event");
    for (Shortage shortage : Shortage.values()) {
      OUT.println(shortage);
      List<String> scores =
          shortage == Shortage.RACKS ? List.of("consolidate") : List.of("first-fit", "best-fit");
      for (String score : scores) {
        for (int nodes : List.of(1_000, 4_000, 16_000, 64_000)) {
          ScoreScale.measure(score, fleet(shortage, nodes), nodes, jobs(shortage, nodes));
        }
      }
    }
  }

  private static Fleet fleet(Shortage shortage, int nodes) {
    boolean isCpu = shortage == Shortage.CPU || shortage == Shortage.BOTH;
    boolean isMemory = shortage == Shortage.MEMORY || shortage == Shortage.BOTH;
    int perRack = 16;
    Pool pool =
        new Pool(
            "a",
            nodes,
            8,
            isCpu ? CORES * 1_000 : 0,
            isMemory ? CORES * GIB_PER_CORE * 1_024 : 0,
            null,
            shortage == Shortage.RACKS ? perRack : null);
    return Fleets.of(new Hub("h", "h", null, List.of(pool), perRack));
  }

  private static JobTable jobs(Shortage shortage, int nodes) {
    SplittableRandom random = new SplittableRandom(7);
    JobTable.Builder jobs = new JobTable.Builder();
    boolean isRacks = shortage == Shortage.RACKS;
    double nodesOfJob = isRacks ? 6.2 * 2.5 / 8 : (CORES_OF_TASK_MAX + 1) / 2.0 / CORES;
    double gap = nodesOfJob * SECONDS / nodes / (isRacks ? LOAD : OVERLOAD);
    double at = 0;
    for (int i = 0; i < JOBS_PER_NODE * nodes; i++) {
      at += gap * 2 * random.nextDouble();
      int tasks = isRacks ? 1 << Draws.index(random, 5) : 1;
      TaskRequest request =
          isRacks ? TaskRequest.wholeDevices(1 + Draws.index(random, 4), "a") : task(random);
      long work = 1L + Draws.index(random, 2 * SECONDS);
      jobs.addGenerated(new Job("j", "c", null, false, tasks, request, (long) at, work), i);
    }
    return jobs.build();
  }

  /** Of nodes that do not model CPU or memory, it has as much as it wants. */
  private static TaskRequest task(SplittableRandom random) {
    int devices = Draws.index(random, 4) == 0 ? 0 : 1 + Draws.index(random, 2);
    int cores = 1 + Draws.index(random, CORES_OF_TASK_MAX);
    int memory = (1 + Draws.index(random, CORES_OF_TASK_MAX)) * GIB_PER_CORE * 1_024;
    return new TaskRequest(devices, 0, cores * 1_000, memory, List.of("a"), null);
  }
}
