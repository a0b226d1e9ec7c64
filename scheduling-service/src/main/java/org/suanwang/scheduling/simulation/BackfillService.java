package org.suanwang.scheduling.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.policy.QueueDiscipline;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.RankedLine;
import org.suanwang.scheduling.queue.TurnLine;
import org.suanwang.scheduling.workload.JobTable;

/**
 * While the head of the queue cannot start, those behind it may, in their order: under EASY if they
 * do not delay it, under the strict discipline never, else whoever fits. With preemption running
 * jobs first give way to the head ({@link Displacement}), and turns are asked anew. No more are
 * looked at when so many as the policy's depth says could not start. When nothing was given back
 * and the head is the same, only who has just arrived is looked at: nothing has become better for
 * the others.
 */
final class BackfillService implements QueueService {
  private final Simulation run;
  private final JobTable jobs;
  private final int depth;
  private final boolean passes;
  private final TurnLine line;
  private final @Nullable Displacement displacement;
  private final ExpectedEnds ends;
  private final @Nullable Shadow shadow;
  private final @Nullable BesideHead beside;
  private final Refusals refused;
  private final Refusals refusedIfLong;
  private int blockedHead = NOBODY;
  private boolean hasMadeRoom;
  private int arrived;
  private int lastArrived = NOBODY;

  BackfillService(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    SchedulingPolicy policy = run.input().policy();
    depth = policy.depth();
    passes = policy.discipline() != QueueDiscipline.STRICT;
    line = policy.preempts() ? new TurnsNow(run) : new RankedLine(policy.order().ranks(jobs));
    displacement = policy.preempts() ? new Displacement(run) : null;
    ends = new ExpectedEnds(jobs.size());
    shadow = policy.discipline() == QueueDiscipline.EASY ? new Shadow(run, ends) : null;
    beside = shadow == null ? null : new BesideHead(run, shadow, null);
    refused = new Refusals(run);
    refusedIfLong = new Refusals(run);
  }

  @Override
  public void arrived(int job) {
    line.add(job);
    lastArrived = job;
    arrived++;
  }

  @Override
  public void ended(int job, Allocation held) {
    if (displacement != null) {
      displacement.ended(job);
    }
    if (shadow != null) {
      ends.remove(job);
      shadow.ended(job, held);
    }
  }

  @Override
  public void resized(int job, Allocation before, Allocation after) {
    if (shadow != null) {
      shadow.resized(job, before, after);
      ends.remove(job);
      ends.add(job, run.now() + run.holdings().expectedSeconds(job, after), after);
    }
  }

  @Override
  public void wentOut(Withdrawal withdrawal, long backSeconds) {
    if (shadow != null) {
      shadow.wentOut(withdrawal, backSeconds);
    }
  }

  @Override
  public void staysOut(Withdrawal withdrawal, long untilSeconds, long backSeconds) {
    if (shadow != null) {
      shadow.staysOut(withdrawal, backSeconds);
    }
  }

  @Override
  public void cameBack(Withdrawal withdrawal) {
    if (shadow != null) {
      shadow.cameBack(withdrawal);
    }
  }

  @Override
  public void dataArrived() {
    if (shadow != null) {
      shadow.forget();
    }
  }

  @Override
  public void left(int job) {
    line.remove(job);
  }

  @Override
  public boolean takesBack() {
    return shadow == null && displacement == null;
  }

  @Override
  public boolean isEmpty() {
    return line.size() == 0;
  }

  @Override
  public int head() {
    return shadow == null && passes ? NOBODY : line.head();
  }

  @Override
  public long nextInstant() {
    return displacement == null || isEmpty() ? Long.MAX_VALUE : displacement.nextAlarm();
  }

  /** Where only somebody may be made to give way now, nothing has become better for others. */
  @Override
  public void serve(boolean released) {
    boolean isAlarm = displacement != null && displacement.rings();
    boolean isOnlyAlarm = isAlarm && !released && arrived == 0;
    hasMadeRoom = false;
    int head = startHeads(released || isAlarm);
    boolean looksBehind = passes && (hasMadeRoom || !isOnlyAlarm);
    if (looksBehind && head != NOBODY && !run.isStopped()) {
      lookBehind(head, released || hasMadeRoom);
    }
    arrived = 0;
  }

  /** The head that cannot start; {@link #NOBODY} when all could. */
  private int startHeads(boolean released) {
    int head = line.head();
    while (head != NOBODY && !run.isStopped() && (head != blockedHead || released || hasMadeRoom)) {
      Decision.Start start = findMakingRoom(head);
      if (start == null) {
        blockedHead = head;
        run.explanations().block(head);
        return head;
      }
      start(head, start);
      if (shadow != null) {
        shadow.forget();
      }
      head = line.head();
    }
    return head;
  }

  /** Where the head can start, if need be in the place of others, who give way; or null. */
  private Decision.@Nullable Start findMakingRoom(int head) {
    Decision.Start start = find(head);
    if (start != null || displacement == null) {
      return start;
    }
    List<Concession> found = displacement.find(head);
    if (found.isEmpty()) {
      return null;
    }
    displacement.carryOut(found, head);
    hasMadeRoom = true;
    return displacement.require(run.cycle().find(head), head);
  }

  private Decision.@Nullable Start find(int job) {
    Decision.Start start = run.cycle().find(job);
    return start == null ? run.changes().lent().takeBack(job) : start;
  }

  private void lookBehind(int head, boolean released) {
    boolean all = released || arrived > 1 || line.size() - 1 > depth;
    if (shadow != null && !shadow.isOf(head, run.now())) {
      shadow.find(head, run.now(), Allowance.ALL);
      all = true;
    }
    refused.clear();
    refusedIfLong.clear();
    if (all) {
      int job = line.after(head);
      for (int waiting = 0; waiting < depth && job != NOBODY && !run.isStopped(); ) {
        waiting += consider(job) ? 0 : 1;
        job = line.after(job);
      }
      run.log().walked(job != NOBODY);
    } else if (arrived == 1 && lastArrived != NOBODY && line.isBefore(head, lastArrived)) {
      consider(lastArrived);
    }
  }

  /** Starts a job behind the head if it may; returns whether it did. */
  private boolean consider(int job) {
    if (beside != null && beside.isAskedFor(job)) {
      return considerAny(job, beside);
    }
    boolean isLong = shadow != null && isLong(job, shadow);
    if (refused.holdFor(job)) {
      run.explanations().block(job);
      return false;
    }
    if (isLong && refusedIfLong.holdFor(job)) {
      run.explanations().blockBehindReservation(job);
      return false;
    }
    Decision.Start start = find(job);
    if (start == null) {
      refused.add(job);
      run.explanations().block(job);
      return false;
    }
    if (shadow != null && isLong && delaysHead(job, start, shadow)) {
      int barred = shadow.place();
      start = run.cycle().find(job, group -> group == barred ? 0 : Integer.MAX_VALUE);
    }
    if (start == null) {
      refusedIfLong.add(job);
      run.explanations().blockBehindReservation(job);
      return false;
    }
    start(job, start);
    return true;
  }

  private boolean considerAny(int job, BesideHead of) {
    Decision.Start start = refused.holdFor(job) ? null : run.cycle().find(job);
    if (start == null) {
      refused.add(job);
      run.explanations().block(job);
      return false;
    }
    start = of.find(job, start, blockedHead, Allowance.ALL);
    if (start == null) {
      run.explanations().blockBehindReservation(job);
      return false;
    }
    start(job, start);
    return true;
  }

  /** Whether it would still run when the head is to start, if it ran where that one will. */
  private boolean isLong(int job, Shadow of) {
    return run.cycle().isPossible(of.place(), job)
        && run.now() + run.expectedSeconds(job, of.place()) > of.timeSeconds();
  }

  private boolean delaysHead(int job, Decision.Start start, Shadow of) {
    return start.group() == of.place() && !of.leavesRoom(job, run.cycle().foresee(job, start));
  }

  @Override
  public void start(int job, Decision.Start start) {
    line.remove(job);
    lastArrived = job == lastArrived ? NOBODY : lastArrived;
    Allocation held = run.start(job, start);
    if (shadow != null) {
      long end = run.now() + run.holdings().expectedSeconds(job, held);
      ends.add(job, end, held);
      shadow.started(new ExpectedEnds.Running(job, end, held));
    }
    if (displacement != null) {
      displacement.started(job);
    }
  }

  /** The head may have to wait for longer. */
  @Override
  public void startNamed(int job, Decision.Start start) {
    start(job, start);
    if (shadow != null) {
      shadow.forget();
    }
  }
}
