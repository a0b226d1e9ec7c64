package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import org.suanwang.scheduling.workload.JobTable;

/** Whether and why quotas of queues keep jobs from starting that have their turn. */
public final class QuotaObstacles {
  private final SchedulingCycle cycle;
  private final Admission admission;
  private final JobTable jobs;
  private final JobQuotas quotas;

  QuotaObstacles(SchedulingCycle cycle, Admission admission, JobTable jobs, JobQuotas quotas) {
    this.cycle = cycle;
    this.admission = admission;
    this.jobs = jobs;
    this.quotas = quotas;
  }

  /** Whether quotas bar the job, as things are, from all places that could ever hold it. */
  public boolean isBarred(int job) {
    for (int place : cycle.groups().possiblePlaces(job)) {
      if (isOpen(job, place)) {
        return false;
      }
    }
    return true;
  }

  /** Of a union the job must also find places on the types of which it may have so many. */
  private boolean isOpen(int job, int place) {
    return quotas.allows(job, place)
        && (!admission.isUnion(place)
            || admission.mostTasks(place, job, quotas.openTo(job)) >= jobs.tasksMin(job));
  }

  /** Whether a job that cannot start now would if there were no quotas. */
  public boolean isKept(int job) {
    return cycle.find(job) != null;
  }

  /** Why a job that quotas keep from starting now must wait. */
  public Decision.Wait explain(int job) {
    int[] all = cycle.groups().possiblePlaces(job);
    int[] closed = Arrays.stream(all).filter(place -> !quotas.allows(job, place)).toArray();
    closed = closed.length == 0 ? all : closed;
    int[] placing = Arrays.stream(closed).filter(p -> cycle.findIn(p, job) != null).toArray();
    return quotas.explain(job, placing.length == 0 ? closed : placing);
  }
}
