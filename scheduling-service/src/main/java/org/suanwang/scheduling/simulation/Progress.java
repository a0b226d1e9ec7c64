package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceRates;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/**
 * How far each job has come: work done that is kept, as timed on the reference device, and time for
 * which devices were held. Parts of a second of work that an interruption cuts are done again.
 */
final class Progress {
  /** So much that whole seconds make no difference. */
  private static final long WORK_MEASURED = 1_000_000;

  private final JobTable jobs;
  private final DeviceRates rates;
  private final EstimateRule estimateRule;
  private final CheckpointRule checkpointRule;
  private final long[] doneWork;
  private final long[] heldBefore;
  private final long[] startedAt;
  private final long[] runsSince;
  private final int[] tasks;
  private final BitSet failed = new BitSet();

  Progress(SimulationInput input, DeviceRates rates) {
    this.jobs = input.jobs();
    this.rates = rates;
    this.estimateRule = input.estimateRule();
    this.checkpointRule = input.checkpointRule();
    this.doneWork = new long[jobs.size()];
    this.heldBefore = new long[jobs.size()];
    this.startedAt = new long[jobs.size()];
    this.runsSince = new long[jobs.size()];
    this.tasks = new int[jobs.size()];
  }

  /** How long a job that has just started holds devices of this type if it is left alone. */
  long secondsToEnd(int job, @Nullable String deviceType) {
    long left = estimateRule.grantedSeconds(jobs, job) - doneWork[job];
    return resumeSeconds(job) + heldFor(left, job, deviceType, tasks[job]);
  }

  /** The same of a running job, if it now went on with so many tasks. */
  long secondsToEndWith(int tasksThen, int job, @Nullable String deviceType, long now) {
    long left = estimateRule.grantedSeconds(jobs, job) - doneWork(job, deviceType, now);
    return checkpointRule.resumeSeconds() + heldFor(left, job, deviceType, tasksThen);
  }

  /** The same if its estimate is true. */
  long expectedSecondsToEnd(int job, @Nullable String deviceType) {
    long left = Math.max(1, jobs.estimateSeconds(job) - doneWork[job]);
    return resumeSeconds(job) + heldFor(left, job, deviceType, jobs.tasks(job));
  }

  /** With n of its N tasks a job takes N/n of the time: an assumption, as if nothing was shared. */
  private long heldFor(long work, int job, @Nullable String deviceType, int tasksThen) {
    long whole = rates.runSeconds(work, jobs.request(job), deviceType);
    boolean hasAll = tasksThen == jobs.tasks(job);
    return checkpointRule.heldSeconds(
        hasAll ? whole : Math.ceilDiv(whole * jobs.tasks(job), tasksThen));
  }

  /** How much of its work a job with all its tasks does in a second on devices of this type. */
  double workPerSecond(int job, @Nullable String deviceType) {
    long seconds = rates.runSeconds(WORK_MEASURED, jobs.request(job), deviceType);
    return (double) WORK_MEASURED / seconds;
  }

  private long workSeconds(long atWork, int job, @Nullable String deviceType) {
    boolean hasAll = tasks[job] == jobs.tasks(job);
    long whole = hasAll ? atWork : atWork * tasks[job] / jobs.tasks(job);
    return rates.workSeconds(whole, jobs.request(job), deviceType);
  }

  /**
   * How long the job holds its devices before it works: nothing when it starts for the first time,
   * or after a failure with nothing kept.
   */
  long resumeSeconds(int job) {
    if (failed.get(job)) {
      return doneWork[job] == 0 ? 0 : checkpointRule.restoreSeconds();
    }
    return heldBefore[job] == 0 ? 0 : checkpointRule.resumeSeconds();
  }

  /** A job starts, for the first time or again. */
  void startedAnew(int job, long now) {
    runsSince[job] = now;
  }

  /** A job goes on with so many of its tasks. */
  void goesOn(int job, int withTasks, long now) {
    startedAt[job] = now;
    tasks[job] = withTasks;
  }

  /** Takes note that a running job is interrupted; returns how many seconds came to nothing. */
  long interrupted(int job, @Nullable String deviceType, long now) {
    long lost = lostSeconds(job, now);
    leave(job, keptSeconds(job, now), deviceType, now);
    failed.clear(job);
    return lost;
  }

  /** The same for an interruption at which nothing can be saved. */
  long failed(int job, @Nullable String deviceType, long now) {
    long kept = checkpointRule.keptByCheckpoints(atWorkSeconds(job, now));
    long lost = now - startedAt[job] - kept;
    leave(job, kept, deviceType, now);
    failed.set(job);
    return lost;
  }

  /** One of both. */
  long stopped(boolean isSaved, int job, @Nullable String deviceType, long now) {
    return isSaved ? interrupted(job, deviceType, now) : failed(job, deviceType, now);
  }

  private void leave(int job, long kept, @Nullable String deviceType, long now) {
    doneWork[job] += workSeconds(kept, job, deviceType);
    heldBefore[job] += now - startedAt[job];
  }

  /** What an interruption now would waste of the seconds since the job's last start. */
  long lostSeconds(int job, long now) {
    return now - startedAt[job] - keptSeconds(job, now);
  }

  private long keptSeconds(int job, long now) {
    return checkpointRule.keptSeconds(atWorkSeconds(job, now));
  }

  private long atWorkSeconds(int job, long now) {
    return Math.max(0, now - startedAt[job] - resumeSeconds(job));
  }

  private long keptWork(int job, @Nullable String deviceType, long now) {
    return workSeconds(keptSeconds(job, now), job, deviceType);
  }

  /** Work that would be kept if the job, running on this type, were interrupted now. */
  long doneWork(int job, @Nullable String deviceType, long now) {
    return doneWork[job] + keptWork(job, deviceType, now);
  }

  /** Work that is kept of a job that waits. */
  long doneWork(int job) {
    return doneWork[job];
  }

  /** How long a job that waits has held devices. */
  long heldSeconds(int job) {
    return heldBefore[job];
  }

  /** How long a job that runs has held devices by now. */
  long heldSeconds(int job, long now) {
    return heldBefore[job] + now - startedAt[job];
  }

  /** Since when a job that runs has done so without a break. */
  long startedAt(int job) {
    return runsSince[job];
  }
}
