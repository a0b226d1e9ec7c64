package org.suanwang.scheduling.experiment;

/** Executes a queued run; called by the queue on a thread of its own. */
public interface RunExecutor {
  void execute(String runId);
}
