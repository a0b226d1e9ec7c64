package org.suanwang.scheduling.load;

import java.io.BufferedReader;
import java.io.IOException;
import org.suanwang.scheduling.check.Findings;

/** Looks at the beginning of a text without taking it, to tell forms of one format apart. */
final class FirstLine {
  private static final int CHARS_MAX = 1 << 10;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FirstLine() {}

  /** The first line that is not blank, or as much of it as is looked at. */
  static String of(BufferedReader text) {
    StringBuilder line = new StringBuilder();
    try {
      text.mark(CHARS_MAX);
      for (int i = 0; i < CHARS_MAX; i++) {
        int c = text.read();
        if (c < 0 || ((c == '\n' || c == '\r') && !line.isEmpty())) {
          break;
        }
        if (c != BYTE_ORDER_MARK && (!line.isEmpty() || !Character.isWhitespace(c))) {
          line.append((char) c);
        }
      }
      text.reset();
    } catch (IOException e) {
      Findings findings = new Findings();
      UnreadableTextException.note(e, "(body)", findings);
      findings.throwIfAny();
    }
    return line.toString();
  }

  /** Whether it opens an array or object of JSON. */
  static boolean isJson(BufferedReader text) {
    String line = of(text);
    return line.startsWith("[") || line.startsWith("{");
  }
}
