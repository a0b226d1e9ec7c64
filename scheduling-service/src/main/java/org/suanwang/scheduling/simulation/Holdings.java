package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.policy.QueueOrder;
import org.suanwang.scheduling.throughput.RunRates;
import org.suanwang.scheduling.throughput.Spread;
import org.suanwang.scheduling.workload.JobTable;

/** What the jobs that run hold, how far they have come, and when they end. */
final class Holdings {
  private final SimulationInput input;
  private final JobTable jobs;
  private final RunRates rates;
  private final Progress progress;
  private final @Nullable Topology topology;
  private final JobEnds ends;
  private final @Nullable Allocation[] held;

  Holdings(SimulationInput input, RunRates rates) {
    this.input = input;
    this.topology = rates.looksAtSpread() ? input.layout().topology() : null;
    this.jobs = input.jobs();
    this.rates = rates;
    this.progress = new Progress(input, rates);
    this.ends = new JobEnds(jobs.size());
    this.held = new Allocation[jobs.size()];
  }

  Progress progress() {
    return progress;
  }

  JobEnds ends() {
    return ends;
  }

  boolean runs(int job) {
    return held[job] != null;
  }

  /** What a running job holds. */
  Allocation of(int job) {
    Allocation allocation = held[job];
    if (allocation == null) {
      throw new IllegalStateException("job " + jobs.id(job) + " does not run");
    }
    return allocation;
  }

  /** A job starts with this, at such a part of its speed. */
  void start(int job, Allocation allocation, double speed, long now) {
    progress.startedAnew(job, speed, now);
    progress.resumption().starts(job, allocation);
    goOn(job, allocation, now);
  }

  /** A job goes on with this from now on. */
  void goOn(int job, Allocation allocation, long now) {
    held[job] = allocation;
    progress.goesOn(job, allocation.tasks(), spread(job, allocation), now);
    ends.add(job, now + progress.secondsToEnd(job, paceGroup(job, allocation)));
  }

  /**
   * A running job goes on without a break with these tasks on these devices, at another part of its
   * speed; returns how many seconds of the time before came to nothing.
   */
  long goOnAt(int job, Allocation allocation, double speed, long now) {
    int group = paceGroup(job, allocation);
    long lost = progress.goesOnAt(job, speed, group, now);
    held[job] = allocation;
    ends.add(job, progress.endSeconds(job, group));
    return lost;
  }

  /** A job does not run any longer; returns what it held. */
  Allocation drop(int job) {
    Allocation allocation = of(job);
    held[job] = null;
    ends.forget(job);
    return allocation;
  }

  /**
   * Device time, in thousandths of a device times seconds, that an interruption of a running job
   * would waste now: since its state was last saved, on all that it holds. Without devices it
   * counts as if it held a thousandth of one.
   */
  long unsavedMilliSeconds(int job, long now) {
    return progress.unsavedSeconds(job, now) * Math.max(1, of(job).milliDevices());
  }

  /** A running job that might give way, and what it would lose now. */
  PossibleVictim possibleVictim(int job, @Nullable Long turn, boolean isTaken, long now) {
    return new PossibleVictim(
        job,
        turn,
        progress.unsavedSeconds(job, now),
        unsavedMilliSeconds(job, now),
        progress.startedAt(job),
        isTaken);
  }

  /** When a running job would end if it now held this instead. */
  long endWith(Allocation allocation, int job, long now) {
    int spread = spread(job, allocation);
    return now
        + progress.secondsToEndWith(
            allocation.tasks(), spread, job, paceGroup(job, allocation), now);
  }

  /**
   * How long a job that waits, or has just started or changed, holds this if its estimate is true;
   * on the slowest of the device types.
   */
  long expectedSeconds(int job, Allocation allocation) {
    long longest = 0;
    for (int group : input.layout().unions().groupsOf(allocation)) {
      long seconds = progress.expectedSecondsToEnd(job, allocation.tasks(), group);
      longest = Math.max(longest, seconds);
    }
    return longest;
  }

  /** The same of a job that runs, if it now went on with this, at the cost of an interruption. */
  long expectedSecondsAfterChange(int job, Allocation kept, long now) {
    int pace = paceGroup(job, of(job));
    long longest = 0;
    for (int group : input.layout().unions().groupsOf(kept)) {
      long seconds = progress.expectedSecondsAfterChange(job, kept.tasks(), group, pace, now);
      longest = Math.max(longest, seconds);
    }
    return longest;
  }

  /** How much work a job still has to do, if it were interrupted now. */
  long workLeft(int job, long now) {
    Allocation allocation = held[job];
    long left =
        allocation == null
            ? progress.workLeft(job)
            : progress.workLeft(job, paceGroup(job, allocation), now);
    return Math.max(1, left);
  }

  /** How much of its work a job with all its tasks does in a second in a group. */
  double workPerSecond(int job, int group) {
    return progress.workPerSecond(job, group);
  }

  /** Whose turn it is by what has been done of the job so far; the smaller, the earlier. */
  long rank(int job, long now) {
    QueueOrder order = input.policy().order();
    Allocation allocation = held[job];
    if (allocation == null) {
      return order.rank(jobs, job, progress.heldSeconds(job), progress.doneSeconds(job));
    }
    long done = progress.doneSeconds(job, paceGroup(job, allocation), now);
    return order.rank(jobs, job, progress.heldSeconds(job, now), done);
  }

  /** The group whose devices tell how fast a job is that holds this: of several the slowest. */
  int paceGroup(int job, Allocation allocation) {
    return input.layout().isUnion(allocation.group())
        ? rates.slowestGroup(input.layout(), job, allocation, spread(job, allocation))
        : allocation.group();
  }

  /** How a gang lies in the network, where that matters to how long it runs. */
  private int spread(int job, Allocation held) {
    return topology == null
        ? Spread.CLOSEST
        : Spread.of(topology, held.group(), jobs.request(job), held.tasks(), held.nodes());
  }
}
