package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.JobQuotas;

/**
 * Conservative backfilling with queues of tenants. As turns move with every start and end, no
 * reservation outlives the instant at which it was made: whenever the queue is served, all are made
 * anew ({@link ReservedTimes}) in the order of the queues' turns, as many as the policy's depth
 * says. Each is the earliest that delays none made before it, in the groups that the quota leaves
 * open; what it needs of the quota is promised to it, and is not there for those behind it, also
 * where they would be over by then. Who has no quota beside what is promised gets no reservation,
 * and holds up nobody.
 *
 * <p>Every instant takes time that grows with the number of reservations times that of reservations
 * and running jobs.
 */
final class TenantConservativeService implements QueueService {
  private final Simulation run;
  private final TenantQueues queues;
  private final @Nullable JobQuotas promised;
  private final BitSet promisedTo = new BitSet();
  private final ReservedTimes times;

  TenantConservativeService(Simulation run) {
    this.run = run;
    queues = new TenantQueues(run);
    promised = run.input().quotas();
    times = new ReservedTimes(run, true);
  }

  private Waiting turn(int job) {
    return new Waiting(run.rank(job), job);
  }

  @Override
  public void arrived(int job) {
    queues.add(turn(job));
  }

  @Override
  public void left(int job) {
    giveBack(job);
    queues.remove(turn(job));
  }

  @Override
  public void ended(int job, Allocation held) {
    times.ended(job, held);
    queues.ended(job, held);
    if (promised != null) {
      promised.giveBack(job, held);
    }
  }

  @Override
  public void resized(int job, Allocation before, Allocation after) {
    times.resized(job, before, after);
    queues.resized(job, before, after);
    if (promised != null) {
      promised.giveBack(job, before);
      promised.take(job, after);
    }
  }

  @Override
  public void wentOut(Withdrawal withdrawal, long backSeconds) {
    times.wentOut(withdrawal, backSeconds);
  }

  @Override
  public void staysOut(Withdrawal withdrawal, long untilSeconds, long backSeconds) {
    times.staysOut(withdrawal, untilSeconds, backSeconds);
  }

  @Override
  public void cameBack(Withdrawal withdrawal) {
    times.cameBack(withdrawal);
  }

  /** While nothing runs whose end it could wait for, when the time of a reservation comes. */
  @Override
  public long nextInstant() {
    return times.isIdle() ? times.nextDue() : Long.MAX_VALUE;
  }

  @Override
  public boolean isEmpty() {
    return queues.walk().size() == 0;
  }

  @Override
  public Allowance allowance(int job) {
    return queues.allowance(job);
  }

  /** Whoever goes at most so deep: those that cannot start count. */
  @Override
  public void serve(boolean released) {
    times.goOn();
    for (int job = promisedTo.nextSetBit(0); job >= 0; job = promisedTo.nextSetBit(job + 1)) {
      addToPromised(job, -1);
    }
    promisedTo.clear();
    times.forgetAll();
    int depth = run.input().policy().depth();
    queues.walk().begin(run.now());
    Waiting next = queues.walk().head();
    for (int seen = 0; seen < depth && next != null && !run.isStopped(); ) {
      seen += isStarted(next.job()) ? 0 : 1;
      queues.walk().pass();
      next = queues.walk().head();
    }
    run.log().walked(next != null);
  }

  private boolean isStarted(int job) {
    Allowance allowance = promised == null ? Allowance.ALL : promised.openTo(job);
    Decision.Start start = run.plans().keepNow(job) ? times.findOnKept(job, allowance) : null;
    if (start == null) {
      start = times.reserve(job, allowance);
    }
    if (start == null) {
      promise(job);
      run.explanations().blockForReservation(job, queues);
      return false;
    }
    start(job, start);
    return true;
  }

  private void promise(int job) {
    if (times.has(job)) {
      promisedTo.set(job);
      addToPromised(job, 1);
    }
  }

  private void addToPromised(int job, int sign) {
    Slot slot = times.of(job);
    if (promised != null && slot != null) {
      for (int group : slot.room().groups()) {
        promised.add(job, group, sign * slot.tasksIn(group));
      }
    }
  }

  /** A job gives back the reservation that it may have, and what is promised with it. */
  private void giveBack(int job) {
    if (promisedTo.get(job)) {
      promisedTo.clear(job);
      addToPromised(job, -1);
      times.giveBack(job);
    }
  }

  @Override
  public void start(int job, Decision.Start start) {
    giveBack(job);
    queues.remove(turn(job));
    Allocation held = run.start(job, start);
    queues.started(job, held);
    if (promised != null) {
      promised.take(job, held);
    }
    times.started(job, held);
  }
}
