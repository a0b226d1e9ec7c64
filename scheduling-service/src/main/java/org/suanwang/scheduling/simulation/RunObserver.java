package org.suanwang.scheduling.simulation;

/** Is told now and then how far a run is, and may stop it. */
public interface RunObserver {
  /** Goes on to the end. */
  RunObserver NONE = (simulatedSeconds, events, jobsDone) -> true;

  /**
   * Called every {@link Simulation#EVENTS_BETWEEN_CALLS} events or so.
   *
   * @return false to stop the run
   */
  boolean proceed(long simulatedSeconds, long events, int jobsDone);
}
