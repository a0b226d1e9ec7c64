package org.suanwang.market.formula;

/** A text that is no formula; the message says where it fails and what to write instead. */
public final class FormulaSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;

  FormulaSyntaxException(int position, String message) {
    super("at character " + position + ": " + message);
    this.position = position;
  }

  /** The character in the formula, from 1. */
  public int position() {
    return position;
  }
}
