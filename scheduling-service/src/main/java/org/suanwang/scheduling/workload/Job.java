package org.suanwang.scheduling.workload;

import org.jspecify.annotations.Nullable;

/**
 * One job: a gang of equal tasks that start together or not at all, within one hub and on one
 * device type, unless its request says that it may be mixed.
 *
 * @param id unique in its workload
 * @param jobClass what kind of work it is; the account that pays in the ledger
 * @param region the hub that is tried first; null means no preference
 * @param regionRequired whether the job may run in its region only
 * @param tasks number of tasks
 * @param request what each task needs
 * @param submitSeconds seconds since the simulation's epoch
 * @param work how much is to be done, in the unit of the request: seconds are run time on the
 *     reference device
 * @param terms what is said of it beside its work
 */
public record Job(
    String id,
    String jobClass,
    @Nullable String region,
    boolean regionRequired,
    int tasks,
    TaskRequest request,
    long submitSeconds,
    long work,
    JobTerms terms) {
  public Job {
    if (tasks < 1) {
      throw new IllegalArgumentException("a job has at least one task");
    }
    Integer atLeast = terms.tasksMin();
    if (atLeast != null && atLeast > tasks) {
      throw new IllegalArgumentException("fewer tasks than it is content with: " + tasks);
    }
    int named = terms.startNodes().size();
    if (named > 1 && named != tasks) {
      throw new IllegalArgumentException("a node for each task, or one for all: " + named);
    }
    if (named > 0 && request.terms().hubs().data() != null) {
      throw new IllegalArgumentException("starts on its nodes, wherever its data is: " + id);
    }
    if (submitSeconds < 0 || submitSeconds > WorkloadLimits.SECONDS_MAX) {
      throw new IllegalArgumentException("submitted outside simulated time: " + submitSeconds);
    }
    long most = request.terms().unit().amountMax();
    if (work < 1 || work > most) {
      throw new IllegalArgumentException("work outside 1.." + most);
    }
  }

  /** A job on the usual terms. */
  public Job(
      String id,
      String jobClass,
      @Nullable String region,
      boolean regionRequired,
      int tasks,
      TaskRequest request,
      long submitSeconds,
      long work) {
    this(id, jobClass, region, regionRequired, tasks, request, submitSeconds, work, JobTerms.USUAL);
  }

  /** The same job on these terms. */
  public Job withTerms(JobTerms newTerms) {
    return new Job(
        id, jobClass, region, regionRequired, tasks, request, submitSeconds, work, newTerms);
  }

  /** The same job with what its user told beforehand. */
  public Job withEstimate(@Nullable Long seconds) {
    return withTerms(terms.withEstimate(seconds));
  }

  /** The same job with this priority. */
  public Job withPriority(int newPriority) {
    return withTerms(terms.withPriority(newPriority));
  }

  /** The same job, which may or may not be made to give way. */
  public Job withPreemptible(boolean mayGiveWay) {
    return withTerms(terms.withPreemptible(mayGiveWay));
  }

  /** The same job for this tenant. */
  public Job withTenant(String newTenant) {
    return withTerms(terms.withTenant(newTenant));
  }
}
