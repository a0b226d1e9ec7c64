package org.suanwang.scheduling.experiment;

/** Where a simulation is in its life. */
public enum RunState {
  QUEUED,
  RUNNING,
  COMPLETED,
  CANCELLED,
  FAILED;

  /** Whether nothing more will happen to it. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }
}
