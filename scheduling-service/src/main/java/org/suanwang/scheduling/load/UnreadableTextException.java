package org.suanwang.scheduling.load;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import org.suanwang.scheduling.check.Findings;

/** A text that cannot be read on, with the line on which that is. */
final class UnreadableTextException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private static final String RULE = "must be text in UTF-8";
  private static final String REMEDY = "convert the file, iconv -t UTF-8";

  private final long line;
  private final boolean isWrongByte;

  private UnreadableTextException(long line, boolean isWrongByte, String message) {
    super(message);
    this.line = line;
    this.isWrongByte = isWrongByte;
  }

  /** Bytes that are no UTF-8, from this one on. */
  static UnreadableTextException ofBytes(long line, byte first) {
    return new UnreadableTextException(line, true, "byte 0x%02X".formatted(first));
  }

  /** The rest never came, or could not be unpacked. */
  static UnreadableTextException ofStream(long line, IOException cause) {
    var unreadable = new UnreadableTextException(line, false, String.valueOf(cause.getMessage()));
    unreadable.initCause(cause);
    return unreadable;
  }

  /**
   * Notes what a reader of texts ran into. Wrong bytes are the sender's; everything else means that
   * the rest never came.
   *
   * @param where it is told to be when the text itself does not say
   */
  static void note(Exception e, String where, Findings findings) {
    Throwable told =
        e instanceof UncheckedIOException ? Objects.requireNonNullElse(e.getCause(), e) : e;
    if (told instanceof UnreadableTextException unreadable) {
      unreadable.note(findings);
    } else if (told instanceof CharacterCodingException) {
      findings.add(where, "", RULE, REMEDY);
    } else {
      noteCut(where, told, findings);
    }
  }

  private void note(Findings findings) {
    String where = "line " + line;
    if (isWrongByte) {
      findings.add(where, getMessage(), RULE, REMEDY);
    } else {
      noteCut(where, this, findings);
    }
  }

  private static void noteCut(String where, Throwable told, Findings findings) {
    findings.add(
        where,
        String.valueOf(told.getMessage()),
        "the body ended before it was whole, or is packed otherwise than it says",
        "send it again");
  }
}
