package org.suanwang.scheduling.workload;

/** What happens to a job that has run as long as its user told beforehand. */
public enum EstimateRule {
  /** It goes on to the end of its work; the estimate only guides the policy. */
  RUN_ON,
  /** It is killed, as the systems behind the Standard Workload Format do. */
  KILL;

  /** Whether the job is cut off before the end of its work, whatever the policy. */
  public boolean kills(JobTable jobs, int job) {
    return this == KILL && jobs.estimateSeconds(job) < jobs.workSeconds(job);
  }
}
