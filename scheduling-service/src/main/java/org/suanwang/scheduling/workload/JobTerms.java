package org.suanwang.scheduling.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a job beside the work itself: how it is ranked, for whom it runs, and how long
 * anybody waits for it. Times but the estimate are seconds after its submission.
 *
 * @param estimateSeconds run time on the reference device as its user told beforehand; null when
 *     nothing was told: then the work itself is the estimate
 * @param priority the higher, the earlier its turn where the order goes by priority; 0 for most
 * @param preemptible whether it may be made to give way once it runs
 * @param tenant for whom it runs, the path of a queue
 * @param deadlineSeconds by when it is to have ended; null when nobody said
 * @param startTimeoutSeconds it is withdrawn when it has not started by then; null: it waits on
 * @param cancelAfterSeconds its user cancels it then, if it has not ended; null: never
 * @param ending how it comes to the end of its work
 * @param tasksMin with how many tasks it is content while there is no room for all; null: all
 * @param deferrableSeconds for how long its start may be put off by a policy that does so; null:
 *     not
 * @param startNodes names of the nodes on which it starts first, whatever the policy: of each task
 *     one, or one for all; empty where the policy says
 */
public record JobTerms(
    @Nullable Long estimateSeconds,
    int priority,
    boolean preemptible,
    String tenant,
    @Nullable Long deadlineSeconds,
    @Nullable Long startTimeoutSeconds,
    @Nullable Long cancelAfterSeconds,
    JobEnding ending,
    @Nullable Integer tasksMin,
    @Nullable Long deferrableSeconds,
    List<String> startNodes) {
  /** Nothing was told beforehand, the priority of most; it may give way; of the default tenant. */
  public static final JobTerms USUAL =
      new JobTerms(
          null,
          0,
          true,
          Tenant.DEFAULT,
          null,
          null,
          null,
          JobEnding.COMPLETES,
          null,
          null,
          List.of());

  public JobTerms {
    startNodes = List.copyOf(startNodes);
    requireInside("estimate", estimateSeconds, 1);
    requireInside("deadline", deadlineSeconds, 1);
    requireInside("start timeout", startTimeoutSeconds, 1);
    requireInside("cancelling", cancelAfterSeconds, 1);
    requireInside("deferral", deferrableSeconds, 1);
    if (tasksMin != null && tasksMin < 1) {
      throw new IllegalArgumentException("a job has at least one task");
    }
    if (!Tenant.isPath(tenant)) {
      throw new IllegalArgumentException("no path of a queue: " + tenant);
    }
  }

  /** Terms of a job that is not to be put off. */
  public JobTerms(
      @Nullable Long estimateSeconds,
      int priority,
      boolean preemptible,
      String tenant,
      @Nullable Long deadlineSeconds,
      @Nullable Long startTimeoutSeconds,
      @Nullable Long cancelAfterSeconds,
      JobEnding ending,
      @Nullable Integer tasksMin) {
    this(
        estimateSeconds,
        priority,
        preemptible,
        tenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        ending,
        tasksMin,
        null,
        List.of());
  }

  /** Terms of a job that starts where the policy says. */
  public JobTerms(
      @Nullable Long estimateSeconds,
      int priority,
      boolean preemptible,
      String tenant,
      @Nullable Long deadlineSeconds,
      @Nullable Long startTimeoutSeconds,
      @Nullable Long cancelAfterSeconds,
      JobEnding ending,
      @Nullable Integer tasksMin,
      @Nullable Long deferrableSeconds) {
    this(
        estimateSeconds,
        priority,
        preemptible,
        tenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        ending,
        tasksMin,
        deferrableSeconds,
        List.of());
  }

  private static void requireInside(String what, @Nullable Long seconds, long min) {
    if (seconds != null && (seconds < min || seconds > WorkloadLimits.SECONDS_MAX)) {
      throw new IllegalArgumentException(
          "%s outside %d..%d".formatted(what, min, WorkloadLimits.SECONDS_MAX));
    }
  }

  /** The same with what the user told beforehand. */
  public JobTerms withEstimate(@Nullable Long seconds) {
    return new JobTerms(
        seconds,
        priority,
        preemptible,
        tenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        ending,
        tasksMin,
        deferrableSeconds,
        startNodes);
  }

  /** The same with this priority. */
  public JobTerms withPriority(int newPriority) {
    return new JobTerms(
        estimateSeconds,
        newPriority,
        preemptible,
        tenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        ending,
        tasksMin,
        deferrableSeconds,
        startNodes);
  }

  /** The same for a job that may or may not be made to give way. */
  public JobTerms withPreemptible(boolean mayGiveWay) {
    return new JobTerms(
        estimateSeconds,
        priority,
        mayGiveWay,
        tenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        ending,
        tasksMin,
        deferrableSeconds,
        startNodes);
  }

  /** The same for this tenant. */
  public JobTerms withTenant(String newTenant) {
    return new JobTerms(
        estimateSeconds,
        priority,
        preemptible,
        newTenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        ending,
        tasksMin,
        deferrableSeconds,
        startNodes);
  }

  /** The same with these times after submission; null for none. */
  public JobTerms withTimes(
      @Nullable Long deadline, @Nullable Long startTimeout, @Nullable Long cancelAfter) {
    return new JobTerms(
        estimateSeconds,
        priority,
        preemptible,
        tenant,
        deadline,
        startTimeout,
        cancelAfter,
        ending,
        tasksMin,
        deferrableSeconds,
        startNodes);
  }

  /** The same for a job that comes to the end of its work like this. */
  public JobTerms withEnding(JobEnding newEnding) {
    return new JobTerms(
        estimateSeconds,
        priority,
        preemptible,
        tenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        newEnding,
        tasksMin,
        deferrableSeconds,
        startNodes);
  }

  /** The same for a job that is content with so many tasks; null: with all only. */
  public JobTerms withTasksMin(@Nullable Integer atLeast) {
    return new JobTerms(
        estimateSeconds,
        priority,
        preemptible,
        tenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        ending,
        atLeast,
        deferrableSeconds,
        startNodes);
  }

  /** The same for a job whose start may be put off for so long; null: not. */
  public JobTerms withDeferrable(@Nullable Long seconds) {
    return new JobTerms(
        estimateSeconds,
        priority,
        preemptible,
        tenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        ending,
        tasksMin,
        seconds,
        startNodes);
  }

  /** The same for a job that starts first on these nodes, one for each task or one for all. */
  public JobTerms withStartNodes(List<String> names) {
    return new JobTerms(
        estimateSeconds,
        priority,
        preemptible,
        tenant,
        deadlineSeconds,
        startTimeoutSeconds,
        cancelAfterSeconds,
        ending,
        tasksMin,
        deferrableSeconds,
        names);
  }
}
