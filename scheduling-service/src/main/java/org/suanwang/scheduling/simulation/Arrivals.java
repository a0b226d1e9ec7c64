package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.queue.LongHeap;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Lets jobs join the queue, if they could ever start: when they are submitted, or, where the policy
 * puts off those that may be, when their hour has come, and where their data is nowhere that could
 * hold them, when it has been brought ({@link Staging}). At one instant those that were put off
 * join first. Those that name nodes are not put off ({@link NamedStarts}).
 */
final class Arrivals {
  private static final Decision.Wait PUT_OFF = new Decision.Wait(WaitReason.DEFERRED, -1, 0);

  private final Simulation run;
  private final JobTable jobs;
  private final Admission admission;
  private final Departures departures;
  private final Staging staging;
  private final NamedStarts named;
  private final @Nullable StartChoice choice;
  private final LongHeap due = new LongHeap();
  private final BitSet putOff = new BitSet();
  private int next;

  Arrivals(Simulation run, Admission admission, Departures departures, Staging staging) {
    this.run = run;
    this.jobs = run.input().jobs();
    this.admission = admission;
    this.departures = departures;
    this.staging = staging;
    this.named = new NamedStarts(run, admission);
    boolean defers = run.input().policy().deferral() != Deferral.NONE;
    choice = defers ? new StartChoice(run.input(), admission) : null;
  }

  /** Long.MAX_VALUE when nobody is to come. */
  long nextSeconds() {
    long arrival = next < jobs.size() ? jobs.submitSeconds(next) : Long.MAX_VALUE;
    return choice == null ? arrival : Math.min(arrival, nextDue());
  }

  private long nextDue() {
    while (!due.isEmpty() && !putOff.get(due.peek())) {
      due.poll();
    }
    return due.minKey();
  }

  /** Lets those come that do so at this instant. */
  void pass() {
    while (choice != null && !run.isStopped() && nextDue() == run.now()) {
      int job = due.poll();
      putOff.clear(job);
      run.log().tellJoined(run.now(), job);
      join(job);
    }
    while (!run.isStopped() && next < jobs.size() && jobs.submitSeconds(next) == run.now()) {
      submit(next++);
    }
  }

  private void submit(int job) {
    run.log().tell(EventKind.SUBMITTED, run.now(), job);
    Decision.Wait obstacle = admission.findObstacle(job).orElse(null);
    if (obstacle != null) {
      run.log().jobDone();
      run.log().tell(EventKind.REJECTED, run.now(), job, obstacle);
      return;
    }
    joinInTime(job);
    departures.queued(job);
    named.submitted(job);
  }

  private void joinInTime(int job) {
    long seconds = choice == null || named.isNamed(job) ? run.now() : choice.joinSeconds(job);
    if (seconds == run.now()) {
      join(job);
    } else {
      putOff.set(job);
      due.add(seconds, job);
      run.log().tell(EventKind.BLOCKED, run.now(), job, PUT_OFF);
      staging.sendAhead(job);
    }
  }

  private void join(int job) {
    if (!staging.keepsAside(job)) {
      run.arrive(job);
    }
  }

  /** A job leaves; returns whether it had been put off and was in no queue. */
  boolean left(int job) {
    boolean wasPutOff = putOff.get(job);
    putOff.clear(job);
    return wasPutOff;
  }
}
