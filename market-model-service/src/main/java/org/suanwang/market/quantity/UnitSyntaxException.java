package org.suanwang.market.quantity;

/** A text that is no unit; the message says where it fails and what to write instead. */
public final class UnitSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnitSyntaxException(String message) {
    super(message);
  }
}
