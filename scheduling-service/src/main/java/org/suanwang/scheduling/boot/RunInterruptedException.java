package org.suanwang.scheduling.boot;

/** The service stops while a run is going on. */
final class RunInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunInterruptedException(String runId) {
    super("simulation " + runId + " was interrupted and stays in the queue");
  }
}
