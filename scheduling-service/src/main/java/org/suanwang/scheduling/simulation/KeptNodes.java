package org.suanwang.scheduling.simulation;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.Decision;

/**
 * Starts jobs on nodes that are kept for them, before the queue is served and whoever is at its
 * head: those that wait for the tenant in their order, whoever fits there whole, and not more of
 * them looked at than the policy's depth says.
 */
final class KeptNodes {
  private final Simulation run;
  private final @Nullable PlannedGate gate;
  private final TreeSet<Waiting> line = new TreeSet<>();
  private boolean isBetter;

  KeptNodes(Simulation run) {
    this.run = run;
    boolean areAny = !run.input().reservations().keepsNothing();
    gate = areAny && run.plans().gate() instanceof PlannedGate planned ? planned : null;
  }

  /** A job waits, for the first time or again. */
  void arrived(int job) {
    if (gate != null && gate.hasReservation(job)) {
      line.add(turn(job));
      isBetter = true;
    }
  }

  /** A job does not wait any longer. */
  void gone(int job) {
    if (gate != null) {
      line.remove(turn(job));
    }
  }

  private Waiting turn(int job) {
    return new Waiting(run.rank(job), job);
  }

  void serve(boolean released) {
    if (gate == null || !(released || isBetter)) {
      return;
    }
    isBetter = false;
    int seen = 0;
    Waiting next = line.isEmpty() ? null : line.first();
    while (next != null && seen++ < run.input().policy().depth() && !run.isStopped()) {
      consider(next.job(), gate);
      next = line.higher(next);
    }
  }

  private void consider(int job, PlannedGate through) {
    Decision.Start start = run.cycle().findThrough(through::refusalOfKept, job);
    if (start != null && run.queue().mayStart(job, start.group())) {
      run.queue().start(job, start);
    }
  }
}
