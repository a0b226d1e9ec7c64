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
 * @param estimateSeconds run time on the reference device as its user told beforehand; null when
 *     nothing was told: then the work itself is the estimate
 * @param priority the higher, the earlier its turn where the order goes by priority; 0 for most
 * @param preemptible whether it may be made to give way once it runs
 * @param tenant for whom it runs, the path of a queue
 */
public record Job(
    String id,
    String jobClass,
    @Nullable String region,
    boolean regionRequired,
    int tasks,
    TaskRequest request,
    long submitSeconds,
    long workSeconds,
    @Nullable Long estimateSeconds,
    int priority,
    boolean preemptible,
    String tenant) {
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
    if (estimateSeconds != null
        && (estimateSeconds < 1 || estimateSeconds > WorkloadLimits.SECONDS_MAX)) {
      throw new IllegalArgumentException("estimate outside 1.." + WorkloadLimits.SECONDS_MAX);
    }
    if (!Tenant.isPath(tenant)) {
      throw new IllegalArgumentException("no path of a queue: " + tenant);
    }
  }

  /**
   * A job of which nothing was told beforehand, with the priority of most; it may give way; of the
   * default tenant.
   */
  public Job(
      String id,
      String jobClass,
      @Nullable String region,
      boolean regionRequired,
      int tasks,
      TaskRequest request,
      long submitSeconds,
      long workSeconds) {
    this(
        id,
        jobClass,
        region,
        regionRequired,
        tasks,
        request,
        submitSeconds,
        workSeconds,
        null,
        0,
        true,
        Tenant.DEFAULT);
  }

  /** The same job with what its user told beforehand. */
  public Job withEstimate(@Nullable Long seconds) {
    return with(seconds, priority, preemptible, tenant);
  }

  /** The same job with this priority. */
  public Job withPriority(int newPriority) {
    return with(estimateSeconds, newPriority, preemptible, tenant);
  }

  /** The same job, which may or may not be made to give way. */
  public Job withPreemptible(boolean mayGiveWay) {
    return with(estimateSeconds, priority, mayGiveWay, tenant);
  }

  /** The same job for this tenant. */
  public Job withTenant(String newTenant) {
    return with(estimateSeconds, priority, preemptible, newTenant);
  }

  private Job with(@Nullable Long estimate, int newPriority, boolean mayGiveWay, String newTenant) {
    return new Job(
        id,
        jobClass,
        region,
        regionRequired,
        tasks,
        request,
        submitSeconds,
        workSeconds,
        estimate,
        newPriority,
        mayGiveWay,
        newTenant);
  }
}
