package org.suanwang.catalog.check;

/** A request that was right by itself but meets a state that has changed, or forbids it. */
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConflictException(String message) {
    super(message);
  }
}
