package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.RankedLine;
import org.suanwang.scheduling.queue.TurnLine;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Conservative backfilling (Mu'alem and Feitelson 2001): each job gets the earliest reservation
 * that delays none made before ({@link ReservedTimes}). When a job ends before its estimate says,
 * every job in order gives its reservation back and takes the earliest one again, which is never
 * later. With preemption a job may also take the place of running ones ({@link Displacement}), and
 * of reservations, whose turn comes later.
 *
 * <p>When something fails, all reservations are given back and taken again in order. As many jobs
 * have reservations as the policy's depth says. An arrival takes time that grows with the number of
 * reservations and running jobs, an early end with that times the depth.
 */
final class ConservativeService implements QueueService {
  private final Simulation run;
  private final JobTable jobs;
  private final TurnLine line;
  private final ReservedTimes times;
  private final @Nullable Displacement displacement;
  private final BitSet newcomers = new BitSet();
  private boolean isBetter;
  private boolean isWorse;
  private boolean mayMakeRoom;
  private boolean hasMadeRoom;

  ConservativeService(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    SchedulingPolicy policy = run.input().policy();
    line = policy.preempts() ? new TurnsNow(run) : new RankedLine(policy.order().ranks(jobs));
    times = new ReservedTimes(run, false);
    displacement = policy.preempts() ? new Displacement(run, times.supposed()) : null;
  }

  @Override
  public void arrived(int job) {
    line.add(job);
    if (displacement != null) {
      newcomers.set(job);
    }
  }

  @Override
  public void ended(int job, Allocation held) {
    isBetter |= times.ended(job, held);
    if (displacement != null) {
      displacement.ended(job);
    }
  }

  @Override
  public void resized(int job, Allocation before, Allocation after) {
    times.resized(job, before, after);
  }

  @Override
  public void wentOut(Withdrawal withdrawal, long backSeconds) {
    isWorse |= times.wentOut(withdrawal, backSeconds);
  }

  @Override
  public void staysOut(Withdrawal withdrawal, long untilSeconds, long backSeconds) {
    isWorse |= times.staysOut(withdrawal, untilSeconds, backSeconds);
  }

  @Override
  public void cameBack(Withdrawal withdrawal) {
    times.cameBack(withdrawal);
  }

  @Override
  public void dataArrived() {
    isBetter = true;
  }

  @Override
  public void left(int job) {
    isBetter |= times.has(job);
    times.giveBack(job);
    line.remove(job);
  }

  /**
   * While nothing runs whose end it could wait for, when the time of a reservation comes; and when
   * somebody may be made to give way.
   */
  @Override
  public long nextInstant() {
    if (times.isIdle()) {
      return times.nextDue();
    }
    return displacement == null || isEmpty() ? Long.MAX_VALUE : displacement.nextAlarm();
  }

  @Override
  public boolean isEmpty() {
    return line.size() == 0;
  }

  @Override
  public void serve(boolean released) {
    boolean isAlarm = displacement != null && displacement.rings();
    times.goOn();
    mayMakeRoom = isAlarm || released;
    hasMadeRoom = false;
    if (isAlarm && !released && newcomers.isEmpty() && !makeRoomOnly()) {
      return;
    }
    isBetter |= times.isIdle();
    if (isWorse) {
      times.giveAllBack();
      isWorse = false;
    }
    walkThrough();
    if (times.isIdle() && !isEmpty()) {
      isBetter = true;
      walkThrough();
    }
    isBetter = false;
    newcomers.clear();
  }

  /** Again after others gave way, for those before it that may have earlier reservations. */
  private void walkThrough() {
    do {
      mayMakeRoom |= hasMadeRoom;
      hasMadeRoom = false;
      walk();
    } while (hasMadeRoom && !run.isStopped());
  }

  /** Nothing has become better but for those to whom somebody may now give way; if anybody does. */
  private boolean makeRoomOnly() {
    int depth = run.input().policy().depth();
    int job = line.head();
    for (int seen = 0; seen < depth && job != TurnLine.NONE && !hasMadeRoom; seen++) {
      makesRoom(job);
      job = line.after(job);
    }
    return hasMadeRoom;
  }

  /**
   * Starts those whose time has come, or is nearer now. One whose time is past may get a later one,
   * after others made way for it; so where nobody could start, it is asked once more.
   */
  private void walk() {
    int depth = run.input().policy().depth();
    int job = line.head();
    for (int waiting = 0; waiting < depth && job != TurnLine.NONE && !run.isStopped(); ) {
      boolean isStarted = run.plans().keepNow(job) && startsOnKept(job);
      if (!isStarted && (times.isDue(job) || (isBetter && times.canMove(job)))) {
        isStarted = reserve(job);
      } else if (!isStarted) {
        isStarted = makesRoom(job);
      }
      waiting += isStarted ? 0 : 1;
      job = line.after(job);
    }
    run.log().walked(job != TurnLine.NONE);
  }

  private boolean startsOnKept(int job) {
    boolean hadPlace = times.has(job);
    Decision.Start start = times.findOnKept(job, Allowance.ALL);
    if (start == null) {
      return false;
    }
    isBetter |= hadPlace;
    start(job, start);
    return true;
  }

  /**
   * Starts a job, or gives it the earliest reservation there is, instead of the one it had; returns
   * whether it started. One that starts otherwise than it was reserved leaves others room.
   */
  private boolean reserve(int job) {
    Slot before = times.of(job);
    Decision.Start start = times.reserve(job, Allowance.ALL);
    if (start == null) {
      boolean isStarted = makesRoom(job);
      if (!isStarted) {
        run.explanations().blockForReservation(job);
      }
      return isStarted;
    }
    start(job, start);
    isBetter |= before != null && jobs.isFlexible(job) && !isAs(before, job);
    return true;
  }

  /**
   * Starts a job in the place of those whose turn comes later: of running ones, and of what is
   * reserved for others, who take new reservations in their turn. Nobody else is delayed.
   */
  private boolean makesRoom(int job) {
    if (displacement == null || !(mayMakeRoom || newcomers.get(job))) {
      return false;
    }
    boolean fits = run.cycle().findBesideReservations(job, Allowance.ALL) != null;
    if (!fits && !displacement.mayHelp(job)) {
      return false;
    }
    List<Integer> later = laterWithReservations(job);
    times.supposed().forgotten(later);
    boolean othersHave = later.size() > (times.has(job) ? 1 : 0);
    fits &= othersHave && times.supposed().findNow(job) != null;
    List<Concession> found = fits ? List.of() : displacement.find(job);
    times.supposed().remember(later);
    if (!fits && found.isEmpty()) {
      return false;
    }
    later.forEach(times::giveBack);
    displacement.carryOut(found, job);
    times.tellKeptFrom(job);
    start(job, displacement.require(times.supposed().findNow(job), job));
    isBetter = true;
    hasMadeRoom = true;
    return true;
  }

  /** The job itself, and those whose turn comes later, not of equal turn; with reservations. */
  private List<Integer> laterWithReservations(int job) {
    List<Integer> later = new ArrayList<>();
    long rank = run.rankNow(job);
    for (int one = job; one != TurnLine.NONE; one = line.after(one)) {
      if (times.has(one) && (one == job || run.rankNow(one) > rank)) {
        later.add(one);
      }
    }
    return later;
  }

  private boolean isAs(Slot reserved, int job) {
    Allocation held = run.holdings().of(job);
    return reserved.at() == run.now()
        && reserved.isFor(
            run.input().layout().unions().milliByGroup(held), jobs.request(job).milliDevices());
  }

  @Override
  public void start(int job, Decision.Start start) {
    isBetter |= times.has(job);
    times.giveBack(job);
    line.remove(job);
    times.started(job, run.start(job, start));
    if (displacement != null) {
      displacement.started(job);
    }
  }

  /** Others may have to wait for longer. */
  @Override
  public void startNamed(int job, Decision.Start start) {
    start(job, start);
    isWorse = true;
  }
}
