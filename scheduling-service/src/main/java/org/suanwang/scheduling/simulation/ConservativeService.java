package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.queue.RankedLine;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Conservative backfilling (Mu'alem and Feitelson 2001): each job gets the earliest reservation
 * that delays none made before ({@link ReservedTimes}). When a job ends before its estimate says,
 * every job in order gives its reservation back and takes the earliest one again, which is never
 * later.
 *
 * <p>When something fails, all reservations are given back and taken again in order. As many jobs
 * have reservations as the policy's depth says. An arrival takes time that grows with the number of
 * reservations and running jobs, an early end with that times the depth.
 */
final class ConservativeService implements QueueService {
  private final Simulation run;
  private final JobTable jobs;
  private final RankedLine line;
  private final ReservedTimes times;
  private boolean isBetter;
  private boolean isWorse;

  ConservativeService(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    line = new RankedLine(run.input().policy().order().ranks(jobs));
    times = new ReservedTimes(run, false);
  }

  @Override
  public void arrived(int job) {
    line.add(job);
  }

  @Override
  public void ended(int job, Allocation held) {
    isBetter |= times.ended(job, held);
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
  public void dataArrived() {
    isBetter = true;
  }

  @Override
  public void left(int job) {
    isBetter |= times.has(job);
    times.giveBack(job);
    line.remove(job);
  }

  /** While nothing runs whose end it could wait for, when the time of a reservation comes. */
  @Override
  public long nextInstant() {
    return times.isIdle() ? times.nextDue() : Long.MAX_VALUE;
  }

  @Override
  public boolean isEmpty() {
    return line.size() == 0;
  }

  @Override
  public void serve(boolean released) {
    times.goOn();
    isBetter |= times.isIdle();
    if (isWorse) {
      times.giveAllBack();
      isWorse = false;
    }
    walk();
    if (times.isIdle() && !isEmpty()) {
      isBetter = true;
      walk();
    }
    isBetter = false;
  }

  /**
   * Starts those whose time has come, or is nearer now. One whose time is past may get a later one,
   * after others made way for it; so where nobody could start, it is asked once more.
   */
  private void walk() {
    int depth = run.input().policy().depth();
    int job = line.head();
    for (int waiting = 0; waiting < depth && job != RankedLine.NONE && !run.isStopped(); ) {
      boolean isStarted = run.plans().keepNow(job) && startsOnKept(job);
      if (!isStarted && (times.isDue(job) || (isBetter && times.canMove(job)))) {
        isStarted = reserve(job);
      }
      waiting += isStarted ? 0 : 1;
      job = line.after(job);
    }
    run.log().walked(job != RankedLine.NONE);
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
      run.explanations().blockForReservation(job);
      return false;
    }
    start(job, start);
    isBetter |= before != null && jobs.isFlexible(job) && !isAs(before, job);
    return true;
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
  }

  /** Others may have to wait for longer. */
  @Override
  public void startNamed(int job, Decision.Start start) {
    start(job, start);
    isWorse = true;
  }
}
