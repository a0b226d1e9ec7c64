package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.Map;
import org.suanwang.scheduling.workload.JobTable;

/**
 * For whom nobody would give way, as things are: another job of the same queue whose turn comes
 * later, and that asks for the same on each node and for as many nodes or more, need not ask. What
 * holds for elastic jobs need not hold for others, for which not as many may give way.
 */
final class RoomRefusals {
  private final JobTable jobs;
  private final boolean compares;
  private final Map<Long, Integer> tasks = new HashMap<>();

  RoomRefusals(Simulation run) {
    jobs = run.input().jobs();
    compares = !run.plans().isGated() || !run.input().policy().discipline().reservesAhead();
  }

  void clear() {
    tasks.clear();
  }

  /** Jobs that must stay in one region, or on certain nodes, are not compared with others. */
  boolean holdFor(int leaf, int job) {
    Integer refused = tasks.get(key(leaf, job));
    return refused != null && !jobs.regionRequired(job) && jobs.tasksMin(job) >= refused;
  }

  void add(int leaf, int job) {
    if (compares && !jobs.regionRequired(job)) {
      tasks.merge(key(leaf, job), jobs.tasksMin(job), Math::min);
    }
  }

  private long key(int leaf, int job) {
    long kind = 2L * jobs.requestIndex(job) + (jobs.isElastic(job) ? 1 : 0);
    return (long) leaf << Integer.SIZE | kind;
  }
}
