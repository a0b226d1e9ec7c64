package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.workload.JobTable;

/**
 * EASY backfilling with queues of tenants: whose turn it is says the policy's fairness, and in a
 * queue its order. The first that its quota lets start, but that finds no devices, has the
 * reservation ({@link Shadow}) in the groups that its quota leaves open; those behind it start if
 * they delay it neither by devices nor by what they use of a quota that it needs. The first of each
 * queue that has no quota has a reservation of quota alone ({@link QuotaHeads}), and holds up only
 * those that would take it. With preemption running jobs first give way to those up to the head,
 * turns are asked anew, and all are looked at again.
 */
final class TenantBackfillService implements QueueService {
  private final Simulation run;
  private final JobTable jobs;
  private final int depth;
  private final TenantQueues queues;
  private final @Nullable JobQuotas quotas;
  private final @Nullable QuotaHeads quotaHeads;
  private final ExpectedEnds ends;
  private final Shadow shadow;
  private final BesideHead beside;
  private final Refusals refused;
  private final @Nullable QueueDisplacement displacement;
  private boolean hasArrivals;
  private boolean othersAsk;
  private boolean hasMadeRoom;
  private int head = NOBODY;

  TenantBackfillService(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    depth = run.input().policy().depth();
    queues = new TenantQueues(run);
    quotas = queues.quotas();
    ends = new ExpectedEnds(jobs.size());
    quotaHeads = quotas == null ? null : new QuotaHeads(run, queues, quotas, ends);
    shadow = new Shadow(run, ends);
    beside = new BesideHead(run, shadow, quotas);
    refused = new Refusals(run);
    displacement = run.input().policy().preempts() ? new QueueDisplacement(run, queues) : null;
  }

  private Waiting turn(int job) {
    return new Waiting(displacement == null ? run.rank(job) : run.rankNow(job), job);
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
    if (displacement != null) {
      displacement.ended(job);
    }
    ends.remove(job);
    shadow.ended(job, held);
    queues.ended(job, held);
  }

  @Override
  public void resized(int job, Allocation before, Allocation after) {
    queues.resized(job, before, after);
    shadow.resized(job, before, after);
    ends.remove(job);
    ends.add(job, run.now() + run.holdings().expectedSeconds(job, after), after);
  }

  @Override
  public void wentOut(Withdrawal withdrawal, long backSeconds) {
    shadow.wentOut(withdrawal, backSeconds);
  }

  @Override
  public void staysOut(Withdrawal withdrawal, long untilSeconds, long backSeconds) {
    shadow.staysOut(withdrawal, backSeconds);
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
  public Allowance allowance(int job) {
    return queues.allowance(job);
  }

  @Override
  public int head() {
    return queues.head(false);
  }

  @Override
  public long nextInstant() {
    return displacement == null || isEmpty() ? Long.MAX_VALUE : displacement.nextInstant();
  }

  @Override
  public void serve(boolean released) {
    boolean isAlarm = displacement != null && displacement.rings();
    boolean hasMoved = head != NOBODY && !shadow.isOf(head, run.now());
    hasMoved |= quotaHeads != null && quotaHeads.haveMoved();
    if (!released && !hasArrivals && !hasMoved && !isAlarm) {
      return;
    }
    do {
      walkThrough();
    } while (othersAsk && !run.isStopped());
    hasArrivals = false;
  }

  /** Whoever goes at most so deep: those that cannot start count. Ends where others gave way. */
  private void walkThrough() {
    othersAsk = false;
    hasMadeRoom = false;
    head = NOBODY;
    refused.clear();
    if (quotaHeads != null) {
      quotaHeads.clear();
    }
    if (displacement != null) {
      displacement.forget();
    }
    queues.walk().begin(run.now());
    Waiting next = queues.walk().head();
    for (int seen = 0; seen < depth && next != null && !run.isStopped(); ) {
      seen += isStarted(next) ? 0 : 1;
      if (hasMadeRoom) {
        return;
      }
      queues.walk().pass();
      next = queues.walk().head();
    }
    run.log().walked(next != null);
  }

  private boolean isStarted(Waiting waiting) {
    int job = waiting.job();
    boolean isKnown = refused.holdFor(job);
    Decision.Start start = isKnown ? null : findAllowed(job);
    if (start == null && head == NOBODY && displacement != null && !isHeld(job)) {
      start = displacement.makeRoom(waiting);
      hasMadeRoom = start != null;
      othersAsk |= hasMadeRoom;
    }
    if (start == null) {
      refuse(job, isKnown);
      return false;
    }
    if (!hasMadeRoom) {
      start = findPassing(job, start);
    }
    if (start == null) {
      run.explanations().blockBehindReservation(job);
      return false;
    }
    start(job, start);
    if (head == NOBODY) {
      shadow.forget();
    }
    othersAsk |= displacement != null && displacement.isBorrowing(job);
    return true;
  }

  private Decision.@Nullable Start findAllowed(int job) {
    return run.cycle().find(job, queues.allowance(job));
  }

  /** Says why it does not start, and reserves devices, or quota, for the first without them. */
  private void refuse(int job, boolean isKnown) {
    if (queues.areBarring(job)) {
      queues.explain(job);
      if (quotaHeads != null) {
        quotaHeads.add(job);
      }
      return;
    }
    if (!isKnown && queues.areKeeping(job)) {
      queues.explain(job);
    } else {
      refused.add(job);
      run.explanations().block(job);
    }
    if (head == NOBODY && !isHeld(job)) {
      head = job;
      if (quotas != null) {
        shadow.find(job, run.now(), quotas.openTo(job));
      } else if (!shadow.isOf(job, run.now())) {
        shadow.find(job, run.now(), Allowance.ALL);
      }
    }
  }

  /** Whether it would take quota of one before it, so that devices would be of no use. */
  private boolean isHeld(int job) {
    return quotaHeads != null && quotaHeads.areHolding(job);
  }

  /** Where a job can start at nobody's cost who comes before it; null when nowhere. */
  private Decision.@Nullable Start findPassing(int job, Decision.Start found) {
    Allowance allowance = queues.allowance(job);
    Decision.Start start = findBesideHead(job, found, allowance);
    if (quotaHeads == null || (start != null && quotaHeads.areLeft(job, start))) {
      return start;
    }
    if (start == null) {
      run.log().tellReserved(run.now(), head, shadow.timeSeconds());
      return null;
    }
    Allowance less = quotaHeads.leaving(job, allowance);
    Decision.Start other = run.cycle().find(job, less);
    start = other == null ? null : findBesideHead(job, other, less);
    if (start == null || !quotaHeads.areLeft(job, start)) {
      quotaHeads.tellAgain();
      return null;
    }
    return start;
  }

  /**
   * Where a job can start without delaying the head, if there is one; null when nowhere. The quota
   * must be left by short jobs too.
   */
  private Decision.@Nullable Start findBesideHead(
      int job, Decision.Start found, Allowance allowance) {
    if (head == NOBODY) {
      return found;
    }
    if (beside.isAskedFor(job)) {
      return beside.find(job, found, head, allowance);
    }
    Decision.Start start = found;
    if (found.group() == shadow.place()
        && run.now() + run.expectedSeconds(job, found.group()) > shadow.timeSeconds()
        && !shadow.leavesRoom(job, run.cycle().foresee(job, found))) {
      start = run.cycle().find(job, g -> g == shadow.place() ? 0 : allowance.tasks(g));
    }
    return start != null && leavesQuota(job, start.group()) ? start : null;
  }

  /** Whether the head could still start by its quota if this job ran there. */
  private boolean leavesQuota(int job, int group) {
    if (quotas == null) {
      return true;
    }
    quotas.add(job, group, jobs.tasks(job));
    boolean isLeft = quotas.allows(head, shadow.place());
    quotas.add(job, group, -jobs.tasks(job));
    return isLeft;
  }

  @Override
  public void start(int job, Decision.Start start) {
    queues.remove(turn(job));
    Allocation held = run.start(job, start);
    queues.started(job, held);
    long end = run.now() + run.holdings().expectedSeconds(job, held);
    ends.add(job, end, held);
    shadow.started(new ExpectedEnds.Running(job, end, held));
    if (quotaHeads != null) {
      quotaHeads.started(job, held, end);
    }
    if (displacement != null) {
      displacement.started(job);
    }
  }

  /** The head may have to wait for longer. */
  @Override
  public void startNamed(int job, Decision.Start start) {
    start(job, start);
    shadow.forget();
  }
}
