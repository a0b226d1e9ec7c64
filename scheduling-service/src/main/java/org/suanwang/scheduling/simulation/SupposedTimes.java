package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;

/**
 * What would be free at which time under conservative backfilling if running jobs gave way, or
 * others had no reservations. All that is supposed must be taken back at the same instant.
 */
final class SupposedTimes {
  private final Simulation run;
  private final ReservedTimes times;
  private final FreeTimes free;
  private final ExpectedEnds ends;
  private final SlotSearch search;
  private final ReservedPlaces nodes;

  SupposedTimes(
      Simulation run,
      ReservedTimes times,
      FreeTimes free,
      ExpectedEnds ends,
      SlotSearch search,
      ReservedPlaces nodes) {
    this.nodes = nodes;
    this.run = run;
    this.times = times;
    this.free = free;
    this.ends = ends;
    this.search = search;
  }

  /** Where a job can start now without delaying what is reserved; null when nowhere. */
  Decision.@Nullable Start findNow(int job) {
    for (int place : run.cycle().groupsFor(job)) {
      Decision.Start start = findNow(place, job);
      if (start != null) {
        return start;
      }
    }
    return null;
  }

  /** The same in one group, or union of groups. */
  Decision.@Nullable Start findNow(int place, int job) {
    for (Room room : search.rooms(job)) {
      boolean isIn = room.place() == place;
      Slot slot = isIn ? search.earliest(room, job, run.now(), Allowance.ALL) : null;
      if (slot != null && slot.at() == run.now()) {
        Decision.Start start = search.start(slot, job, Allowance.ALL);
        if (start != null) {
          return start;
        }
      }
    }
    return null;
  }

  /** For a while, as if a running job had given back what it holds, or would hold. */
  void givenBack(int job, Allocation held) {
    free.giveBack(job, held, expectedEnd(job, held));
    nodes.supposeEnded(job, held);
  }

  /** For a while, as if a job ran on with this. */
  void taken(int job, Allocation held) {
    free.take(job, held, expectedEnd(job, held));
    nodes.supposeStarted(new ExpectedEnds.Running(job, expectedEnd(job, held), held));
  }

  /** It holds fewer tasks only where it is supposed to. */
  private long expectedEnd(int job, Allocation held) {
    return run.holdings().of(job).tasks() == held.tasks()
        ? ends.of(job)
        : run.now() + run.holdings().expectedSecondsAfterChange(job, held, run.now());
  }

  /** For a while, as if these had no reservations. */
  void forgotten(Iterable<Integer> those) {
    for (int job : those) {
      Slot slot = times.of(job);
      if (slot != null) {
        free.giveBack(job, slot);
        nodes.hide(job, true);
      }
    }
  }

  /** They have them after all. */
  void remember(Iterable<Integer> those) {
    for (int job : those) {
      Slot slot = times.of(job);
      if (slot != null) {
        free.takeAgain(job, slot);
        nodes.hide(job, false);
      }
    }
  }
}
