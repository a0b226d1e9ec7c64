package org.suanwang.scheduling.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes read as UTF-8. Those that are none are an error, not question marks, and it is told on
 * which line they stand, however far ahead of its user this reads: all that came before is given
 * first.
 */
final class Utf8Text extends Reader {
  private static final int BUFFER = 1 << 13;

  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private boolean isAtEnd;
  private @Nullable UnreadableTextException failure;
  private long line = 1;
  private char last;

  Utf8Text(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!chars.hasRemaining() && !fill()) {
      return -1;
    }
    int given = Math.min(length, chars.remaining());
    chars.get(into, offset, given);
    return given;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Whether there is more text. */
  private boolean fill() throws IOException {
    chars.clear();
    while (chars.position() == 0 && failure == null) {
      CoderResult result = decoder.decode(bytes, chars, isAtEnd);
      if (result.isError()) {
        failure = UnreadableTextException.ofBytes(lineAfter(chars), bytes.get(bytes.position()));
      } else if (chars.position() == 0) {
        if (isAtEnd) {
          break;
        }
        more();
      }
    }
    if (chars.position() == 0 && failure != null) {
      chars.flip();
      throw failure;
    }
    chars.flip();
    line = lineAfter(chars.duplicate().position(chars.limit()));
    last = chars.hasRemaining() ? chars.get(chars.limit() - 1) : last;
    return chars.hasRemaining();
  }

  private void more() {
    bytes.compact();
    try {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      isAtEnd = read < 0;
      bytes.position(bytes.position() + Math.max(0, read));
    } catch (IOException e) {
      failure = UnreadableTextException.ofStream(line, e);
    }
    bytes.flip();
  }

  /** On which line that is what comes after the first characters of this buffer. */
  private long lineAfter(CharBuffer text) {
    char[] all = text.array();
    long at = line;
    char before = last;
    for (int i = 0; i < text.position(); i++) {
      char c = all[i];
      if (c == '\r' || (c == '\n' && before != '\r')) {
        at++;
      }
      before = c;
    }
    return at;
  }
}
