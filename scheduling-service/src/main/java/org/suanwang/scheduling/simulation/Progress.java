package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.throughput.RunRates;
import org.suanwang.scheduling.throughput.Spread;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/**
 * How far each job has come: work done that is kept, in the unit it was told in, and time for which
 * devices were held. Parts of a second of work that an interruption cuts are done again.
 */
final class Progress {
  /** So long that whole units of work make no difference. */
  private static final long SECONDS_MEASURED = 1_000_000;

  private final JobTable jobs;
  private final RunRates rates;
  private final EstimateRule estimateRule;
  private final InterruptionCosts costs;
  private final long[] doneWork;
  private final long[] heldBefore;
  private final long[] startedAt;
  private final long[] runsSince;
  private final int[] tasks;
  private final byte @Nullable [] spreadOf;
  private final Resumption resumption;
  private final Map<Integer, Long> unsavedWork = new HashMap<>();
  private final Speeds speeds;

  Progress(SimulationInput input, RunRates rates) {
    this.jobs = input.jobs();
    this.rates = rates;
    this.estimateRule = input.estimateRule();
    this.costs = new InterruptionCosts(input);
    this.resumption = new Resumption(input, costs);
    this.doneWork = new long[jobs.size()];
    this.heldBefore = new long[jobs.size()];
    this.startedAt = new long[jobs.size()];
    this.runsSince = new long[jobs.size()];
    this.tasks = new int[jobs.size()];
    this.speeds = new Speeds(jobs.size());
    this.spreadOf = rates.looksAtSpread() ? new byte[jobs.size()] : null;
  }

  /** How long a job that has just started holds devices of this group if it is left alone. */
  long secondsToEnd(int job, int group) {
    long run = rates.runSeconds(job, workLeft(job), group, spread(job));
    return resumeSeconds(job) + heldFor(slowed(run, job), job, tasks[job], group);
  }

  /** The same of a running job, if it now went on with so many tasks, spread like this. */
  long secondsToEndWith(int tasksThen, int spreadThen, int job, int group, long now) {
    long run = rates.runSeconds(job, workLeft(job, group, now), group, spreadThen);
    return costs.of(job).resumeSeconds() + heldFor(run, job, tasksThen, group);
  }

  /** The same if its estimate is true, and it is spread as slows it down most. */
  long expectedSecondsToEnd(int job, int group) {
    return expectedSecondsToEnd(job, jobs.tasks(job), group);
  }

  /** The same with so many of its tasks. */
  long expectedSecondsToEnd(int job, int tasksThen, int group) {
    long left = Math.max(1, rates.estimatedWork(jobs, job) - doneWork[job]);
    long run = rates.longestSeconds(job, left, group);
    return resumeSeconds(job) + heldFor(run, job, tasksThen, group);
  }

  /**
   * The same of a job that runs, if it now went on with so many of its tasks.
   *
   * @param pace the group by which it is fast now
   */
  long expectedSecondsAfterChange(int job, int tasksThen, int group, int pace, long now) {
    long done = doneWork[job] + keptWork(job, pace, now);
    long left = Math.max(1, rates.estimatedWork(jobs, job) - done);
    long resume = heldSeconds(job, now) == 0 ? 0 : costs.of(job).resumeSeconds();
    return resume + heldFor(rates.longestSeconds(job, left, group), job, tasksThen, group);
  }

  /** Beside another on its devices a job has only a part of its speed. */
  private long slowed(long seconds, int job) {
    double speed = speeds.of(job);
    return speed == 1 ? seconds : RunRates.seconds(seconds, speed);
  }

  /**
   * With n of its N tasks a job takes as long as was measured of n; where nothing was, N/n of the
   * time: an assumption, as if nothing was shared.
   */
  private long heldFor(long whole, int job, int tasksThen, int group) {
    long held = rates.secondsWith(tasksThen, whole, jobs.tasks(job), job, group);
    return costs.of(job).heldSeconds(held);
  }

  /** How much of its work a job with all its tasks does in a second in a group, lying closest. */
  double workPerSecond(int job, int group) {
    return rates.workDone(job, SECONDS_MEASURED, group, Spread.CLOSEST) / (double) SECONDS_MEASURED;
  }

  private long workDone(long atWork, int job, int group) {
    long done = rates.workDone(job, inWhole(atWork, job, group), group, spread(job));
    double speed = speeds.of(job);
    return speed == 1 ? done : (long) (done * speed);
  }

  /** In which time all of its tasks do what those do that it has. */
  private long inWhole(long atWork, int job, int group) {
    if (tasks[job] == jobs.tasks(job)) {
      return atWork;
    }
    double part = rates.part(job, tasks[job], group);
    return part == RunRates.IN_PROPORTION
        ? atWork * tasks[job] / jobs.tasks(job)
        : (long) (atWork * part);
  }

  /** How the gang of a job lies that runs. */
  private int spread(int job) {
    return spreadOf == null ? Spread.CLOSEST : spreadOf[job];
  }

  /**
   * How long the job holds its devices before it works: nothing when it starts for the first time,
   * or after a failure with nothing kept.
   */
  long resumeSeconds(int job) {
    return resumption.seconds(job, doneWork[job] > 0, heldBefore[job] > 0);
  }

  /** Where jobs go on that were interrupted, and how. */
  Resumption resumption() {
    return resumption;
  }

  /** A job starts, for the first time or again, at such a part of its speed. */
  void startedAnew(int job, double speed, long now) {
    runsSince[job] = now;
    speeds.set(job, speed);
  }

  /**
   * A running job goes on without a break at another part of its speed. What no checkpoint has
   * saved of its work stays at risk until one does.
   *
   * @return how many seconds of the time before came to nothing, if that time is over
   */
  long goesOnAt(int job, double speed, int group, long now) {
    long resume = resumeSeconds(job);
    boolean isAtWork = now - startedAt[job] >= resume;
    if (isAtWork) {
      long atWork = atWorkSeconds(job, now);
      long worked =
          Math.min(workLeft(job), workDone(costs.of(job).workedSeconds(atWork), job, group));
      long saved = workDone(costs.of(job).keptByCheckpoints(atWork), job, group);
      long before = saved > 0 ? 0 : unsaved(job);
      unsavedWork.put(job, before + Math.max(0, worked - saved));
      doneWork[job] += worked;
      heldBefore[job] += now - startedAt[job];
      startedAt[job] = now;
      resumption.isRestored(job);
    }
    speeds.set(job, speed);
    return isAtWork ? resume : 0;
  }

  /** When a running job ends in this group if it is left alone. */
  long endSeconds(int job, int group) {
    return startedAt[job] + secondsToEnd(job, group);
  }

  /** A job goes on with so many of its tasks, spread like this where that matters. */
  void goesOn(int job, int withTasks, int spread, long now) {
    startedAt[job] = now;
    tasks[job] = withTasks;
    if (spreadOf != null) {
      spreadOf[job] = (byte) spread;
    }
  }

  private long unsaved(int job) {
    return unsavedWork.getOrDefault(job, 0L);
  }

  /** What was done before the last change of speed is lost too, if nothing has been saved since. */
  private void loseUnsaved(int job, boolean isSavedSince) {
    Long unsaved = unsavedWork.remove(job);
    if (unsaved != null && !isSavedSince) {
      doneWork[job] -= unsaved;
    }
  }

  /** Takes note that a running job is interrupted; returns how many seconds came to nothing. */
  long interrupted(int job, int group, long now) {
    long lost = lostSeconds(job, now);
    boolean savesNow = costs.of(job).intervalSeconds() == 0;
    loseUnsaved(job, savesNow || keptSeconds(job, now) > 0);
    leave(job, keptSeconds(job, now), group, now);
    resumption.isInterrupted(job);
    return lost;
  }

  /** The same for an interruption at which nothing can be saved. */
  long failed(int job, int group, long now) {
    long kept = costs.of(job).keptByCheckpoints(atWorkSeconds(job, now));
    long lost =
        heldSinceStart(job, now) - costs.of(job).savedByCheckpoints(atWorkSeconds(job, now));
    loseUnsaved(job, kept > 0);
    leave(job, kept, group, now);
    resumption.hasFailed(job);
    return lost;
  }

  private void leave(int job, long kept, int group, long now) {
    doneWork[job] += workDone(kept, job, group);
    heldBefore[job] += now - startedAt[job];
  }

  /**
   * What an interruption now brings to nothing: work that is not saved, and restoring before it.
   */
  private long lostSeconds(int job, long now) {
    return heldSinceStart(job, now) - savedSeconds(job, now);
  }

  /**
   * What an interruption now would waste: the seconds since the job's state was last saved, or
   * since it started. Restoring is wasted only where nothing has been saved since.
   */
  long unsavedSeconds(int job, long now) {
    long saved = savedSeconds(job, now);
    return saved > 0 ? atWorkSeconds(job, now) - saved : heldSinceStart(job, now);
  }

  private long savedSeconds(int job, long now) {
    return costs.of(job).savedSeconds(atWorkSeconds(job, now));
  }

  private long heldSinceStart(int job, long now) {
    return now - startedAt[job];
  }

  private long keptSeconds(int job, long now) {
    return costs.of(job).keptSeconds(atWorkSeconds(job, now));
  }

  private long atWorkSeconds(int job, long now) {
    return Math.max(0, heldSinceStart(job, now) - resumeSeconds(job));
  }

  private long keptWork(int job, int group, long now) {
    return workDone(keptSeconds(job, now), job, group);
  }

  /**
   * Work that would be kept if the job, running in this group, were interrupted now; seconds on the
   * reference device.
   */
  long doneSeconds(int job, int group, long now) {
    return inSeconds(job, doneWork[job] + keptWork(job, group, now));
  }

  /** Work that is kept of a job that waits, seconds on the reference device. */
  long doneSeconds(int job) {
    return inSeconds(job, doneWork[job]);
  }

  /** What is left to be done of a job that waits, in the unit of its work. */
  long workLeft(int job) {
    return rates.grantedWork(jobs, estimateRule, job) - doneWork[job];
  }

  /** The same of a job that runs in this group, if it were interrupted now. */
  long workLeft(int job, int group, long now) {
    return workLeft(job) - keptWork(job, group, now);
  }

  private long inSeconds(int job, long work) {
    return work == 0 ? 0 : rates.referenceSeconds(job, work);
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
