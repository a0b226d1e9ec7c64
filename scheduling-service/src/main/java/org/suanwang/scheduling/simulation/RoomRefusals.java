package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.Map;
import org.suanwang.scheduling.workload.JobTable;

/**
 * For whom nobody would give way, as things are: another job of the same queue whose turn comes
 * later, and that asks for the same on each node and for as many nodes or more, need not ask.
 */
final class RoomRefusals {
  private final JobTable jobs;
  private final Map<Long, Integer> tasks = new HashMap<>();

  RoomRefusals(JobTable jobs) {
    this.jobs = jobs;
  }

  void clear() {
    tasks.clear();
  }

  /** Jobs that must stay in one region are not compared with others. */
  boolean holdFor(int leaf, int job) {
    Integer refused = tasks.get(key(leaf, job));
    return refused != null && !jobs.regionRequired(job) && jobs.tasks(job) >= refused;
  }

  void add(int leaf, int job) {
    if (!jobs.regionRequired(job)) {
      tasks.merge(key(leaf, job), jobs.tasks(job), Math::min);
    }
  }

  private long key(int leaf, int job) {
    return (long) leaf << Integer.SIZE | jobs.requestIndex(job);
  }
}
