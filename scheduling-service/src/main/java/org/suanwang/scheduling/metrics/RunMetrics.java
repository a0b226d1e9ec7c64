package org.suanwang.scheduling.metrics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.simulation.RunEnd;

/**
 * What a run was worth. All from the events; the window is [0, horizon], or up to the last event
 * when no horizon was given.
 *
 * @param jobs all jobs of the workload
 * @param jobsCompleted ended inside the window
 * @param jobsRunning still running at its end
 * @param jobsWaiting still waiting at its end
 * @param jobsRejected could never have started
 * @param jobsNotSubmitted were to arrive after its end
 * @param jobsKilled were cut off at their estimate; 0 in results of the time before that was asked
 * @param jobsFailed gave up after too many failures of what they held; 0 in results of the time
 *     before anything failed
 * @param jobFailures how often what a job held failed; 0 likewise
 * @param downDeviceHours device time out of use by failures and maintenance; 0 likewise
 * @param jobsCrashed their own programs failed; 0 in results of the time before that was asked
 * @param jobsStopped their users stopped them at the end of their work; 0 likewise
 * @param jobsCancelled their users cancelled them; 0 likewise
 * @param jobsTimedOut had not started by their timeout; 0 likewise
 * @param windowSeconds length of the window
 * @param makespanSeconds from the first submission to the last end of a job
 * @param preemptions how often a job had to give way; 0 in results of the time before jobs had to
 * @param lostDeviceHours device time held for nothing: restoring, and work that was not saved
 * @param waiting submission to first start, of the jobs that started
 * @param completion submission to end (JCT), of the jobs that completed
 * @param boundedSlowdownMean mean of max(1, JCT / max(time held, 10 s)) of the completed jobs
 * @param allocation device time held by jobs ÷ device time there was
 * @param utilisation allocation × the stated efficiency of the jobs
 * @param efficiency as stated in the request; 1 when nothing was stated
 * @param fragmentationAtEnd share of the free capacity that is not on wholly free nodes
 * @param total usage of all devices
 * @param hubs usage by hub
 * @param deviceTypes usage by device type
 * @param energy of the allocated devices
 * @param waitReasons what the waiting was for
 * @param jainIndex how evenly device time was held for what was due to each queue, 1 for evenly;
 *     null when none was held, and in results of the time before there were queues
 * @param deadlines how they were kept; null when no job has one
 */
public record RunMetrics(
    int jobs,
    int jobsCompleted,
    int jobsRunning,
    int jobsWaiting,
    int jobsRejected,
    int jobsNotSubmitted,
    Integer jobsKilled,
    Integer preemptions,
    Double lostDeviceHours,
    Integer jobsFailed,
    Integer jobFailures,
    Double downDeviceHours,
    Integer jobsCrashed,
    Integer jobsStopped,
    Integer jobsCancelled,
    Integer jobsTimedOut,
    long windowSeconds,
    long makespanSeconds,
    Distribution waiting,
    Distribution completion,
    double boundedSlowdownMean,
    double allocation,
    double utilisation,
    double efficiency,
    double fragmentationAtEnd,
    Usage total,
    List<Usage> hubs,
    List<Usage> deviceTypes,
    Energy energy,
    List<WaitByReason> waitReasons,
    @Nullable Double jainIndex,
    @Nullable Deadlines deadlines) {
  private static final long SLOWDOWN_BOUND_SECONDS = 10;
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;
  private static final double SECONDS_PER_HOUR = 3600;

  public RunMetrics {
    jobsKilled = Objects.requireNonNullElse(jobsKilled, 0);
    preemptions = Objects.requireNonNullElse(preemptions, 0);
    lostDeviceHours = Objects.requireNonNullElse(lostDeviceHours, 0.0);
    jobsFailed = Objects.requireNonNullElse(jobsFailed, 0);
    jobFailures = Objects.requireNonNullElse(jobFailures, 0);
    downDeviceHours = Objects.requireNonNullElse(downDeviceHours, 0.0);
    jobsCrashed = Objects.requireNonNullElse(jobsCrashed, 0);
    jobsStopped = Objects.requireNonNullElse(jobsStopped, 0);
    jobsCancelled = Objects.requireNonNullElse(jobsCancelled, 0);
    jobsTimedOut = Objects.requireNonNullElse(jobsTimedOut, 0);
  }

  /** Summarises a run in which every tenant is a queue of the same weight. */
  public static RunMetrics of(
      JobOutcomes outcomes, RunEnd end, long windowSeconds, double efficiency) {
    QueueTree tree = new QueueTree(QueueRule.NONE, outcomes.jobs().distinctTenants());
    return of(outcomes, end, windowSeconds, efficiency, tree);
  }

  /**
   * Summarises a run.
   *
   * @param windowSeconds length of the window
   * @param efficiency share of a held device's peak that jobs really use, as stated
   * @param tree the queues, with those of all jobs
   */
  public static RunMetrics of(
      JobOutcomes outcomes, RunEnd end, long windowSeconds, double efficiency, QueueTree tree) {
    UsageTable usage = new UsageTable(outcomes, windowSeconds);
    Usage total = usage.total();
    Map<JobState, int[]> states = countStates(outcomes);
    return new RunMetrics(
        outcomes.size(),
        count(states, JobState.COMPLETED),
        count(states, JobState.RUNNING),
        count(states, JobState.WAITING),
        count(states, JobState.REJECTED),
        count(states, JobState.NOT_SUBMITTED),
        count(states, JobState.KILLED),
        sum(outcomes, outcomes::preemptions),
        outcomes.lostMilliDeviceSeconds() / MILLI_SECONDS_PER_HOUR,
        count(states, JobState.FAILED),
        sum(outcomes, outcomes::failures),
        outcomes.downTime().deviceSeconds(windowSeconds) / SECONDS_PER_HOUR,
        count(states, JobState.CRASHED),
        count(states, JobState.STOPPED),
        count(states, JobState.CANCELLED),
        count(states, JobState.TIMED_OUT),
        windowSeconds,
        makespan(outcomes),
        waits(outcomes),
        completions(outcomes),
        boundedSlowdown(outcomes),
        total.allocation(),
        total.allocation() * efficiency,
        efficiency,
        Fragmentation.of(end.state()),
        total,
        usage.byHub(),
        usage.byDeviceType(),
        Energy.of(outcomes.layout(), usage),
        WaitTally.of(outcomes, windowSeconds),
        new QueueResults(outcomes, tree, windowSeconds).jainIndex(),
        Deadlines.of(outcomes, windowSeconds));
  }

  /** How many jobs are in each state: one place for each, since there may be millions of jobs. */
  private static Map<JobState, int[]> countStates(JobOutcomes outcomes) {
    Map<JobState, int[]> counts = new EnumMap<>(JobState.class);
    for (JobState state : JobState.values()) {
      counts.put(state, new int[1]);
    }
    for (int job = 0; job < outcomes.size(); job++) {
      Objects.requireNonNull(counts.get(outcomes.state(job)))[0]++;
    }
    return counts;
  }

  private static int count(Map<JobState, int[]> states, JobState state) {
    return Objects.requireNonNull(states.get(state))[0];
  }

  private static int sum(JobOutcomes outcomes, IntUnaryOperator ofJob) {
    return IntStream.range(0, outcomes.size()).map(ofJob).sum();
  }

  private static long makespan(JobOutcomes outcomes) {
    long last = 0;
    for (int job = 0; job < outcomes.size(); job++) {
      if (outcomes.startSeconds(job) != JobOutcomes.NEVER) {
        last = Math.max(last, outcomes.endSeconds(job));
      }
    }
    return last == 0 ? 0 : last - outcomes.jobs().submitSeconds(0);
  }

  private static Distribution waits(JobOutcomes outcomes) {
    long[] waits = new long[outcomes.size()];
    int n = 0;
    for (int job = 0; job < waits.length; job++) {
      if (outcomes.startSeconds(job) != JobOutcomes.NEVER) {
        waits[n++] = outcomes.startSeconds(job) - outcomes.jobs().submitSeconds(job);
      }
    }
    return Distribution.of(Arrays.copyOf(waits, n));
  }

  private static Distribution completions(JobOutcomes outcomes) {
    long[] times = new long[outcomes.size()];
    int n = 0;
    for (int job = 0; job < times.length; job++) {
      if (outcomes.state(job) == JobState.COMPLETED) {
        times[n++] = outcomes.endSeconds(job) - outcomes.jobs().submitSeconds(job);
      }
    }
    return Distribution.of(Arrays.copyOf(times, n));
  }

  private static double boundedSlowdown(JobOutcomes outcomes) {
    double sum = 0;
    int n = 0;
    for (int job = 0; job < outcomes.size(); job++) {
      if (outcomes.state(job) == JobState.COMPLETED) {
        long run = outcomes.heldSeconds(job, outcomes.endSeconds(job));
        long all = outcomes.endSeconds(job) - outcomes.jobs().submitSeconds(job);
        sum += Math.max(1, (double) all / Math.max(run, SLOWDOWN_BOUND_SECONDS));
        n++;
      }
    }
    return n == 0 ? 0 : sum / n;
  }
}
