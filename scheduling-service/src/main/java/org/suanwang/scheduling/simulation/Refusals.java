package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.Map;
import org.suanwang.scheduling.workload.JobTable;

/**
 * What was refused while the queue was walked through once: a job that asks for the same on each
 * node, and for as many nodes or more, need not be tried again before something is given back.
 * Where nodes are kept for tenants, only jobs of one tenant are compared; where it also matters how
 * long jobs run, only what found no room even without regard to plans.
 */
final class Refusals {
  private final Simulation run;
  private final JobTable jobs;
  private final boolean areLengthsAlike;
  private final int[] kindOfJob;
  private final int[] tasks;
  private final int[] walks;
  private int walk;

  Refusals(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    boolean isGated = run.plans().isGated();
    areLengthsAlike = !isGated || !run.input().policy().discipline().reservesAhead();
    kindOfJob = isGated && areLengthsAlike ? kindsByTenant(jobs) : new int[0];
    int kinds = jobs.distinctRequests().size();
    for (int kind : kindOfJob) {
      kinds = Math.max(kinds, kind + 1);
    }
    tasks = new int[kinds];
    walks = new int[kinds];
  }

  private static int[] kindsByTenant(JobTable jobs) {
    Map<Long, Integer> known = new HashMap<>();
    int[] kinds = new int[jobs.size()];
    for (int job = 0; job < kinds.length; job++) {
      long both = (long) jobs.requestIndex(job) << Integer.SIZE | jobs.tenantIndex(job);
      kinds[job] = known.computeIfAbsent(both, k -> known.size());
    }
    return kinds;
  }

  private int kind(int job) {
    return kindOfJob.length == 0 ? jobs.requestIndex(job) : kindOfJob[job];
  }

  void clear() {
    walk++;
  }

  /** Jobs that must stay in one region are not compared with others. */
  boolean holdFor(int job) {
    int kind = kind(job);
    return !jobs.regionRequired(job) && walks[kind] == walk && jobs.tasksMin(job) >= tasks[kind];
  }

  void add(int job) {
    if (jobs.regionRequired(job) || (!areLengthsAlike && run.cycle().fitsBesidePlans(job))) {
      return;
    }
    int kind = kind(job);
    int known = walks[kind] == walk ? tasks[kind] : Integer.MAX_VALUE;
    walks[kind] = walk;
    tasks[kind] = Math.min(known, jobs.tasksMin(job));
  }
}
