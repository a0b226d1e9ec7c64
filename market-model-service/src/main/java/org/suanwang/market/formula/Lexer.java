package org.suanwang.market.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into tokens. */
final class Lexer {
  private static final int LENGTH_MAX = 2000;
  // Possessive, so that no text makes the matcher go back and forth.
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+(?:@[0-9-]++)?");
  private static final String SYMBOLS = "+-*/^(),";

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    if (text.length() > LENGTH_MAX) {
      throw new FormulaSyntaxException(
          LENGTH_MAX, "a formula has at most " + LENGTH_MAX + " characters; split it in two");
    }
    return new Lexer(text).run();
  }

  private List<Token> run() {
    var tokens = new ArrayList<Token>();
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        tokens.add(next());
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
    return tokens;
  }

  private Token next() {
    char c = text.charAt(at);
    if (SYMBOLS.indexOf(c) >= 0) {
      return token(Token.Kind.SYMBOL, at + 1);
    }
    if (c == '[') {
      return unit();
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      return token(Token.Kind.NUMBER, number.end());
    }
    Matcher name = NAME.matcher(text).region(at, text.length());
    if (name.lookingAt()) {
      return token(Token.Kind.NAME, name.end());
    }
    throw new FormulaSyntaxException(
        at + 1,
        "\""
            + Character.toString(text.codePointAt(at))
            + "\" is not part of a formula;"
            + " formulas hold numbers, names, units in square brackets and + - * / ^ ( ) ,");
  }

  private Token unit() {
    int end = text.indexOf(']', at);
    if (end < 0) {
      throw new FormulaSyntaxException(at + 1, "the unit's square bracket is not closed");
    }
    var token = new Token(Token.Kind.UNIT, text.substring(at + 1, end), at + 1);
    at = end + 1;
    return token;
  }

  private Token token(Token.Kind kind, int end) {
    var token = new Token(kind, text.substring(at, end), at + 1);
    at = end;
    return token;
  }
}
