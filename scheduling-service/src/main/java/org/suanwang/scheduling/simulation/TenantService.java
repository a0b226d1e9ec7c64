package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.policy.QueueDiscipline;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Serves the queues of tenants: which queue's turn it is says the policy's fairness, whose turn it
 * is in a queue its order. Who has no quota holds up nobody but, under the strict discipline, those
 * of the same queue. Who has no devices holds up everybody under the strict discipline, nobody
 * under the others; under the preemptive one running jobs give way to who finds no place ({@link
 * QueueVictims}). EASY backfilling is of {@link TenantBackfillService}. So many are asked that
 * cannot start as the policy's depth says, and one more where nobody gives way.
 *
 * <p>It is asked at the same instants as the services without queues: shares that have moved since
 * are seen when a job arrives or ends.
 */
final class TenantService implements QueueService {
  private final Simulation run;
  private final JobTable jobs;
  private final QueueDiscipline discipline;
  private final int depth;
  private final TenantQueues queues;
  private final @Nullable JobQuotas quotas;
  private final FairWalk walk;
  private final RunningJobs running;
  private final QueueVictims victims;
  private final Alarms alarms;
  private final Refusals refused;
  private final RoomRefusals refusedRoom;
  private int blockedHead = NOBODY;
  private boolean mayReclaimLater;
  private int arrived;
  private @Nullable Waiting lastArrived;

  TenantService(Simulation run) {
    this.run = run;
    SimulationInput input = run.input();
    jobs = input.jobs();
    discipline = input.policy().discipline();
    depth = input.policy().depth();
    queues = new TenantQueues(run);
    quotas = queues.quotas();
    walk = queues.walk();
    running = new RunningJobs(jobs.size());
    victims = new QueueVictims(run, running, quotas);
    alarms = new Alarms(run, running);
    refused = new Refusals(run);
    refusedRoom = new RoomRefusals(run);
  }

  private boolean preempts() {
    return discipline == QueueDiscipline.PREEMPT;
  }

  @Override
  public void arrived(int job) {
    lastArrived = wait(job);
    arrived++;
  }

  private Waiting wait(int job) {
    Waiting waiting = turn(job);
    queues.add(waiting);
    return waiting;
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
    running.remove(job);
    queues.ended(job, held);
  }

  @Override
  public long nextInstant() {
    if (!preempts() || walk.size() == 0) {
      return Long.MAX_VALUE;
    }
    return mayReclaimLater ? run.now() + 1 : alarms.next();
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
    boolean hasRung = alarms.ring();
    boolean isAlarm = preempts() && (hasRung || mayReclaimLater);
    mayReclaimLater = false;
    if (discipline == QueueDiscipline.STRICT) {
      startHeads(released);
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
        case STARTED, STARTED_OTHERS_ASK -> walk.pass();
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
    refusedRoom.clear();
  }

  /** Starts a job if it can, with others giving way under the preemptive discipline. */
  private TurnOutcome consider(Waiting waiting) {
    TurnOutcome outcome = tryStart(waiting);
    if (outcome == TurnOutcome.STARTED) {
      boolean borrows =
          quotas != null && quotas.isBorrowing(waiting.job(), run.holdings().of(waiting.job()));
      return preempts() && borrows ? TurnOutcome.STARTED_OTHERS_ASK : outcome;
    }
    if (preempts() && makesRoom(waiting)) {
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
    int job = waiting.job();
    if (refusedRoom.holdFor(queues.leafOf(job), job)) {
      return false;
    }
    MadeRoom room = victims.find(job, waiting.rank());
    if (room == null) {
      mayReclaimLater |= victims.sparedNewcomers();
      refusedRoom.add(queues.leafOf(job), job);
      return false;
    }
    run.log().tellMakesRoom(run.now(), job, () -> victims.considered(room));
    room.concessions().forEach(this::concede);
    clearRefusals();
    Decision.Start start = findIn(room, job);
    if (start == null) {
      throw new IllegalStateException("others gave way to " + jobs.id(job) + " for nothing");
    }
    start(waiting, start);
    return true;
  }

  /** An ordinary gang goes wherever it now can, others to where room was made for them. */
  private Decision.@Nullable Start findIn(MadeRoom room, int job) {
    return jobs.isFlexible(job)
        ? run.cycle().findIn(room.place(), job, room.allowance())
        : run.cycle().find(job, room.allowance());
  }

  private TurnOutcome tryStart(Waiting waiting) {
    int job = waiting.job();
    if (refused.holdFor(job)) {
      return TurnOutcome.NO_DEVICES;
    }
    Decision.Start start = run.cycle().find(job, queues.allowance(job));
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

  private void concede(Concession concession) {
    int job = concession.job();
    Allocation kept = concession.after();
    if (kept == null) {
      Allocation held = run.holdings().of(job);
      run.preempt(job);
      ended(job, held);
      wait(job);
    } else {
      run.changes().shrink(job, kept);
    }
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
    refusedRoom.clear();
    blockedHead = NOBODY;
    queues.remove(waiting);
    lastArrived = waiting.equals(lastArrived) ? null : lastArrived;
    Allocation held = run.start(job, start);
    queues.started(job, held);
    running.add(job);
    if (preempts()) {
      alarms.set(job);
    }
  }
}
