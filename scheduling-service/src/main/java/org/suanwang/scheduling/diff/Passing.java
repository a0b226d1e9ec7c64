package org.suanwang.scheduling.diff;

import java.util.BitSet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.queue.RankedLine;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventSink;

/**
 * Tells who passed whom in the queue of a run: a job that starts passes those that wait though
 * their turn comes before its own. Turns are those at submission; where a policy asks for them anew
 * as jobs make progress, they are not followed.
 *
 * <p>Starts are counted by turn in a tree of partial sums (Fenwick 1994), so an event takes time
 * that grows with the logarithm of the number of jobs. Memory: 20 bytes a job.
 */
public final class Passing implements EventSink {
  private final RankedLine line;
  private final int[] startsUpTo;
  private final int[] passedBefore;
  private final int[] passedBy;
  private final BitSet isSubmitted = new BitSet();
  private final BitSet hasStarted = new BitSet();
  private final BitSet passed = new BitSet();
  private final BitSet putOff = new BitSet();
  private int starts;

  /** Of a run of jobs 0 to n − 1 with these ranks at submission. */
  public Passing(long[] ranks) {
    line = new RankedLine(ranks);
    startsUpTo = new int[ranks.length + 1];
    passedBefore = new int[ranks.length];
    passedBy = new int[ranks.length];
  }

  @Override
  public void accept(Event event) {
    int job = event.job();
    switch (event.kind()) {
      case SUBMITTED -> {
        isSubmitted.set(job);
        passedBefore[job] = startsBehind(job);
        line.add(job);
      }
      case REJECTED -> {
        isSubmitted.clear(job);
        line.remove(job);
      }
      case STARTED -> start(job);
      case PREEMPTED, FAILED -> line.add(job);
      case WITHDRAWN, TIMED_OUT -> leave(job);
      case BLOCKED -> {
        if (event.reason().reason() == WaitReason.DEFERRED) {
          putOff(job);
        }
      }
      case RESIZED, PARTNER_CHANGED, FINISHED, KILLED -> {}
      case GAVE_UP, CRASHED, STOPPED, CANCELLED -> {}
    }
  }

  private void putOff(int job) {
    isSubmitted.clear(job);
    line.remove(job);
    putOff.set(job);
  }

  @Override
  public void keptAside(long timeSeconds, int job) {
    putOff(job);
  }

  /** Nobody passes a job that is put off, or kept aside for its data: it is in no queue. */
  @Override
  public void joined(long timeSeconds, int job) {
    putOff.clear(job);
    isSubmitted.set(job);
    passedBefore[job] = startsBehind(job);
    line.add(job);
  }

  /** Nobody passes a job any longer that has left. */
  private void leave(int job) {
    if (!putOff.get(job)) {
      line.remove(job);
      passedBy[job] = passedBy(job);
      isSubmitted.clear(job);
    }
    putOff.clear(job);
  }

  private void start(int job) {
    line.remove(job);
    int head = line.head();
    if (head != RankedLine.NONE && line.isBefore(head, job)) {
      passed.set(job);
    }
    if (!hasStarted.get(job)) {
      hasStarted.set(job);
      passedBy[job] = startsBehind(job) - passedBefore[job];
    }
    starts++;
    for (int at = line.place(job) + 1; at < startsUpTo.length; at += at & -at) {
      startsUpTo[at]++;
    }
  }

  /** How many starts there have been of jobs whose turn comes after this one's. */
  private int startsBehind(int job) {
    int upTo = 0;
    for (int at = line.place(job) + 1; at > 0; at -= at & -at) {
      upTo += startsUpTo[at];
    }
    return starts - upTo;
  }

  /** How often a job passed this one, between when it joined the queue and its first start. */
  public int passedBy(int job) {
    if (hasStarted.get(job) || !isSubmitted.get(job)) {
      return passedBy[job];
    }
    return startsBehind(job) - passedBefore[job];
  }

  /** Whether this job passed any when it started, the first time or again. */
  public boolean hasPassed(int job) {
    return passed.get(job);
  }
}
