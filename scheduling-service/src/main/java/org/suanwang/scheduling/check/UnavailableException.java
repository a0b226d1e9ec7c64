package org.suanwang.scheduling.check;

/**
 * Something this service needs for the request does not answer, and nothing can stand in for it.
 */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnavailableException(String message) {
    super(message);
  }
}
