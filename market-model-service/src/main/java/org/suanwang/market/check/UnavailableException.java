package org.suanwang.market.check;

/** Something that another service must say, and cannot now; the message says what to do. */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnavailableException(String message) {
    super(message);
  }
}
