package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Lets running jobs give way to one that cannot start where jobs run for queues ({@link
 * QueueVictims}): within its queue those whose turn comes later, and those of queues that borrow
 * what is its own. Who gives way waits again, as if it had just arrived.
 */
final class QueueDisplacement {
  private final Simulation run;
  private final JobTable jobs;
  private final TenantQueues queues;
  private final RunningJobs running;
  private final QueueVictims victims;
  private final Alarms alarms;
  private final RoomRefusals refused;
  private boolean mayReclaimLater;

  /** At the beginning of a run. */
  QueueDisplacement(Simulation run, TenantQueues queues) {
    this.run = run;
    this.queues = queues;
    jobs = run.input().jobs();
    running = new RunningJobs(jobs.size());
    victims = new QueueVictims(run, running, queues.quotas());
    alarms = new Alarms(run, running);
    refused = new RoomRefusals(run);
  }

  void started(int job) {
    refused.clear();
    running.add(job);
    alarms.set(job);
  }

  void ended(int job) {
    running.remove(job);
  }

  /** When running jobs may next be made to give way that may not now; not before now. */
  long nextInstant() {
    return mayReclaimLater ? run.now() + 1 : alarms.next();
  }

  /** Whether that is now; the next time is set. */
  boolean rings() {
    boolean rings = alarms.ring(job -> {}) || mayReclaimLater;
    mayReclaimLater = false;
    return rings;
  }

  /** Who was refused may be asked for again. */
  void forget() {
    refused.clear();
  }

  /** Whether others may want back what this running job holds, since its queue borrows. */
  boolean isBorrowing(int job) {
    JobQuotas quotas = queues.quotas();
    return quotas != null && quotas.isBorrowing(job, run.holdings().of(job));
  }

  /** Others give way to this one, if they are to; where it starts, or null. */
  Decision.@Nullable Start makeRoom(Waiting waiting) {
    int job = waiting.job();
    if (refused.holdFor(queues.leafOf(job), job)) {
      return null;
    }
    MadeRoom room = victims.find(job, waiting.rank());
    if (room == null) {
      mayReclaimLater |= victims.sparedNewcomers();
      refused.add(queues.leafOf(job), job);
      return null;
    }
    run.log().tellMakesRoom(run.now(), job, () -> victims.considered(room));
    room.concessions().forEach(one -> Displacement.carryOut(one, run));
    refused.clear();
    return Displacement.require(findIn(room, job), job, run);
  }

  /** An ordinary gang goes wherever it now can, others to where room was made for them. */
  private Decision.@Nullable Start findIn(MadeRoom room, int job) {
    return jobs.isFlexible(job)
        ? run.cycle().findIn(room.place(), job, room.allowance())
        : run.cycle().find(job, room.allowance());
  }
}
