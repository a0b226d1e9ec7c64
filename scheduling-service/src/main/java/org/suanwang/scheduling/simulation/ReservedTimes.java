package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.FreeProfile;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The reservations of those that wait under conservative backfilling, beside what runs by its
 * estimates ({@link FreeTimes}). A reservation is a number of tasks in a group, of a gang that is
 * spread in each of several; certain nodes it has where it matters on which it lies ({@link
 * ReservedPlaces}). Else, if its nodes do not take the gang when its time has come, it takes the
 * next one. Of the earliest ones that there are an elastic job takes that for most tasks, and a
 * mixed gang one on a single device type.
 */
final class ReservedTimes {
  private final Simulation run;
  private final JobTable jobs;
  private final ExpectedEnds ends;
  private final FreeTimes free;
  private final SlotSearch search;
  private final @Nullable Slot[] slots;
  private final SupposedTimes supposed;
  private final BitSet holders = new BitSet();
  private final BitSet guesses = new BitSet();
  private final ReservedPlaces nodes;

  /**
   * At the beginning of a run.
   *
   * @param forgets whether all will be {@link #forgetAll forgotten} at times
   */
  ReservedTimes(Simulation run, boolean forgets) {
    this.run = run;
    jobs = run.input().jobs();
    ends = new ExpectedEnds(jobs.size());
    free = new FreeTimes(run, forgets);
    search = new SlotSearch(run, free);
    slots = new Slot[jobs.size()];
    nodes = ReservedPlaces.of(run, ends, free, forgets);
    supposed = new SupposedTimes(run, this, free, ends, search, nodes);
  }

  /** Comes to the present: who runs on past its estimate is expected to end at once. */
  void goOn() {
    free.goOn();
    for (ExpectedEnds.Running late : ends.overdue(run.now())) {
      ends.remove(late.job());
      ends.add(late.job(), run.now() + 1, late.held());
      free.take(late.job(), late.held(), run.now() + 1);
      nodes.expected(new ExpectedEnds.Running(late.job(), run.now() + 1, late.held()));
    }
    nodes.goOn();
  }

  /** The running jobs, by when they are expected to end. */
  ExpectedEnds ends() {
    return ends;
  }

  /** Whether nothing runs whose end anybody could wait for. */
  boolean isIdle() {
    return ends.isEmpty();
  }

  /** A job without a reservation has started. */
  void started(int job, Allocation held) {
    long end = run.now() + run.holdings().expectedSeconds(job, held);
    free.take(job, held, end);
    ends.add(job, end, held);
    nodes.started(new ExpectedEnds.Running(job, end, held));
  }

  /** A job has ended; returns whether it did before it was expected to. */
  boolean ended(int job, Allocation held) {
    long expected = ends.remove(job);
    free.giveBack(job, held, expected);
    nodes.ended(job, held);
    return expected > run.now();
  }

  /** A running job holds more, or less. */
  void resized(int job, Allocation before, Allocation after) {
    ended(job, before);
    started(job, after);
  }

  /**
   * Some of a node is out of use from now on, until it is expected back; returns whether that had
   * not been foreseen.
   */
  boolean wentOut(Withdrawal withdrawal, long backSeconds) {
    nodes.wentOut(withdrawal, backSeconds);
    return free.isOut(withdrawal, run.now(), backSeconds);
  }

  /** Some of a node comes back later than it was to; returns whether that had not been foreseen. */
  boolean staysOut(Withdrawal withdrawal, long untilSeconds, long backSeconds) {
    nodes.staysOut(withdrawal, backSeconds);
    return free.isOut(withdrawal, Math.max(run.now(), untilSeconds), backSeconds);
  }

  /** Some of a node has come back. */
  void cameBack(Withdrawal withdrawal) {
    nodes.cameBack(withdrawal);
  }

  /** Tells on which nodes a job may have nothing now, as they are kept for others. */
  void tellKeptFrom(int job) {
    nodes.tellKeptFrom(job);
  }

  /** What would be if others gave way, of what runs and of what is reserved here. */
  SupposedTimes supposed() {
    return supposed;
  }

  /** The reservation of a job; null when it has none. */
  @Nullable Slot of(int job) {
    return slots[job];
  }

  /** Whether a job has a reservation. */
  boolean has(int job) {
    return slots[job] != null;
  }

  /** Whether a job has no reservation for a later time. */
  boolean isDue(int job) {
    Slot slot = slots[job];
    return slot == null || slot.at() <= run.now();
  }

  /** When the next reservation begins after now; Long.MAX_VALUE when none does. */
  long nextDue() {
    long next = Long.MAX_VALUE;
    for (int job = holders.nextSetBit(0); job >= 0; job = holders.nextSetBit(job + 1)) {
      Slot slot = slots[job];
      if (slot != null && slot.at() > run.now() && !guesses.get(job)) {
        next = Math.min(next, slot.at());
      }
    }
    return next;
  }

  /** Whether there is a better reservation than the one the job has. */
  boolean canMove(int job) {
    Slot held = slots[job];
    return held == null || (jobs.isFlexible(job) ? hasBetter(job, held) : hasEarlier(job, held));
  }

  private boolean hasEarlier(int job, Slot held) {
    for (int group : run.cycle().groupsFor(job)) {
      if (earliestWhole(job, group, held) < held.at()) {
        return true;
      }
    }
    return false;
  }

  private long earliestWhole(int job, int group, Slot held) {
    if (!run.cycle().isPossible(group, job)) {
      return FreeProfile.NEVER;
    }
    FreeProfile profile = free.of(group);
    long need = jobs.milliDevices(job);
    long seconds = run.expectedSeconds(job, group);
    return group == held.room().place()
        ? profile.earliest(run.now(), need, seconds, held.at())
        : profile.earliest(run.now(), need, seconds);
  }

  private boolean hasBetter(int job, Slot held) {
    free.giveBack(job, held);
    boolean isSo = false;
    for (Room room : search.rooms(job)) {
      Slot slot = search.earliest(room, job, run.now(), Allowance.ALL);
      isSo |= slot != null && slot.isBetterThan(held);
    }
    free.take(job, held);
    return isSo;
  }

  /**
   * Where a job can start now, as far as it is allowed to; null when nowhere. It has then the
   * earliest reservation there is, instead of the one it had: none where none of the groups that
   * are open to it would ever hold it.
   */
  Decision.@Nullable Start reserve(int job, Allowance allowance) {
    KeptPlace place = nodes.of(job);
    giveBack(job);
    tellKeptFrom(job);
    Decision.Start widest = null;
    Slot best = null;
    boolean isRefused = false;
    for (Room room : search.rooms(job)) {
      Slot slot = search.earliest(room, job, run.now(), allowance);
      if (slot != null && slot.at() == run.now()) {
        Decision.Start start = search.start(slot, job, allowance);
        if (start != null && start.tasks() == jobs.tasks(job)) {
          return start;
        }
        if (start != null && (widest == null || start.tasks() > widest.tasks())) {
          widest = start;
        }
        isRefused |= start == null;
        slot = search.earliest(room, job, free.nextTry(room), allowance);
      }
      if (slot != null && slot.isBetterThan(best)) {
        best = slot;
      }
    }
    if (widest == null && best != null && !keepsNodes(job, place, isRefused, allowance)) {
      boolean isGuess = best.at() == run.now() + 1 && free.nextChange(best.room()) > best.at();
      take(job, best, isGuess);
    }
    return widest;
  }

  /** Its own place, if that is to come and no other may be looked for; else the first there is. */
  private boolean keepsNodes(
      int job, @Nullable KeptPlace own, boolean isRefused, Allowance allowance) {
    if (own != null && own.at() > run.now() && !nodes.mayMove()) {
      nodes.keep(own);
      take(job, own.slot(), false);
      return true;
    }
    Slot slot = nodes.reserve(job, isRefused, allowance);
    if (slot != null) {
      take(job, slot, false);
    }
    return slot != null;
  }

  /**
   * Where a job for which nodes are kept now can start on these and on others, as far as it is
   * allowed to, if that delays nobody's reservation; null when nowhere. Its own it keeps only then,
   * and only one for a later time. Kept nodes are in no profile while they are, so such a start is
   * not foretold.
   */
  Decision.@Nullable Start findOnKept(int job, Allowance allowance) {
    Slot reserved = slots[job];
    giveBack(job);
    for (int place : run.cycle().groupsFor(job)) {
      Decision.Start start = run.cycle().findIn(place, job, allowance);
      if (start != null && delaysNobody(job, run.cycle().foresee(job, start))) {
        return start;
      }
    }
    if (reserved != null && reserved.at() > run.now()) {
      take(job, reserved, false);
    }
    return null;
  }

  private boolean delaysNobody(int job, Allocation held) {
    return free.areFree(job, held, run.holdings().expectedSeconds(job, held));
  }

  private void take(int job, Slot slot, boolean isGuess) {
    slots[job] = slot;
    holders.set(job);
    guesses.set(job, isGuess);
    free.take(job, slot);
    run.log().tellReserved(run.now(), job, isGuess ? EventSink.NONE : slot.at());
  }

  /** A job gives back the reservation that it may have. */
  void giveBack(int job) {
    Slot slot = slots[job];
    if (slot != null) {
      free.giveBack(job, slot);
      holders.clear(job);
      slots[job] = null;
      nodes.giveBack(job);
      run.log().tellReserved(run.now(), job, EventSink.NONE);
    }
  }

  /** All give their reservations back. */
  void giveAllBack() {
    for (int job = holders.nextSetBit(0); job >= 0; job = holders.nextSetBit(job + 1)) {
      giveBack(job);
    }
  }

  /** The same at once, where it was said that this would be done. */
  void forgetAll() {
    free.forgetSlots();
    nodes.giveAllBack();
    for (int job = holders.nextSetBit(0); job >= 0; job = holders.nextSetBit(job + 1)) {
      slots[job] = null;
      run.log().tellReserved(run.now(), job, EventSink.NONE);
    }
    holders.clear();
  }
}
