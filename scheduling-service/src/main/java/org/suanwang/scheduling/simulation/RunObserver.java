package org.suanwang.scheduling.simulation;

/** Is told after every event how far a run is, and may stop it. */
public interface RunObserver {
  /** Goes on to the end. */
  RunObserver NONE = (simulatedSeconds, events, jobsDone) -> true;

  /**
   * Called after every event: one decision on a gang of millions may last longer than many others.
   *
   * @return false to stop the run
   */
  boolean proceed(long simulatedSeconds, long events, int jobsDone);
}
