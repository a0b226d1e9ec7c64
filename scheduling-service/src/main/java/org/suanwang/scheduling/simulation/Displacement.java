package org.suanwang.scheduling.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;

/**
 * Lets running jobs give way to one that cannot start and whose turn comes before theirs ({@link
 * Victims}), beside any discipline. Who gives way waits again, as if it had just arrived.
 */
final class Displacement {
  private final Simulation run;
  private final RunningJobs running;
  private final @Nullable RunningByTurn byTurn;
  private final Victims victims;
  private final Alarms alarms;

  /** Where a place is asked for on the nodes only. */
  Displacement(Simulation run) {
    this(run, null);
  }

  /**
   * At the beginning of a run.
   *
   * @param times who takes the place of others must not delay what is reserved here
   */
  Displacement(Simulation run, @Nullable SupposedTimes times) {
    this.run = run;
    running = new RunningJobs(run.input().jobs().size());
    byTurn = run.input().policy().order().movesForward() ? null : new RunningByTurn(run);
    victims = new Victims(run, running, byTurn, times);
    alarms = new Alarms(run, running);
  }

  void started(int job) {
    running.add(job);
    if (byTurn != null) {
      byTurn.put(job);
    }
    alarms.set(job);
  }

  void ended(int job) {
    running.remove(job);
    if (byTurn != null) {
      byTurn.remove(job);
    }
  }

  /** When running jobs may next be made to give way that may not now; not before now. */
  long nextAlarm() {
    return alarms.next();
  }

  /** Whether that is now; the next time is set. */
  boolean rings() {
    return byTurn == null ? alarms.ring(job -> {}) : alarms.ring(byTurn::put);
  }

  /** What must be given up so that this job can start now; nothing when it could not even then. */
  List<Concession> find(int job) {
    return victims.find(job, run.rankNow(job));
  }

  /** Whether anybody runs who might have to give way to the job, by turns and counts. */
  boolean mayHelp(int job) {
    return victims.mayHelp(job, run.rankNow(job));
  }

  /** What was last found is given up, for this job, and those that give way wait again. */
  void carryOut(List<Concession> found, int job) {
    if (!found.isEmpty()) {
      run.log().tellMakesRoom(run.now(), job, () -> victims.considered(found));
    }
    found.forEach(one -> carryOut(one, run));
  }

  /** Where the job starts to whom others gave way. */
  Decision.Start require(Decision.@Nullable Start start, int job) {
    return require(start, job, run);
  }

  static Decision.Start require(Decision.@Nullable Start start, int job, Simulation run) {
    if (start == null) {
      String id = run.input().jobs().id(job);
      throw new IllegalStateException("others gave way to " + id + " for nothing");
    }
    return start;
  }

  /** A job gives up tasks, or all and waits again. */
  static void carryOut(Concession one, Simulation run) {
    Allocation kept = one.after();
    if (kept == null) {
      Allocation held = run.holdings().of(one.job());
      run.preempt(one.job());
      run.queue().ended(one.job(), held);
      run.queue().arrived(one.job());
    } else {
      run.changes().shrink(one.job(), kept);
    }
  }
}
