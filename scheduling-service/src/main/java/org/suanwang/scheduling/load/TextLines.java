package org.suanwang.scheduling.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;

/** The lines of a text, one in memory at a time, none of them endless. */
final class TextLines {
  private static final int LINE_CHARS_MAX = 1 << 14;
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final BufferedReader in;
  private final StringBuilder line = new StringBuilder();
  private long number;

  TextLines(Reader in) {
    this.in = new BufferedReader(in, 1 << 16);
  }

  /** The next line without its end; null after the last. */
  @Nullable String next() throws IOException {
    line.setLength(0);
    int c = in.read();
    if (number == 0 && c == BYTE_ORDER_MARK) {
      c = in.read();
    }
    if (c < 0) {
      return null;
    }
    number++;
    while (c >= 0 && c != '\n') {
      if (line.length() == LINE_CHARS_MAX) {
        throw new InvalidInputException(
            where(),
            line.substring(0, 40) + "…",
            "a line has at most " + LINE_CHARS_MAX + " characters",
            "is this the right file?");
      }
      line.append((char) c);
      c = in.read();
    }
    return line.toString();
  }

  /** The line that was read last, as it is named in findings. */
  String where() {
    return "line " + number;
  }
}
