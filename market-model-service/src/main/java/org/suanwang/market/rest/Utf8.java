package org.suanwang.market.rest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.suanwang.market.check.InvalidInputException;

/** Reads bytes strictly: a replacement character would be kept for ever in what is published. */
final class Utf8 {
  private Utf8() {}

  /**
   * The text that the bytes are in UTF-8.
   *
   * @param file what the bytes are called in an error, which adds the line
   * @throws InvalidInputException when they are no UTF-8, with line and value of the first such
   *     byte
   */
  static String read(String file, byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      int at = in.position();
      throw new InvalidInputException(
          file + ":" + line(bytes, at),
          String.format(Locale.ROOT, "byte 0x%02x", bytes[at]),
          "must be text in UTF-8",
          "save the document in UTF-8");
    }
    return out.flip().toString();
  }

  private static int line(byte[] bytes, int end) {
    int line = 1;
    for (int i = 0; i < end; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
