package org.suanwang.scheduling.experiment;

/** Executes a queued run; called by the queue on a thread of its own. */
public interface RunExecutor {
  void execute(String runId);

  /** Ends a run as failed whose workers died one after another; {@code attempts} counts them. */
  void abandon(String runId, int attempts);
}
