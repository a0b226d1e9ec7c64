package org.suanwang.scheduling.simulation;

/** A run reached a limit before its end. */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LimitExceededException(String message) {
    super(message);
  }
}
