package org.suanwang.scheduling.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.simulation.DataTransfer;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.Withdrawal;
import org.suanwang.scheduling.workload.JobTable;

/** What became of every job: the event stream folded into one row a job. */
public final class JobOutcomes implements EventSink {
  /** Stands for a time that never came and a group that never was. */
  public static final int NEVER = -1;

  private final FleetLayout layout;
  private final JobTable jobs;
  private final JobState[] states;
  private final long[] starts;
  private final long[] ends;
  private final KeptReasons reasons;
  private final Places places;
  private final Stretches stretches;
  private final DownTime downTime;
  private final DataMoves moves = new DataMoves();
  private final JobFailures failures;
  private double lostMilliDeviceSeconds;

  public JobOutcomes(FleetLayout layout, JobTable jobs) {
    this.layout = layout;
    this.jobs = jobs;
    int size = jobs.size();
    states = new JobState[size];
    Arrays.fill(states, JobState.NOT_SUBMITTED);
    starts = new long[size];
    Arrays.fill(starts, NEVER);
    ends = starts.clone();
    reasons = new KeptReasons(size);
    places = new Places(layout, jobs);
    stretches = new Stretches(size);
    downTime = new DownTime(layout);
    failures = new JobFailures(size);
  }

  @Override
  public void accept(Event event) {
    int job = event.job();
    switch (event.kind()) {
      case SUBMITTED -> states[job] = JobState.WAITING;
      case REJECTED -> {
        states[job] = JobState.REJECTED;
        keepReason(job, event.reason());
      }
      case BLOCKED -> blockedAgain(event.timeSeconds(), job, event.reason());
      case STARTED -> start(event, job);
      case FINISHED -> end(event, job, JobState.COMPLETED);
      case KILLED -> end(event, job, JobState.KILLED);
      case PREEMPTED -> interrupt(event, job);
      case FAILED -> {
        failures.failed(job, event.timeSeconds());
        interrupt(event, job);
      }
      case GAVE_UP -> {
        failures.gaveUp(job);
        end(event, job, JobState.FAILED);
      }
      case RESIZED, PARTNER_CHANGED -> change(event, job);
      case CRASHED -> end(event, job, JobState.CRASHED);
      case STOPPED -> end(event, job, JobState.STOPPED);
      case CANCELLED -> end(event, job, JobState.CANCELLED);
      case WITHDRAWN -> leave(event, job, JobState.CANCELLED);
      case TIMED_OUT -> leave(event, job, JobState.TIMED_OUT);
    }
  }

  @Override
  public void change(Withdrawal withdrawal) {
    downTime.change(withdrawal);
  }

  @Override
  public void keptAside(long timeSeconds, int job) {
    reasons.keepAside(job, timeSeconds);
  }

  @Override
  public void joined(long timeSeconds, int job) {
    reasons.join(job, timeSeconds);
  }

  /** After its first start a job waits because it gave way or failed. */
  @Override
  public void blockedAgain(long timeSeconds, int job, Decision.Wait wait) {
    if (starts[job] == NEVER) {
      reasons.blocked(job, timeSeconds, wait);
      keepReason(job, wait);
    }
  }

  @Override
  public void transfer(DataTransfer transfer) {
    moves.take(transfer);
  }

  /** What data was moved between hubs. */
  public DataMoves moves() {
    return moves;
  }

  private void end(Event event, int job, JobState state) {
    states[job] = state;
    ends[job] = event.timeSeconds();
    lose(event, job);
  }

  private void leave(Event event, int job, JobState state) {
    failures.waitOver(job, event.timeSeconds());
    end(event, job, state);
  }

  private void lose(Event event, int job) {
    lostMilliDeviceSeconds += (double) event.lostSeconds() * stretches.milliDevices(job);
  }

  private void interrupt(Event event, int job) {
    states[job] = JobState.WAITING;
    lose(event, job);
    stretches.interrupt(job, event.timeSeconds());
  }

  private void keepReason(int job, Decision.Wait wait) {
    reasons.keep(job, wait);
    places.misses(job, wait.closestGroup());
  }

  private void start(Event event, int job) {
    states[job] = JobState.RUNNING;
    failures.waitOver(job, event.timeSeconds());
    if (starts[job] == NEVER) {
      starts[job] = event.timeSeconds();
    }
    hold(event, job);
  }

  private void hold(Event event, int job) {
    Allocation held = event.allocation();
    int place = places.holds(job, held);
    long rate = ChargeRate.of(layout, held);
    stretches.begin(job, place, event.timeSeconds(), held.milliDevices(), rate);
  }

  private void change(Event event, int job) {
    lose(event, job);
    stretches.change(job, event.timeSeconds(), event.kind() == EventKind.RESIZED);
    hold(event, job);
  }

  public JobTable jobs() {
    return jobs;
  }

  public FleetLayout layout() {
    return layout;
  }

  public int size() {
    return states.length;
  }

  public JobState state(int job) {
    return states[job];
  }

  /** When it started for the first time; {@link #NEVER} when it did not. */
  public long startSeconds(int job) {
    return starts[job];
  }

  /** {@link #NEVER} when it did not end. */
  public long endSeconds(int job) {
    return ends[job];
  }

  /** When it was first seen that it cannot start though its turn has come; or {@link #NEVER}. */
  public long blockedAtSeconds(int job) {
    return reasons.blockedAtSeconds(job);
  }

  /** Where it ran or runs; for one that never started, where least was missing. */
  public Places places() {
    return places;
  }

  /** Why each job had to wait, as it was told. */
  public KeptReasons reasons() {
    return reasons;
  }

  /** How often it was interrupted and waited again. */
  public int interruptions(int job) {
    return stretches.interruptions(job);
  }

  /** How often any job was interrupted and waited again. */
  public int interruptions() {
    return stretches.interruptions();
  }

  /** How often it went on with more tasks or fewer. */
  public int resizes(int job) {
    return stretches.resizes(job);
  }

  /** How often it had to give way, to another or to maintenance. */
  public int preemptions(int job) {
    return interruptions(job) - failures.retries(job);
  }

  /** How often what it held failed. */
  public int failures(int job) {
    return failures.count(job);
  }

  /** How long it waited, up to the end of a window, to start again after failures. */
  long waitedForFailuresSeconds(int job, long windowSeconds) {
    return failures.waitedSeconds(job, windowSeconds);
  }

  /** When devices were out of use. */
  public DownTime downTime() {
    return downTime;
  }

  /** Of the device time held, what came to nothing: restoring, and work that was not saved. */
  public double lostMilliDeviceSeconds() {
    return lostMilliDeviceSeconds;
  }

  /** Why it waited at the head of the queue, was rejected, or waits; null when it never had to. */
  public @Nullable WaitReason reason(int job) {
    if (!isInterrupted(job)) {
      return firstReason(job);
    }
    return failures.isWaiting(job) ? WaitReason.FAILED : WaitReason.PREEMPTED;
  }

  /** Why it waited before its first start; null when it never had to. */
  @Nullable WaitReason firstReason(int job) {
    WaitReason told = reasons.reason(job);
    if (told != null) {
      return told;
    }
    boolean waited =
        states[job] == JobState.WAITING
            || hasLeft(job)
            || (starts[job] != NEVER && starts[job] > jobs.submitSeconds(job));
    return waited ? WaitReason.WAITING_BEHIND_HEAD : null;
  }

  private boolean hasLeft(int job) {
    return starts[job] == NEVER && ends[job] != NEVER;
  }

  /** Until when it waited for its first start, or waits, in a window that starts at 0. */
  public long waitEndSeconds(int job, long windowSeconds) {
    if (starts[job] != NEVER) {
      return starts[job];
    }
    return hasLeft(job) ? ends[job] : windowSeconds;
  }

  /** Whether it ran, was interrupted, and has not started again. */
  public boolean isInterrupted(int job) {
    return states[job] == JobState.WAITING && starts[job] != NEVER;
  }

  /** Hands over the times for which it held devices inside a window from 0, in order. */
  public void forEachStretch(int job, long windowSeconds, StretchReader reader) {
    stretches.forEach(job, endIn(job, windowSeconds), windowSeconds, reader);
  }

  private long endIn(int job, long windowSeconds) {
    return ends[job] == NEVER ? windowSeconds : ends[job];
  }

  /** Thousandths of devices times seconds that it held, in all, inside a window from 0. */
  public long heldMilliDeviceSeconds(int job, long windowSeconds) {
    return stretches.held(job, endIn(job, windowSeconds), windowSeconds, true);
  }

  /** How long it held its devices, in all, inside a window that starts at 0. */
  public long heldSeconds(int job, long windowSeconds) {
    return stretches.held(job, endIn(job, windowSeconds), windowSeconds, false);
  }
}
