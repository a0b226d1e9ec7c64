package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.workload.JobTable;

/**
 * EASY backfilling with queues of tenants: whose turn it is says the policy's fairness, and in a
 * queue its order. The first that its quota lets start, but that finds no devices, has the
 * reservation ({@link Shadow}) in the groups that its quota leaves open; those behind it start if
 * they delay it neither by devices nor by what they use of a quota that it needs. Who has no quota
 * holds up nobody, and gets no reservation.
 */
final class TenantBackfillService implements QueueService {
  private static final int NOBODY = -1;

  private final Simulation run;
  private final JobTable jobs;
  private final int depth;
  private final TenantQueues queues;
  private final @Nullable JobQuotas quotas;
  private final ExpectedEnds ends;
  private final Shadow shadow;
  private final Refusals refused;
  private boolean hasArrivals;
  private int head = NOBODY;

  TenantBackfillService(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    depth = run.input().policy().depth();
    queues = new TenantQueues(run);
    quotas = queues.quotas();
    ends = new ExpectedEnds(jobs.size());
    shadow = new Shadow(run, ends);
    refused = new Refusals(run);
  }

  private Waiting turn(int job) {
    return new Waiting(run.rank(job), job);
  }

  @Override
  public void arrived(int job) {
    queues.add(turn(job));
    hasArrivals = true;
  }

  @Override
  public void left(int job) {
    queues.remove(turn(job));
  }

  @Override
  public void ended(int job, Allocation held) {
    ends.remove(job);
    shadow.ended(job, held);
    queues.ended(job, held.group());
  }

  @Override
  public void wentOut(Withdrawal withdrawal, long backSeconds) {
    shadow.wentOut(withdrawal, backSeconds);
  }

  @Override
  public void cameBack(Withdrawal withdrawal) {
    shadow.cameBack(withdrawal);
  }

  @Override
  public void dataArrived() {
    shadow.forget();
  }

  @Override
  public boolean isEmpty() {
    return queues.walk().size() == 0;
  }

  @Override
  public boolean mayStart(int job, int group) {
    return queues.allows(job, group);
  }

  /** Whoever goes at most so deep: those that cannot start count. */
  @Override
  public void serve(boolean released) {
    boolean hasMoved = head != NOBODY && !shadow.isOf(head, run.now());
    if (!released && !hasArrivals && !hasMoved) {
      return;
    }
    hasArrivals = false;
    head = NOBODY;
    refused.clear();
    queues.walk().begin(run.now());
    Waiting next = queues.walk().head();
    for (int seen = 0; seen < depth && next != null && !run.isStopped(); ) {
      seen += isStarted(next.job()) ? 0 : 1;
      queues.walk().pass();
      next = queues.walk().head();
    }
  }

  private boolean isStarted(int job) {
    boolean isKnown = refused.holdFor(job);
    Decision.Start start = isKnown ? null : findAllowed(job);
    if (start == null) {
      refuse(job, isKnown);
      return false;
    }
    if (head != NOBODY) {
      start = findBesideHead(job, start);
    }
    if (start == null) {
      run.explanations().blockBehindReservation(job);
      return false;
    }
    start(job, start);
    if (head == NOBODY) {
      shadow.forget();
    }
    return true;
  }

  private Decision.@Nullable Start findAllowed(int job) {
    return quotas == null ? run.cycle().find(job) : run.cycle().find(job, quotas.openTo(job));
  }

  /**
   * Says why it does not start, and reserves for it if it is the first that devices keep waiting.
   */
  private void refuse(int job, boolean isKnown) {
    if (quotas != null && run.cycle().isBarred(job, quotas)) {
      run.explanations().blockByQuota(job, quotas);
      return;
    }
    if (quotas != null && !isKnown && run.cycle().isKeptByQuotas(job, quotas)) {
      run.explanations().blockByQuota(job, quotas);
    } else {
      refused.add(job);
      run.explanations().block(job);
    }
    if (head == NOBODY) {
      head = job;
      if (quotas != null) {
        shadow.find(job, run.now(), quotas.openTo(job));
      } else if (!shadow.isOf(job, run.now())) {
        shadow.find(job, run.now());
      }
    }
  }

  /**
   * Where a job can start without delaying the head; null when nowhere. The quota must be left by
   * short jobs too: a head without quota has no reservation.
   */
  private Decision.@Nullable Start findBesideHead(int job, Decision.Start found) {
    Decision.Start start = found;
    if (found.group() == shadow.group()
        && run.now() + run.expectedSeconds(job, found.group()) > shadow.timeSeconds()
        && !shadow.leavesRoom(job, run.cycle().foresee(job, found))) {
      start = run.cycle().find(job, group -> group != shadow.group() && queues.allows(job, group));
    }
    return start != null && leavesQuota(job, start.group()) ? start : null;
  }

  /** Whether the head could still start by its quota if this job ran there. */
  private boolean leavesQuota(int job, int group) {
    if (quotas == null) {
      return true;
    }
    quotas.take(job, group);
    boolean isLeft = quotas.allows(head, shadow.group());
    quotas.giveBack(job, group);
    return isLeft;
  }

  @Override
  public void start(int job, Decision.Start start) {
    queues.remove(turn(job));
    Allocation held = run.start(job, start);
    queues.started(job, start.group());
    long end = run.now() + run.expectedSeconds(job, start.group());
    ends.add(job, end, held);
    shadow.started(new ExpectedEnds.Running(job, end, held));
  }
}
