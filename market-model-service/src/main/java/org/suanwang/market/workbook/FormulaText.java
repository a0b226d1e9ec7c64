package org.suanwang.market.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula as text, compared with the same one as another program writes it: programs space it
 * their way, and write a long number their way too, 1000000000000000000 as {@code 1E+018}.
 */
final class FormulaText {
  /** A text, a number, a name or address, a space, or any other character alone. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\""
              + "|(?<number>(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)"
              + "|[\\p{L}_$][\\p{L}\\p{N}_.$]*+"
              + "|(?<space>\\s++)"
              + "|.");

  /** A number that a program saved again is the same to the last digits. */
  private static final double NOISE = 1e-14;

  private record Piece(String text, boolean isNumber) {
    boolean isSame(Piece other) {
      return text.equals(other.text)
          || (isNumber && other.isNumber && isClose(value(), other.value()));
    }

    private double value() {
      return Double.parseDouble(text);
    }
  }

  private FormulaText() {}

  /** Do both compute the same in the same way? */
  static boolean isSame(String wanted, String found) {
    List<Piece> ours = pieces(wanted);
    List<Piece> theirs = pieces(found);
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      if (!ours.get(i).isSame(theirs.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** False of what is no number, or beyond all. */
  static boolean isClose(double wanted, double found) {
    return Math.abs(found - wanted) <= Math.abs(wanted) * NOISE;
  }

  private static List<Piece> pieces(String formula) {
    var pieces = new ArrayList<Piece>();
    Matcher token = TOKEN.matcher(formula);
    while (token.find()) {
      if (token.group("space") == null) {
        pieces.add(new Piece(Objects.requireNonNull(token.group()), token.group("number") != null));
      }
    }
    return pieces;
  }
}
