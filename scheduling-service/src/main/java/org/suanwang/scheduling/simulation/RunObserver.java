package org.suanwang.scheduling.simulation;

/** Is told again and again how far a run is, and may stop it. */
public interface RunObserver {
  /** Goes on to the end. */
  RunObserver NONE = (simulatedSeconds, events, jobsDone) -> true;

  /**
   * Called after every event, and before every job that is looked at: one decision on a gang of
   * millions, or a walk along a long queue, may last longer than many others.
   *
   * @return false to stop the run
   */
  boolean proceed(long simulatedSeconds, long events, int jobsDone);
}
