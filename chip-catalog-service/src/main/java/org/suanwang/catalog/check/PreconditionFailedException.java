package org.suanwang.catalog.check;

/** A request that was made for a version which is no longer the current one. */
public final class PreconditionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PreconditionFailedException(String message) {
    super(message);
  }
}
