package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.policy.QueueDiscipline;

/**
 * Serves the queues of tenants: which queue's turn it is says the policy's fairness, whose turn it
 * is in a queue its order. Who has no quota holds up nobody but, under the strict discipline, those
 * of the same queue. Who has no devices holds up everybody under the strict discipline, nobody
 * under the others; with preemption running jobs give way to who finds no place ({@link
 * QueueDisplacement}). EASY backfilling is of {@link TenantBackfillService}. So many are asked that
 * cannot start as the policy's depth says, and one more where nobody gives way.
 *
 * <p>It is asked at the same instants as the services without queues: shares that have moved since
 * are seen when a job arrives or ends.
 */
final class TenantService implements QueueService {
  private final Simulation run;
  private final QueueDiscipline discipline;
  private final int depth;
  private final TenantQueues queues;
  private final FairWalk walk;
  private final @Nullable QueueDisplacement displacement;
  private final Refusals refused;
  private int blockedHead = NOBODY;
  private int arrived;
  private @Nullable Waiting lastArrived;

  TenantService(Simulation run) {
    this.run = run;
    SimulationInput input = run.input();
    discipline = input.policy().discipline();
    depth = input.policy().depth();
    queues = new TenantQueues(run);
    walk = queues.walk();
    displacement = input.policy().preempts() ? new QueueDisplacement(run, queues) : null;
    refused = new Refusals(run);
  }

  private boolean preempts() {
    return displacement != null;
  }

  @Override
  public void arrived(int job) {
    lastArrived = turn(job);
    queues.add(lastArrived);
    arrived++;
  }

  /** It stays while the job waits. */
  private Waiting turn(int job) {
    return new Waiting(preempts() ? run.rankNow(job) : run.rank(job), job);
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
    queues.ended(job, held);
  }

  @Override
  public long nextInstant() {
    return displacement == null || isEmpty() ? Long.MAX_VALUE : displacement.nextInstant();
  }

  @Override
  public boolean takesBack() {
    return displacement == null && queues.quotas() == null;
  }

  @Override
  public boolean isEmpty() {
    return walk.size() == 0;
  }

  @Override
  public int head() {
    return discipline == QueueDiscipline.STRICT ? queues.head(true) : NOBODY;
  }

  @Override
  public void serve(boolean released) {
    boolean isAlarm = displacement != null && displacement.rings();
    if (discipline == QueueDiscipline.STRICT) {
      startHeads(released || isAlarm);
    } else if (released || isAlarm || arrived > 1 || (arrived == 1 && isLong())) {
      walkThrough();
    } else if (arrived == 1 && lastArrived != null) {
      lookAt(lastArrived);
    }
    arrived = 0;
  }

  /** For the others nothing has become better, unless it makes room or its queue borrows. */
  private void lookAt(Waiting newcomer) {
    clearRefusals();
    if (consider(newcomer) == TurnOutcome.STARTED_OTHERS_ASK) {
      walkThrough();
    }
  }

  /** Whether not all are looked at. */
  private boolean isLong() {
    return walk.size() - (preempts() ? 0 : 1) > depth;
  }

  private void startHeads(boolean released) {
    if (!released && arrived == 0) {
      return;
    }
    clearRefusals();
    walk.begin(run.now());
    for (Waiting head = walk.head(); head != null && !run.isStopped(); head = walk.head()) {
      if (head.job() == blockedHead && !released) {
        return;
      }
      switch (consider(head)) {
        case STARTED -> walk.pass();
        case STARTED_OTHERS_ASK -> {
          clearRefusals();
          walk.begin(run.now());
        }
        case NO_QUOTA -> walk.leaveQueue();
        case NO_DEVICES, NO_OPEN_DEVICES -> {
          blockedHead = head.job();
          return;
        }
      }
    }
  }

  /**
   * Again after others gave way, for those that might now start in another place, and after a queue
   * began to borrow, for those that may take it back.
   */
  private void walkThrough() {
    boolean isOver = false;
    while (!isOver && !run.isStopped()) {
      isOver = !walkOnce();
    }
  }

  private boolean walkOnce() {
    clearRefusals();
    boolean othersAsk = false;
    int left = preempts() ? depth : depth + 1;
    walk.begin(run.now());
    Waiting head = walk.head();
    for (; left > 0 && head != null && !run.isStopped(); head = walk.head()) {
      TurnOutcome outcome = consider(head);
      left -= outcome.isStart() ? 0 : 1;
      walk.pass();
      if (outcome == TurnOutcome.STARTED_OTHERS_ASK) {
        othersAsk = true;
        walk.reorder();
      }
    }
    run.log().walked(head != null);
    return othersAsk;
  }

  private void clearRefusals() {
    refused.clear();
    if (displacement != null) {
      displacement.forget();
    }
  }

  /** Starts a job if it can, with others giving way where there is preemption. */
  private TurnOutcome consider(Waiting waiting) {
    TurnOutcome outcome = tryStart(waiting);
    if (outcome == TurnOutcome.STARTED) {
      boolean borrows = displacement != null && displacement.isBorrowing(waiting.job());
      return borrows ? TurnOutcome.STARTED_OTHERS_ASK : outcome;
    }
    if (makesRoom(waiting)) {
      return TurnOutcome.STARTED_OTHERS_ASK;
    }
    if (outcome == TurnOutcome.NO_QUOTA || outcome == TurnOutcome.NO_OPEN_DEVICES) {
      queues.explain(waiting.job());
    } else {
      run.explanations().block(waiting.job());
    }
    return outcome;
  }

  /** Starts a job in the place of others, if they are to give way. */
  private boolean makesRoom(Waiting waiting) {
    Decision.Start start = displacement == null ? null : displacement.makeRoom(waiting);
    if (start == null) {
      return false;
    }
    refused.clear();
    start(waiting, start);
    return true;
  }

  private TurnOutcome tryStart(Waiting waiting) {
    int job = waiting.job();
    if (refused.holdFor(job)) {
      return TurnOutcome.NO_DEVICES;
    }
    Decision.Start start = run.cycle().find(job, queues.allowance(job));
    start = start == null ? run.changes().lent().takeBack(job) : start;
    if (start != null) {
      start(waiting, start);
      return TurnOutcome.STARTED;
    }
    if (queues.areBarring(job)) {
      return TurnOutcome.NO_QUOTA;
    }
    if (queues.areKeeping(job)) {
      return TurnOutcome.NO_OPEN_DEVICES;
    }
    refused.add(job);
    return TurnOutcome.NO_DEVICES;
  }

  @Override
  public void resized(int job, Allocation before, Allocation after) {
    queues.resized(job, before, after);
  }

  @Override
  public Allowance allowance(int job) {
    return queues.allowance(job);
  }

  @Override
  public void start(int job, Decision.Start start) {
    start(turn(job), start);
  }

  private void start(Waiting waiting, Decision.Start start) {
    int job = waiting.job();
    blockedHead = NOBODY;
    queues.remove(waiting);
    lastArrived = waiting.equals(lastArrived) ? null : lastArrived;
    Allocation held = run.start(job, start);
    queues.started(job, held);
    if (displacement != null) {
      displacement.started(job);
    }
  }
}
