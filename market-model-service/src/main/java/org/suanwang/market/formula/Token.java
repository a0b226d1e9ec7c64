package org.suanwang.market.formula;

/** A word of a formula. {@code position} is its first character, from 1. */
record Token(Kind kind, String text, int position) {
  enum Kind {
    NUMBER,
    NAME,
    UNIT,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  String shown() {
    return kind == Kind.END ? "the end" : "\"" + text + "\"";
  }
}
