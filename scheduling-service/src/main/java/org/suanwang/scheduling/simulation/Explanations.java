package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.QuotaObstacles;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.cycle.WaitReason;

/**
 * Tells, once a job, why it does not start though its turn has come; once more, and not in the log,
 * a job that was kept aside for its data.
 */
final class Explanations {
  private final Simulation run;
  private final SchedulingCycle cycle;
  private final BitSet told = new BitSet();
  private final BitSet wereAside = new BitSet();

  Explanations(Simulation run) {
    this.run = run;
    this.cycle = run.cycle();
  }

  /** It cannot start. */
  void block(int job) {
    if (!told.get(job)) {
      tell(job, cycle.explain(job));
    }
  }

  /** It could start but for the quotas of its queue and those above it. */
  void blockByQuota(int job, QuotaObstacles obstacles) {
    if (!told.get(job)) {
      tell(job, obstacles.explain(job));
    }
  }

  /** No hub with its data could ever hold it. */
  void blockForData(int job) {
    if (!told.get(job)) {
      Decision.Start possible = cycle.findWithoutData(job, Allowance.ALL);
      int group = possible == null ? -1 : possible.group();
      tell(job, new Decision.Wait(WaitReason.DATA_ELSEWHERE, group, 0));
    }
  }

  /** Its data is in a hub that could hold it: from now on it waits for something else. */
  void dataCame(int job) {
    told.clear(job);
    wereAside.set(job);
  }

  /** The nodes that it names were taken, or not for it, when it came. */
  void blockByItsNodes(int job, int group, long shortTasks) {
    tell(job, new Decision.Wait(WaitReason.ITS_NODES_TAKEN, group, shortTasks));
  }

  /** Others have received less of their shares, or the next round has not begun. */
  void blockByRound(int job) {
    if (!told.get(job)) {
      tell(job, new Decision.Wait(WaitReason.NOT_ITS_ROUND, -1, 0));
    }
  }

  /** It must not start though it could. */
  void blockBehindReservation(int job) {
    if (!told.get(job)) {
      Decision.Start possible = cycle.findBesideReservations(job, Allowance.ALL);
      int group = possible == null ? -1 : possible.group();
      tell(job, new Decision.Wait(WaitReason.BEHIND_RESERVATION, group, 0));
    }
  }

  /** It has got a reservation and does not start now. */
  void blockForReservation(int job) {
    if (!told.get(job)) {
      if (cycle.findBesideReservations(job, Allowance.ALL) == null) {
        block(job);
      } else {
        blockBehindReservation(job);
      }
    }
  }

  /** The same where queues may have quotas: which of them, devices or others are in its way. */
  void blockForReservation(int job, TenantQueues queues) {
    if (!told.get(job)) {
      boolean isPossible = cycle.findBesideReservations(job, queues.allowance(job)) != null;
      if (queues.areBarring(job) || (!isPossible && queues.areKeeping(job))) {
        queues.explain(job);
      } else if (isPossible) {
        blockBehindReservation(job);
      } else {
        block(job);
      }
    }
  }

  private void tell(int job, Decision.Wait wait) {
    told.set(job);
    if (wereAside.get(job)) {
      run.log().tellBlockedAgain(run.now(), job, wait);
    } else {
      run.log().tell(EventKind.BLOCKED, run.now(), job, wait);
    }
  }
}
