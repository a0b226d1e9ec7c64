package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.Decision;

/**
 * Starts jobs on nodes that are kept for them, before the queue is served and whoever is at its
 * head: those that wait for the tenant in their order, whoever fits there whole, and not more of
 * them looked at than the policy's depth says. Those for whom no nodes are kept now are not.
 *
 * <p>Where the discipline protects the head of the queue, nobody starts here on what the head
 * itself might have: those of its tenant wait until their turn comes in the queue, or until it has
 * started.
 */
final class KeptNodes {
  private final Simulation run;
  private final @Nullable PlannedGate gate;
  private final TreeSet<Waiting> line = new TreeSet<>();
  private final TreeSet<Waiting> others = new TreeSet<>();
  private BitSet lasting = new BitSet();
  private boolean isBetter;
  private int heldUpBy = QueueService.NOBODY;

  KeptNodes(Simulation run) {
    this.run = run;
    boolean areAny = !run.input().reservations().keepsNothing();
    gate = areAny && run.plans().gate() instanceof PlannedGate planned ? planned : null;
  }

  /** A job waits, for the first time or again. */
  void arrived(int job) {
    if (gate != null && gate.hasReservation(job)) {
      add(turn(job));
    }
  }

  private void add(Waiting waiting) {
    boolean isKept = run.plans().keepNow(waiting.job());
    (isKept ? line : others).add(waiting);
    isBetter |= isKept;
  }

  /** A job does not wait any longer. */
  void gone(int job) {
    if (gate != null && gate.hasReservation(job)) {
      Waiting waiting = turn(job);
      line.remove(waiting);
      others.remove(waiting);
    }
  }

  private Waiting turn(int job) {
    return new Waiting(run.rank(job), job);
  }

  void serve(boolean released) {
    if (gate == null) {
      return;
    }
    divide();
    if (released || isBetter) {
      isBetter = false;
      walk(gate);
    }
    servesBehindHead();
  }

  /**
   * The same for those behind a head that has started in its turn, which may change that of others.
   */
  void serveBehindHead() {
    while (servesBehindHead()) {
      run.queue().serve(false);
    }
  }

  /** Asks those again whom a head held up that is no longer it; returns whether one started. */
  private boolean servesBehindHead() {
    boolean anyStarted = false;
    while (gate != null
        && heldUpBy != QueueService.NOBODY
        && !run.isStopped()
        && run.queue().head() != heldUpBy) {
      anyStarted |= walk(gate);
    }
    return anyStarted;
  }

  private boolean walk(PlannedGate through) {
    heldUpBy = QueueService.NOBODY;
    boolean anyStarted = false;
    int seen = 0;
    int head = line.isEmpty() ? QueueService.NOBODY : run.queue().head();
    Waiting next = line.isEmpty() ? null : line.first();
    while (next != null && seen++ < run.input().policy().depth() && !run.isStopped()) {
      int job = next.job();
      if (head != QueueService.NOBODY && head != job && run.plans().keepForBoth(head, job)) {
        heldUpBy = head;
      } else if (isStarted(job, through)) {
        anyStarted = true;
        head = run.queue().head();
      }
      next = line.higher(next);
    }
    return anyStarted;
  }

  /** When reservations have begun or ended, others wait for whom nodes are kept. */
  private void divide() {
    BitSet now = run.plans().lasting();
    if (!now.equals(lasting)) {
      lasting = (BitSet) now.clone();
      TreeSet<Waiting> all = new TreeSet<>(line);
      all.addAll(others);
      line.clear();
      others.clear();
      all.forEach(this::add);
    }
  }

  private boolean isStarted(int job, PlannedGate through) {
    Decision.Start start =
        run.cycle().findThrough(through::refusalOfKept, job, run.queue().allowance(job));
    if (start != null) {
      run.queue().start(job, start);
    }
    return start != null;
  }
}
