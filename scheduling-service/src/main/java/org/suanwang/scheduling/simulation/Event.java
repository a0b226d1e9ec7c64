package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;

/**
 * One thing that happened. The simulation reuses one object for all of them, so a sink copies what
 * it keeps and never keeps the event.
 */
public final class Event {
  private long sequence = -1;
  private long timeSeconds;
  private EventKind kind = EventKind.SUBMITTED;
  private int job;
  private @Nullable Allocation allocation;
  private Decision.@Nullable Wait wait;
  private long lostSeconds;

  Event next(EventKind newKind, long newTimeSeconds, int newJob) {
    sequence++;
    kind = newKind;
    timeSeconds = newTimeSeconds;
    job = newJob;
    allocation = null;
    wait = null;
    lostSeconds = 0;
    return this;
  }

  Event losing(long seconds) {
    lostSeconds = seconds;
    return this;
  }

  Event with(Allocation held) {
    allocation = held;
    return this;
  }

  Event with(Decision.Wait reason) {
    wait = reason;
    return this;
  }

  /**
   * Of the time for which the job held its devices since its last start, what came to nothing:
   * restoring, and work that was not saved. Told when it ends or gives way.
   */
  public long lostSeconds() {
    return lostSeconds;
  }

  /** 0, 1, 2 … through the run. */
  public long sequence() {
    return sequence;
  }

  /** Seconds since the epoch of the simulation. */
  public long timeSeconds() {
    return timeSeconds;
  }

  public EventKind kind() {
    return kind;
  }

  /** Row of the job in the table. */
  public int job() {
    return job;
  }

  /**
   * What the job holds.
   *
   * @throws IllegalStateException unless it has just started or finished
   */
  public Allocation allocation() {
    if (allocation == null) {
      throw new IllegalStateException("nothing is held at " + kind);
    }
    return allocation;
  }

  /**
   * Why the job does not run.
   *
   * @throws IllegalStateException unless it is rejected or blocked
   */
  public Decision.Wait reason() {
    if (wait == null) {
      throw new IllegalStateException("nothing waits at " + kind);
    }
    return wait;
  }
}
