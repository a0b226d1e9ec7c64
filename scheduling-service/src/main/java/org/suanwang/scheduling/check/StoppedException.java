package org.suanwang.scheduling.check;

/** Long work was given up because its result is no longer wanted. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoppedException() {
    super("the work was given up");
  }
}
