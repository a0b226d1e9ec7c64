package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.suanwang.scheduling.check.StoppedException;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cycle.Decision;

/**
 * Tells what happens in a run to its sink, counts it against the limit, and asks the observer
 * whether the run goes on.
 */
final class RunLog {
  private final EventSink sink;
  private final long eventsMax;
  private final Event event = new Event();
  private RunObserver observer = RunObserver.NONE;
  private long outagesDrawn;
  private long transfers;
  private long allocations;
  private long lastSeconds;
  private int jobsDone;
  private long walksCutShort;
  private boolean stopped;

  RunLog(EventSink sink, long eventsMax) {
    this.sink = sink;
    this.eventsMax = eventsMax;
  }

  void observedBy(RunObserver newObserver) {
    observer = newObserver;
  }

  /** Whether the observer has said that the run does not go on. */
  boolean isStopped() {
    return stopped;
  }

  /** The same, after it has been asked: so do walks along the queue, which may take long. */
  boolean isStoppedNow(long now) {
    ask(now);
    return stopped;
  }

  /**
   * The same for what may take long between events.
   *
   * @throws StoppedException if the run does not go on
   */
  void passOrStop(long now) {
    if (isStoppedNow(now)) {
      throw new StoppedException();
    }
  }

  /** A job has come to its end, or left, or could never start. */
  void jobDone() {
    jobsDone++;
  }

  int jobsDone() {
    return jobsDone;
  }

  /** The queue was walked; whether the policy's depth was reached before its end. */
  void walked(boolean isCutShort) {
    walksCutShort += isCutShort && !stopped ? 1 : 0;
  }

  /** How the run ended that leaves the cluster like this. */
  RunEnd end(ClusterState state) {
    return new RunEnd(!stopped, lastSeconds, events(), walksCutShort, state);
  }

  /** How many events there have been. */
  long events() {
    return event.sequence() + 1;
  }

  /**
   * How often it was told that something was taken or given back, by jobs or outages: while that is
   * the same, so is what is free.
   */
  long allocations() {
    return allocations;
  }

  /** When something happened the last time. */
  long lastSeconds() {
    return lastSeconds;
  }

  void tell(EventKind kind, long now, int job) {
    emit(event.next(kind, now, job));
  }

  void tell(EventKind kind, long now, int job, Decision.Wait wait) {
    emit(event.next(kind, now, job).with(wait));
  }

  void tell(EventKind kind, long now, int job, Allocation held, long lostSeconds) {
    allocations++;
    emit(event.next(kind, now, job).with(held).losing(lostSeconds));
  }

  private void emit(Event next) {
    checkLimit(next.timeSeconds());
    lastSeconds = next.timeSeconds();
    sink.accept(next);
    ask(next.timeSeconds());
  }

  /** Something goes out of use or comes back. */
  void tell(Withdrawal withdrawal) {
    allocations++;
    lastSeconds = withdrawal.timeSeconds();
    sink.change(withdrawal);
  }

  /** A job does not join the queue before its data has come. */
  void tellKeptAside(long now, int job) {
    sink.keptAside(now, job);
  }

  /** A job that was put off, or kept aside, joins the queue. */
  void tellJoined(long now, int job) {
    sink.joined(now, job);
  }

  /** Why a job waits that was kept aside before. */
  void tellBlockedAgain(long now, int job, Decision.Wait wait) {
    sink.blockedAgain(now, job, wait);
  }

  /** From when a job has a reservation; {@link EventSink#NONE} when it gives it back. */
  void tellReserved(long now, int job, long startSeconds) {
    sink.reserved(now, job, startSeconds);
  }

  /** These nodes are kept for others when it is asked whether this job can start. */
  void tellKeptFrom(long now, int job, Supplier<BitSet> nodes) {
    sink.keptFrom(now, job, nodes);
  }

  /** From when quotas are expected to let a job start; {@link EventSink#NONE} when not any more. */
  void tellQuotaReserved(long now, int job, long startSeconds) {
    sink.quotaReserved(now, job, startSeconds);
  }

  /** Others are going to give way so that this job can start. */
  void tellMakesRoom(long now, int job, Supplier<List<PossibleVictim>> inOrder) {
    sink.makesRoom(now, job, inOrder);
  }

  /** Data begins to move, or has arrived: it counts like an event. */
  void tell(DataTransfer transfer) {
    transfers++;
    checkLimit(transfer.timeSeconds());
    lastSeconds = transfer.timeSeconds();
    sink.transfer(transfer);
    ask(transfer.timeSeconds());
  }

  /** A node takes no new jobs, or takes them again. */
  void tellCordon(long now, int node, boolean isOn) {
    allocations++;
    sink.cordon(now, node, isOn);
  }

  /** An outage has come up: it counts like an event. */
  void outageDrawn(long now, long drawn) {
    outagesDrawn = drawn;
    checkLimit(now);
    ask(now);
  }

  /** A round begins: nothing may happen in it for long, and the observer may want to stop. */
  void roundBegun(long now) {
    ask(now);
  }

  /** It has been decided who runs in a round. */
  void tellRound(long now, IntFunction<RoundTurn> turnOf) {
    sink.roundBegun(now, turnOf);
  }

  private void ask(long now) {
    stopped = stopped || !observer.proceed(now, events(), jobsDone);
  }

  private void checkLimit(long now) {
    if (event.sequence() + outagesDrawn + transfers >= eventsMax) {
      throw LimitExceededException.of(eventsMax, now, outagesDrawn);
    }
  }
}
