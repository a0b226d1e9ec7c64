package org.suanwang.catalog.query;

import java.text.Normalizer;
import java.util.Locale;

/** Names as people look for them: case, spaces, hyphens and full-width letters do not matter. */
final class Spelling {
  private Spelling() {}

  /** {@code CloudBlazer T20} and {@code cloudblazer-t20} alike. */
  static String plain(String name) {
    String text = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
    String lower = text.toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(lower.length());
    lower.codePoints().filter(c -> !isLeftOut(c)).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isLeftOut(int c) {
    return c == '-' || c == '_' || Character.isWhitespace(c) || Character.isISOControl(c);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
