package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import org.suanwang.scheduling.queue.LongHeap;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Which jobs leave before they have come to their end: those that have not started by their
 * timeout, and those that their users cancel. At its timeout itself a job has not started in time.
 */
final class Departures {
  private final Simulation run;
  private final JobTable jobs;
  private final LongHeap due = new LongHeap();
  private final BitSet started = new BitSet();
  private final BitSet over = new BitSet();

  Departures(Simulation run) {
    this.run = run;
    this.jobs = run.input().jobs();
  }

  void queued(int job) {
    add(job, jobs.cancelSeconds(job));
    add(job, jobs.startTimeoutSeconds(job));
  }

  private void add(int job, long seconds) {
    if (seconds != JobTable.NEVER) {
      due.add(seconds, job);
    }
  }

  void started(int job) {
    started.set(job);
  }

  void over(int job) {
    over.set(job);
  }

  /** When the next job leaves; Long.MAX_VALUE when none does. */
  long nextSeconds() {
    while (!due.isEmpty() && !leaves(due.peek(), due.minKey())) {
      due.poll();
    }
    return due.minKey();
  }

  private boolean leaves(int job, long seconds) {
    return !over.get(job) && (jobs.cancelSeconds(job) == seconds || !started.get(job));
  }

  /** Lets those leave that do so at this instant. */
  void pass() {
    while (!run.isStopped() && nextSeconds() == run.now()) {
      run.leave(due.poll());
    }
  }

  /** How a job ends that has run as long as it was to. */
  EventKind kindOfEnd(int job) {
    if (run.input().estimateRule().kills(jobs, job)) {
      return EventKind.KILLED;
    }
    return switch (jobs.ending(job)) {
      case COMPLETES -> EventKind.FINISHED;
      case FAILS -> EventKind.CRASHED;
      case STOPPED -> EventKind.STOPPED;
    };
  }
}
