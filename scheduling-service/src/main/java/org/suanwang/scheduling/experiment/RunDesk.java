package org.suanwang.scheduling.experiment;

/** Where runs are kept, as a worker sees it. Each call is one transaction. */
public interface RunDesk {
  /** Marks the run as running; false when it is no longer to be run. */
  boolean begin(String id);

  /** Keeps how far the run is; false when it was cancelled meanwhile. */
  boolean report(String id, Progress progress);

  /** Keeps the result, unless the run was cancelled meanwhile. */
  void complete(String id, Progress progress, SimulationResult result);

  /** Keeps why there is no result, and how far it came. */
  void fail(String id, Progress progress, String why);

  /** Keeps how far a run came that was cancelled; nothing for a run in any other state. */
  void settleCancelled(String id, Progress progress);
}
