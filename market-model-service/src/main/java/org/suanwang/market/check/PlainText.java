package org.suanwang.market.check;

/**
 * Texts that people can read: no control characters other than line ends and tabs, and no half of a
 * surrogate pair, which can be written in JSON and cannot be written in UTF-8.
 */
public final class PlainText {
  private static final String ALLOWED = "\n\r\t";
  private static final char REPLACEMENT = '\uFFFD';

  private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n";

  private PlainText() {}

  /** Whether a spreadsheet would take the text for a formula. */
  public static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
  }

  public static boolean holds(String text) {
    return text.codePoints().allMatch(PlainText::isPlain);
  }

  /** The text for a message: what cannot be read is replaced, what is too long is cut. */
  static String shown(String text, int lengthMax) {
    var shown = new StringBuilder();
    text.codePoints()
        .limit(lengthMax)
        .map(c -> isPlain(c) ? c : REPLACEMENT)
        .forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) > lengthMax ? shown + "…" : shown.toString();
  }

  private static boolean isPlain(int codePoint) {
    boolean halfPair =
        Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint);
    return !halfPair && (!Character.isISOControl(codePoint) || ALLOWED.indexOf(codePoint) >= 0);
  }
}
