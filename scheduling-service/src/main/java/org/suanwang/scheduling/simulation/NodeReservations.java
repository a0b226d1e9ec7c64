package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.FreeProfile;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The reservations of those that wait under conservative backfilling by their nodes, where it
 * matters on which nodes a gang lies: the earliest time at which it finds its place on a copy of
 * the cluster from which those are gone that are expected to have ended ({@link Shadow}), beside
 * what is kept for others on these nodes ({@link KeptPlaces}) and what is reserved by counts.
 *
 * <p>Finding one takes time that grows with the number of jobs that are expected to end before it.
 */
final class NodeReservations {
  /** So many that have one may try to have an earlier one each time the queue is served. */
  private static final int MOVES_MAX = 64;

  private final Simulation run;
  private final JobTable jobs;
  private final FreeTimes free;
  private final KeptPlaces kept;
  private final Shadow shadow;
  private int moves;

  NodeReservations(Simulation run, ExpectedEnds ends, FreeTimes free, KeptPlaces kept) {
    this.run = run;
    this.free = free;
    this.kept = kept;
    jobs = run.input().jobs();
    shadow = new Shadow(run, ends);
  }

  /** The queue is served. */
  void goOn() {
    moves = 0;
  }

  /** Whether a job may try to have another reservation than it has. */
  boolean mayMove(int job) {
    return !kept.has(job) || moves++ < MOVES_MAX;
  }

  void started(ExpectedEnds.Running one) {
    shadow.started(one);
    kept.started(one);
  }

  void ended(int job, Allocation held) {
    shadow.ended(job, held);
    kept.ended(job, held);
  }

  /** For a while, as if a job did not run. */
  void supposeEnded(int job, Allocation held) {
    kept.ended(job, held);
  }

  /** For a while, as if a job ran. */
  void supposeStarted(ExpectedEnds.Running one) {
    kept.started(one);
  }

  /** A running job is expected to end at another time. */
  void expected(ExpectedEnds.Running one) {
    kept.ended(one.job(), one.held());
    kept.started(one);
  }

  void wentOut(Withdrawal withdrawal, long backSeconds) {
    shadow.wentOut(withdrawal, backSeconds);
  }

  void staysOut(Withdrawal withdrawal, long backSeconds) {
    shadow.staysOut(withdrawal, backSeconds);
  }

  void cameBack(Withdrawal withdrawal) {
    shadow.cameBack(withdrawal);
  }

  void giveBack(int job) {
    kept.giveBack(job);
  }

  void giveAllBack() {
    kept.clear();
  }

  void hide(int job, boolean isHidden) {
    kept.hide(job, isHidden);
  }

  /**
   * Keeps for a job the first place that there will be for it; null where none is kept. Jobs whose
   * number of tasks or device types is open have their reservations by counts; those of shares too,
   * until the time has come and no nodes agree.
   *
   * @param isRefused whether by counts it could start now
   */
  @Nullable Slot reserve(int job, boolean isRefused, Allowance allowance) {
    if (jobs.isFlexible(job)
        || (jobs.request(job).isFractional() && !isRefused)) {
      return null;
    }
    Shadow.Found found = shadow.find(job, run.now(), allowance, new Beside(job, allowance));
    if (found == null) {
      return null;
    }
    int group = found.start().group();
    long seconds = run.expectedSeconds(job, group);
    kept.keep(job, found.at(), found.at() + seconds, found.start());
    return new Slot(Room.of(group), found.at(), seconds, new int[] {jobs.tasks(job)});
  }

  /** Where a job starts, enough is left for what is reserved by counts. */
  private final class Beside implements Shadow.Terms {
    private final int job;
    private final int[] groups;

    Beside(int job, Allowance allowance) {
      this.job = job;
      groups =
          Arrays.stream(run.cycle().groupsFor(job))
              .filter(group -> run.cycle().isPossible(group, job))
              .filter(group -> allowance.tasks(group) >= jobs.tasks(job))
              .toArray();
    }

    @Override
    public long notBefore(long second) {
      long first = FreeProfile.NEVER;
      for (int group : groups) {
        first = Math.min(first, earliest(group, second));
      }
      return first;
    }

    @Override
    public long nextChange(long second) {
      return kept.nextEnd(second);
    }

    @Override
    public boolean allow(Decision.Start start, long second) {
      return earliest(start.group(), second) == second;
    }

    private long earliest(int group, long second) {
      return free.of(group)
          .earliest(second, jobs.milliDevices(job), run.expectedSeconds(job, group));
    }
  }
}
