package org.suanwang.scheduling.cycle;

import java.util.List;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;

/**
 * How many tasks of a job find a place now in a group, or over the device types of a union of
 * groups. Where they do is with the placer.
 */
final class PlaceSearch {
  private final GangPlacer placer;
  private final FleetLayout layout;
  private final JobTable jobs;
  private final Admission admission;

  PlaceSearch(GangPlacer placer, FleetLayout layout, JobTable jobs, Admission admission) {
    this.placer = placer;
    this.layout = layout;
    this.jobs = jobs;
    this.admission = admission;
  }

  /** Whether all of them do, as far as the job is allowed to. */
  boolean isWhole(int group, int job, Allowance allowance) {
    return areAll(group, job, jobs.tasks(job), allowance);
  }

  /** Whether so many of them do, likewise. */
  boolean areAll(int group, int job, int tasks, Allowance allowance) {
    return allowance.tasks(group) >= tasks && placeMost(group, job, tasks, tasks) == tasks;
  }

  /** As many as do, and are allowed; 0 where the job is content with more only. */
  int most(int group, int job, Allowance allowance) {
    int tasks = Math.min(jobs.tasks(job), allowance.tasks(group));
    int atLeast = jobs.tasksMin(job);
    return tasks < atLeast ? 0 : placeMost(group, job, tasks, atLeast);
  }

  private int placeMost(int group, int job, int tasks, int atLeast) {
    if (layout.isUnion(group)) {
      return placeSpread(group, job, tasks, atLeast);
    }
    return placer.placeMost(group, job, tasks, atLeast);
  }

  /** Over as few of the fastest device types as will do, or on which most tasks find a place. */
  private int placeSpread(int union, int job, int tasks, int atLeast) {
    List<FleetLayout.PoolSpan> best = List.of();
    int most = 0;
    int placed = 0;
    for (List<FleetLayout.PoolSpan> pools : admission.spreads().of(union, job)) {
      placed = placeOver(pools, union, job, tasks, atLeast);
      best = placed > most ? pools : best;
      most = Math.max(most, placed);
      if (placed == tasks) {
        return placed;
      }
    }
    return most == 0 ? 0 : placeOver(best, union, job, tasks, atLeast);
  }

  private int placeOver(
      List<FleetLayout.PoolSpan> pools, int union, int job, int tasks, int atLeast) {
    placer.spreadOver(pools);
    return placer.placeMost(union, job, tasks, atLeast);
  }
}
