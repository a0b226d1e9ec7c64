package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.workload.JobTable;

/**
 * What was refused while the queue was walked through once: a job that asks for the same on each
 * node, and for as many nodes or more, need not be tried again before something is given back.
 * Where it matters for whom jobs run and how long, they are not compared.
 */
final class Refusals {
  private final JobTable jobs;
  private final int[] tasks;
  private final int[] walks;
  private final boolean compares;
  private int walk;

  Refusals(Simulation run) {
    jobs = run.input().jobs();
    compares = !run.plans().isGated();
    tasks = new int[jobs.distinctRequests().size()];
    walks = new int[tasks.length];
  }

  void clear() {
    walk++;
  }

  /** Jobs that must stay in one region are not compared with others. */
  boolean holdFor(int job) {
    int request = jobs.requestIndex(job);
    return compares
        && !jobs.regionRequired(job)
        && walks[request] == walk
        && jobs.tasksMin(job) >= tasks[request];
  }

  void add(int job) {
    if (jobs.regionRequired(job)) {
      return;
    }
    int request = jobs.requestIndex(job);
    int known = walks[request] == walk ? tasks[request] : Integer.MAX_VALUE;
    walks[request] = walk;
    tasks[request] = Math.min(known, jobs.tasksMin(job));
  }
}
