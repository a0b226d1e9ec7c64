package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.queue.PendingQueue;

/** While the head of the queue cannot start, nobody does. */
final class StrictService implements QueueService {
  private static final int NOBODY = -1;

  private final Simulation run;
  private final PendingQueue pending = new PendingQueue();
  private int blockedHead = NOBODY;

  StrictService(Simulation run) {
    this.run = run;
  }

  @Override
  public void arrived(int job) {
    pending.add(job, run.rank(job));
  }

  @Override
  public void serve(boolean released) {
    boolean headStarted = true;
    while (!run.isStopped() && headStarted && !pending.isEmpty()) {
      int head = pending.head();
      headStarted = (head != blockedHead || released) && tryStart(head);
    }
  }

  private boolean tryStart(int head) {
    Decision.Start start = run.cycle().find(head);
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
