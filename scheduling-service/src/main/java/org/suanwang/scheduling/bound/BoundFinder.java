package org.suanwang.scheduling.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.throughput.RunRates;
import org.suanwang.scheduling.throughput.SharedSpeeds;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Finds {@link Bounds} by relaxation: gangs may be cut up, devices shared at will, every job runs
 * on its fastest type, spread as is best. What remains is that a job lasts at least its shortest
 * run time, and that devices cannot do more than all their time, or, where two jobs may share them,
 * as much more as two do together at most, nor can nodes give more CPU and memory than they have
 * ({@link Supply}). Sums are doubles, rounded down, so a bound is never too tight.
 */
public final class BoundFinder {
  private static final double ROUNDING = 1 - 1e-12;
  private static final LastEnd NO_END = new LastEnd(0, "");

  private final FleetLayout layout;
  private final JobTable jobs;
  private final EstimateRule rule;
  private final @Nullable Long horizonSeconds;
  private final boolean jobsMayFail;
  private final List<Supply> supplies;
  private final RunRates rates;
  private final Admission admission;
  private final long[] shortestRun;
  private final long[] longestRun;
  private final DeviceTime deviceTime;

  /**
   * Looks at every job.
   *
   * @param input fleet, jobs and rules: a job killed at its estimate lasts no longer, and is not
   *     completed. Nothing is taken of its policy but the filters of nodes
   * @param checkpoint passed for each job, and in each step of what may take long
   */
  public BoundFinder(SimulationInput input, Checkpoint checkpoint) {
    this.layout = input.layout();
    this.jobs = input.jobs();
    this.rule = input.estimateRule();
    long horizon = input.limits().horizonSeconds();
    this.horizonSeconds =
        horizon == SimulationLimits.WIDEST.horizonSeconds() ? null : (Long) horizon;
    this.jobsMayFail = !input.outages().happensNever() && input.outages().retriesMax() != null;
    double mostTogether = new SharedSpeeds(input.throughput().sharing()).mostTogether();
    this.rates = input.rates();
    this.admission = input.admission();
    this.shortestRun = new long[jobs.size()];
    this.longestRun = new long[jobs.size()];
    for (int job = 0; job < jobs.size(); job++) {
      checkpoint.pass();
      measure(job);
    }
    this.supplies = new ArrayList<>(NodeSupply.of(layout, jobs, mostTogether));
    TypesTogether together =
        TypesTogether.find(input, shortestRun, this::secondsIn, mostTogether, checkpoint);
    if (together != null) {
      supplies.add(together);
    }
    this.deviceTime = new DeviceTime(input, admission, longestRun, checkpoint);
  }

  /** Leaves both run times 0 for a job that can never start. */
  private void measure(int job) {
    if (admission.findObstacle(job).isPresent()) {
      return;
    }
    long shortest = Long.MAX_VALUE;
    for (int group : admission.eligibleGroups(job)) {
      long work = rates.grantedWork(jobs, rule, job);
      shortest = Math.min(shortest, shortest(job, work, group));
      longestRun[job] = Math.max(longestRun[job], rates.longestSeconds(job, work, group));
    }
    shortestRun[job] = shortest;
  }

  private long secondsIn(int job, int group) {
    return shortest(job, rates.grantedWork(jobs, rule, job), group);
  }

  /** An elastic job may do more with fewer of its tasks: each of them, and perhaps all together. */
  private long shortest(int job, long work, int group) {
    long seconds = rates.shortestSeconds(job, work, group);
    if (jobs.tasksMin(job) == jobs.tasks(job)) {
      return seconds;
    }
    return Math.max(1, (long) (seconds / rates.gainOfFewer(job, group)));
  }

  /** Bounds of a run in which all acceptable jobs come to the end of their work. */
  public Bounds find() {
    return find(job -> false);
  }

  /**
   * Bounds of this input, which are the same under every policy but for the jobs that they count.
   *
   * @param isUnfinished whether a run had left an acceptable job without the end of its work when
   *     the window ended; its completion time leaves such jobs out, and has no bound here. Nor has
   *     its makespan, unless all of them left: then those bound it that cannot leave
   */
  public Bounds find(IntPredicate isUnfinished) {
    int unfinished = count(isUnfinished);
    if (unfinished == 0) {
      LastEnd last = lastEnd(job -> true);
      return new Bounds(makespan(last), last.binding, allocationMax(), completionMin(), null);
    }
    boolean haveLeft = count(job -> isUnfinished.test(job) && staysToItsEnd(job)) == 0;
    LastEnd last = haveLeft ? lastEnd(this::staysToItsEnd) : NO_END;
    return last.seconds == 0
        ? new Bounds(null, null, allocationMax(), null, unfinishedJobs(unfinished))
        : new Bounds(makespan(last), last.binding, allocationMax(), null, leftJobs(unfinished));
  }

  private static String unfinishedJobs(int count) {
    return "jobs that had not come to the end of their work when the window ended: "
        + count
        + "; makespan and completion time leave them out, so no minimum over all jobs applies to"
        + " them";
  }

  private static String leftJobs(int count) {
    return "jobs that left before the end of their work: "
        + count
        + "; completion time leaves them out, so no minimum over all jobs applies to it, and"
        + " makespanSecondsMin is over the jobs that cannot leave";
  }

  private long makespan(LastEnd last) {
    return Math.max(0, last.seconds - (jobs.size() == 0 ? 0 : jobs.submitSeconds(0)));
  }

  private int count(IntPredicate jobIs) {
    return (int) IntStream.range(0, jobs.size()).filter(jobIs).count();
  }

  /** Without a horizon the window is as long as a policy takes, but for jobs that may leave. */
  private double allocationMax() {
    return horizonSeconds == null
        ? deviceTime.shareFrom(lastEnd(this::staysToItsEnd).seconds)
        : deviceTime.shareUpTo(horizonSeconds);
  }

  private boolean staysToItsEnd(int job) {
    return !jobsMayFail
        && jobs.cancelSeconds(job) == JobTable.NEVER
        && jobs.startTimeoutSeconds(job) == JobTable.NEVER;
  }

  /**
   * The share of all device time that was held for work; no policy makes it more than {@link
   * Bounds#allocationMax}.
   *
   * @param windowSeconds length of the window of a run
   * @param held by each job in it, thousandths of a device × seconds
   * @param lost of all that, told to have come to nothing: restoring, and work that was not saved
   */
  public double allocationForWork(long windowSeconds, IntToLongFunction held, double lost) {
    double capacity = layout.devices() * (double) TaskRequest.MILLI * windowSeconds;
    return capacity == 0 ? 0 : deviceTime.forWork(held, lost) / capacity;
  }

  /** When the last of some jobs can end at the earliest, s, and what that comes from. */
  private record LastEnd(long seconds, String binding) {}

  private LastEnd lastEnd(IntPredicate counts) {
    LastEnd last = new LastEnd(longestJobEnd(counts), "longest-job");
    for (Capacity capacity : capacities(counts)) {
      if (capacity.endSeconds() > last.seconds) {
        last = new LastEnd(capacity.endSeconds(), capacity.supply.name());
      }
    }
    return last;
  }

  private long longestJobEnd(IntPredicate counts) {
    long end = 0;
    for (int job = 0; job < jobs.size(); job++) {
      if (shortestRun[job] > 0 && counts.test(job)) {
        end = Math.max(end, jobs.submitSeconds(job) + shortestRun[job]);
      }
    }
    return end;
  }

  /** In one pass over the jobs, from the last to the first. */
  private List<Capacity> capacities(IntPredicate counts) {
    List<Capacity> capacities = supplies.stream().map(Capacity::new).toList();
    for (int job = jobs.size() - 1; job >= 0; job--) {
      if (shortestRun[job] > 0 && counts.test(job)) {
        for (Capacity capacity : capacities) {
          capacity.add(job, shortestRun[job], jobs.submitSeconds(job));
        }
      }
    }
    return capacities;
  }

  /** From each submission on, all work submitted from then on has to fit: the latest end wins. */
  private static final class Capacity {
    private final Supply supply;
    private double work;
    private double end;

    Capacity(Supply supply) {
      this.supply = supply;
    }

    void add(int job, long runSeconds, long submitSeconds) {
      if (supply.isFor(job)) {
        work += supply.work(job, runSeconds);
        end = Math.max(end, submitSeconds + work / supply.perSecond());
      }
    }

    /** Jobs end at whole seconds, so the end that is possible at the earliest is rounded up. */
    long endSeconds() {
      return (long) Math.ceil(end * ROUNDING);
    }
  }

  /**
   * The mean of the shortest run times, or more where there is not enough of something to do all
   * work at once: of all there is, or of what nodes of each device type have for those jobs that go
   * nowhere else.
   */
  private double completionMin() {
    List<SupplyTimes> all = supplies.stream().map(SupplyTimes::new).toList();
    double runs = 0;
    int count = 0;
    for (int job = 0; job < shortestRun.length; job++) {
      if (shortestRun[job] > 0 && completes(job)) {
        runs += shortestRun[job];
        count++;
        for (SupplyTimes one : all) {
          one.add(jobs, job, shortestRun[job]);
        }
      }
    }
    return count == 0 ? 0 : Math.max(runs, SupplyTimes.least(all, runs) * ROUNDING) / count;
  }

  private boolean completes(int job) {
    return !rule.kills(jobs, job) && jobs.ending(job) == JobEnding.COMPLETES;
  }
}
