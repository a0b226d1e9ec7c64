package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;

/**
 * The nodes of reservations under conservative backfilling. Where any nodes of a group will do, as
 * they are alike to every job, none are kept: this does nothing then.
 */
interface ReservedPlaces {
  /** The queue is served. */
  default void goOn() {}

  /** Whether an earlier place may be looked for; asked for each that has one. */
  default boolean mayMove() {
    return true;
  }

  /** What is kept for a job; null when nothing is. */
  default @Nullable KeptPlace of(int job) {
    return null;
  }

  /** Keeps a place that had been given back at this instant. */
  default void keep(KeptPlace place) {}

  /** A job has started. */
  default void started(ExpectedEnds.Running one) {}

  /** A job has ended. */
  default void ended(int job, Allocation held) {}

  /** For a while, as if a job did not run. */
  default void supposeEnded(int job, Allocation held) {}

  /** For a while, as if a job ran. */
  default void supposeStarted(ExpectedEnds.Running one) {}

  /** A running job is expected to end at another time. */
  default void expected(ExpectedEnds.Running one) {}

  /** Some of a node is out of use, until it is expected back. */
  default void wentOut(Withdrawal withdrawal, long backSeconds) {}

  /** Some of a node comes back later than it was to. */
  default void staysOut(Withdrawal withdrawal, long backSeconds) {}

  /** Some of a node has come back. */
  default void cameBack(Withdrawal withdrawal) {}

  /**
   * Keeps for a job the first place that there will be for it, as far as it is allowed to; null
   * where none is kept.
   *
   * @param isRefused whether by counts it could start now
   */
  default @Nullable Slot reserve(int job, boolean isRefused, Allowance allowance) {
    return null;
  }

  /** Nothing is kept for a job any more. */
  default void giveBack(int job) {}

  /** Nothing is kept for anybody. */
  default void giveAllBack() {}

  /** For a while, as if nothing were kept for a job, or as if it were after all. */
  default void hide(int job, boolean isHidden) {}

  /** Tells on which nodes a job may have nothing now, as they are kept for others. */
  default void tellKeptFrom(int job) {}

  /**
   * Those of a run.
   *
   * @param areForgotten whether all are made anew each time the queue is served
   */
  static ReservedPlaces of(
      Simulation run, ExpectedEnds ends, FreeTimes free, boolean areForgotten) {
    KeptPlaces kept = run.plans().kept();
    return kept == null
        ? new ReservedPlaces() {}
        : new NodeReservations(run, ends, free, kept, areForgotten);
  }
}
