package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.queue.PendingQueue;

/** While the head of the queue cannot start, nobody does. */
final class StrictService implements QueueService {
  private final Simulation run;
  private final PendingQueue pending = new PendingQueue();
  private final BitSet gone = new BitSet();
  private int blockedHead = NOBODY;

  StrictService(Simulation run) {
    this.run = run;
  }

  @Override
  public void arrived(int job) {
    if (gone.get(job)) {
      gone.clear(job);
    } else {
      pending.add(job, run.rank(job));
    }
  }

  /** It stays in the queue until its turn comes, and is passed over then. */
  @Override
  public void left(int job) {
    gone.set(job);
  }

  /** Likewise. */
  @Override
  public void start(int job, Decision.Start start) {
    gone.set(job);
    run.start(job, start);
  }

  @Override
  public boolean takesBack() {
    return true;
  }

  @Override
  public boolean isEmpty() {
    return pending.isEmpty();
  }

  @Override
  public int head() {
    passOverGone();
    return pending.isEmpty() ? NOBODY : pending.head();
  }

  @Override
  public void serve(boolean released) {
    boolean headStarted = true;
    passOverGone();
    while (!run.isStopped() && headStarted && !pending.isEmpty()) {
      int head = pending.head();
      headStarted = (head != blockedHead || released) && tryStart(head);
      passOverGone();
    }
  }

  private void passOverGone() {
    while (!pending.isEmpty() && gone.get(pending.head())) {
      gone.clear(pending.removeHead());
    }
  }

  private boolean tryStart(int head) {
    Decision.Start start = run.cycle().find(head);
    start = start == null ? run.changes().lent().takeBack(head) : start;
    if (start == null) {
      blockedHead = head;
      run.explanations().block(head);
      return false;
    }
    pending.removeHead();
    run.start(head, start);
    return true;
  }
}
