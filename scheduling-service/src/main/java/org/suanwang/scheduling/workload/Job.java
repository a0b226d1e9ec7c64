package org.suanwang.scheduling.workload;

import org.jspecify.annotations.Nullable;

/**
 * One job: a gang of equal tasks that start together or not at all, within one hub and on one
 * device type.
 *
 * @param id unique in its workload
 * @param jobClass what kind of work it is; the account that pays in the ledger
 * @param region the hub that is tried first; null means no preference
 * @param regionRequired whether the job may run in its region only
 * @param tasks number of tasks
 * @param request what each task needs
 * @param submitSeconds seconds since the simulation's epoch
 * @param workSeconds run time on the reference device
 */
public record Job(
    String id,
    String jobClass,
    @Nullable String region,
    boolean regionRequired,
    int tasks,
    TaskRequest request,
    long submitSeconds,
    long workSeconds) {
  public Job {
    if (tasks < 1) {
      throw new IllegalArgumentException("a job has at least one task");
    }
    if (submitSeconds < 0 || submitSeconds > WorkloadLimits.SECONDS_MAX) {
      throw new IllegalArgumentException("submitted outside simulated time: " + submitSeconds);
    }
    if (workSeconds < 1 || workSeconds > WorkloadLimits.SECONDS_MAX) {
      throw new IllegalArgumentException("work outside 1.." + WorkloadLimits.SECONDS_MAX);
    }
  }
}
