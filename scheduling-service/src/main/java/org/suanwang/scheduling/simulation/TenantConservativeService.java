package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.cycle.QuotaObstacles;

/**
 * Conservative backfilling with queues of tenants. As turns move with every start and end, no
 * reservation outlives the instant at which it was made: whenever the queue is served, all are made
 * anew ({@link ReservedTimes}) in the order of the queues' turns, as many as the policy's depth
 * says. Each is the earliest that delays none made before it, in the groups that the quota leaves
 * open; what it needs of the quota is promised to it, and is not there for those behind it, also
 * where they would be over by then. Who has no quota beside what is promised gets no reservation of
 * devices; the first of each queue has one of quota alone ({@link QuotaHeads}).
 *
 * <p>Every instant takes time that grows with the number of reservations times that of reservations
 * and running jobs.
 */
final class TenantConservativeService implements QueueService {
  private final Simulation run;
  private final TenantQueues queues;
  private final @Nullable JobQuotas promised;
  private final BitSet promisedTo = new BitSet();
  private final @Nullable QuotaHeads quotaHeads;
  private final @Nullable QuotaObstacles obstacles;
  private final ReservedTimes times;

  TenantConservativeService(Simulation run) {
    this.run = run;
    queues = new TenantQueues(run);
    promised = run.input().quotas();
    times = new ReservedTimes(run, true);
    quotaHeads = promised == null ? null : new QuotaHeads(run, queues, promised, times.ends());
    obstacles = promised == null ? null : run.cycle().obstacles(promised);
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
    if (quotaHeads != null) {
      quotaHeads.clear();
    }
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
    Decision.Start start = findOrReserve(job);
    if (start == null) {
      promise(job);
      run.explanations().blockForReservation(job, queues);
      return false;
    }
    start(job, start);
    return true;
  }

  /** Where a job can start now, or null; it has then a reservation, if there is one for it. */
  private Decision.@Nullable Start findOrReserve(int job) {
    Allowance allowance = promised == null ? Allowance.ALL : promised.openTo(job);
    Decision.Start start = findOrReserve(job, allowance);
    if (quotaHeads == null || isLeft(job, start, quotaHeads)) {
      return start;
    }
    times.giveBack(job);
    start = findOrReserve(job, quotaHeads.leaving(job, allowance));
    if (isLeft(job, start, quotaHeads)) {
      return start;
    }
    times.giveBack(job);
    return null;
  }

  private Decision.@Nullable Start findOrReserve(int job, Allowance allowance) {
    Decision.Start start = run.plans().keepNow(job) ? times.findOnKept(job, allowance) : null;
    return start == null ? times.reserve(job, allowance) : start;
  }

  /** Whether it is at no cost of those that wait for quota if a job starts so, or is reserved. */
  private boolean isLeft(int job, Decision.@Nullable Start start, QuotaHeads heads) {
    Slot slot = times.of(job);
    return start != null ? heads.areLeft(job, start) : slot == null || heads.areLeft(job, slot);
  }

  private void promise(int job) {
    Slot slot = times.of(job);
    if (slot != null) {
      promisedTo.set(job);
      addToPromised(job, 1);
      if (quotaHeads != null) {
        quotaHeads.promised(job, slot);
      }
    } else if (quotaHeads != null && obstacles != null && obstacles.isBarred(job)) {
      quotaHeads.add(job);
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
    if (quotaHeads != null) {
      quotaHeads.started(job, held, times.ends().of(job));
    }
  }
}
