package org.suanwang.scheduling.simulation;

import java.util.List;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;

/**
 * Whoever fits starts, in the order of turns; who does not takes the place of running jobs whose
 * turn comes later ({@link Displacement}). Turns are asked anew at each instant. A walk ends at the
 * last that waits, or when so many as the policy's depth says could not start.
 *
 * <p>The service also wants to be asked when the turn of a running job falls back, or when it has
 * run as long as the policy leaves it, as long as somebody waits.
 */
final class PreemptiveService implements QueueService {
  private final Simulation run;
  private final int depth;
  private final TurnsNow line;
  private final Displacement displacement;
  private final Refusals refused;
  private boolean isLookedAtAll;
  private int lastArrived = NOBODY;
  private int arrived;

  PreemptiveService(Simulation run) {
    this.run = run;
    depth = run.input().policy().depth();
    line = new TurnsNow(run);
    displacement = new Displacement(run);
    refused = new Refusals(run);
  }

  @Override
  public void arrived(int job) {
    line.add(job);
    lastArrived = job;
    arrived++;
  }

  @Override
  public void ended(int job, Allocation held) {
    displacement.ended(job);
  }

  @Override
  public void left(int job) {
    line.remove(job);
  }

  @Override
  public long nextInstant() {
    return isEmpty() ? Long.MAX_VALUE : displacement.nextAlarm();
  }

  @Override
  public boolean isEmpty() {
    return line.size() == 0;
  }

  @Override
  public void serve(boolean released) {
    boolean isAlarm = displacement.rings();
    boolean all = released || isAlarm || arrived != 1 || line.size() > depth;
    isLookedAtAll = true;
    if (!all && lastArrived != NOBODY) {
      refused.clear();
      isLookedAtAll = consider(lastArrived) != TurnOutcome.STARTED_OTHERS_ASK;
    }
    while ((all || !isLookedAtAll) && !run.isStopped()) {
      all = false;
      isLookedAtAll = true;
      walk();
    }
    arrived = 0;
  }

  private void walk() {
    refused.clear();
    int next = line.head();
    int left = depth;
    while (left > 0 && next != NOBODY && !run.isStopped()) {
      switch (consider(next)) {
        case STARTED -> {}
        case STARTED_OTHERS_ASK -> {
          refused.clear();
          isLookedAtAll = false;
        }
        default -> left--;
      }
      next = line.after(next);
    }
    run.log().walked(next != NOBODY);
  }

  /** Starts a job if it can, in the place of others if they have to give way to it. */
  private TurnOutcome consider(int job) {
    if (refused.holdFor(job)) {
      run.explanations().block(job);
      return TurnOutcome.NO_DEVICES;
    }
    Decision.Start start = run.cycle().find(job);
    if (start != null) {
      start(job, start);
      return TurnOutcome.STARTED;
    }
    List<Concession> found = displacement.find(job);
    if (found.isEmpty()) {
      refused.add(job);
      run.explanations().block(job);
      return TurnOutcome.NO_DEVICES;
    }
    displacement.carryOut(found, job);
    start(job, displacement.require(run.cycle().find(job), job));
    return TurnOutcome.STARTED_OTHERS_ASK;
  }

  @Override
  public void start(int job, Decision.Start start) {
    line.remove(job);
    lastArrived = job == lastArrived ? NOBODY : lastArrived;
    run.start(job, start);
    displacement.started(job);
  }
}
