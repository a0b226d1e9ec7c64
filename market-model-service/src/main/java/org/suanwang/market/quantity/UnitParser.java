package org.suanwang.market.quantity;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Reads {@code 1e8 CNY}, {@code CNY/(device.h)}, {@code EFLOP@FP16/s}: factors joined by a point, a
 * star, a space or a slash, a slash binding the one factor after it.
 */
final class UnitParser {
  private static final int LENGTH_MAX = 80;
  private static final int DEPTH_MAX = 4;
  private static final int POWER_MAX = 6;

  /** About 1e600, or one over it. */
  private static final int SCALE_BITS_MAX = 2000;

  private final String text;
  private int at;
  private int depth;

  UnitParser(String text) {
    this.text = text;
  }

  Unit parse() {
    if (text.length() > LENGTH_MAX) {
      throw new UnitSyntaxException("a unit has at most " + LENGTH_MAX + " characters");
    }
    Unit unit = product();
    if (at < text.length()) {
      throw failure("expected a unit, \".\" or \"/\"");
    }
    return new Unit(text.strip(), unit.dimension(), unit.scale());
  }

  private Unit product() {
    Unit unit = factor();
    while (true) {
      boolean spaced = skipSpaces();
      if (at >= text.length() || text.charAt(at) == ')') {
        return unit;
      }
      char operator = text.charAt(at);
      if (operator == '.' || operator == '*' || operator == '·') {
        at++;
        unit = limited(unit.times(factor()));
      } else if (operator == '/') {
        at++;
        unit = limited(unit.dividedBy(factor()));
      } else if (spaced) {
        unit = limited(unit.times(factor()));
      } else {
        throw failure("expected \".\" or \"/\"");
      }
    }
  }

  private Unit factor() {
    skipSpaces();
    Unit unit = at < text.length() && text.charAt(at) == '(' ? group() : symbol();
    return at < text.length() && text.charAt(at) == '^' ? power(unit) : unit;
  }

  private Unit group() {
    if (++depth > DEPTH_MAX) {
      throw failure("at most " + DEPTH_MAX + " brackets may be nested");
    }
    at++;
    Unit unit = product();
    if (at >= text.length()) {
      throw failure("a bracket is not closed");
    }
    at++;
    depth--;
    return unit;
  }

  private Unit symbol() {
    int start = at;
    while (at < text.length() && isSymbolPart(text.charAt(at), start)) {
      at++;
    }
    String symbol = text.substring(start, at);
    if (symbol.isEmpty()) {
      throw failure("expected a unit");
    }
    return Character.isDigit(symbol.charAt(0)) ? number(symbol, start) : named(symbol, start);
  }

  private boolean isSymbolPart(char c, int start) {
    return Character.isLetterOrDigit(c) || c == '%' || c == '@' || c == '_' || sign(c, start);
  }

  /** Within {@code 1e-3} the sign belongs to the number. */
  private boolean sign(char c, int start) {
    return (c == '-' || c == '+')
        && at > start
        && Character.isDigit(text.charAt(start))
        && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
  }

  private Unit number(String symbol, int start) {
    try {
      BigFraction scale = Numeral.parse(symbol);
      if (scale.signum() > 0) {
        return new Unit(symbol, Dimension.NONE, scale);
      }
    } catch (NumberFormatException e) {
      at = start;
      throw failure("\"" + symbol + "\" is no number: it " + e.getMessage());
    }
    at = start;
    throw failure("the factor of a unit must be above zero");
  }

  private Unit named(String symbol, int start) {
    return UnitSymbols.find(symbol)
        .orElseThrow(
            () -> {
              at = start;
              return failure(
                  "\"" + symbol + "\" is no known unit; known are " + UnitSymbols.known());
            });
  }

  private Unit power(Unit unit) {
    int start = ++at;
    if (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("-?[0-9]") || Math.abs(Integer.parseInt(digits)) > POWER_MAX) {
      throw failure("a power is a whole number from -" + POWER_MAX + " to " + POWER_MAX);
    }
    return limited(unit.power(Integer.parseInt(digits)));
  }

  private Unit limited(Unit unit) {
    if (unit.scale().getNumerator().bitLength() > SCALE_BITS_MAX
        || unit.scale().getDenominator().bitLength() > SCALE_BITS_MAX) {
      throw failure("its factor is beyond 1e600, or finer than one over it");
    }
    return unit;
  }

  private boolean skipSpaces() {
    int start = at;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at > start;
  }

  private UnitSyntaxException failure(String what) {
    return new UnitSyntaxException(
        "the unit \"" + text + "\" cannot be read at character " + (at + 1) + ": " + what);
  }
}
