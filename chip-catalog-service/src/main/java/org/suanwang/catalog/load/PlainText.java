package org.suanwang.catalog.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.suanwang.catalog.check.InvalidInputException;

/** Makes text of bytes: UTF-8 and nothing else, without a byte order mark. */
final class PlainText {
  /** How files begin that hold their text packed, and what they are. */
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private PlainText() {}

  /**
   * The text.
   *
   * @param file the name of the file in messages
   * @throws InvalidInputException when it is empty, packed, or none in UTF-8
   */
  static String read(String file, byte[] bytes) {
    refusal(bytes)
        .ifPresent(
            rule -> {
              throw new InvalidInputException(
                  file, "", rule, "send plain text in UTF-8, unpacked: iconv -t UTF-8 helps");
            });
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          file, "", "must be text in UTF-8", "convert it: iconv -t UTF-8");
    }
  }

  private static Optional<String> refusal(byte[] bytes) {
    if (bytes.length == 0) {
      return Optional.of("must not be empty");
    }
    if (begins(bytes, ZIP)) {
      return Optional.of("must not be a zip archive or an Excel workbook");
    }
    if (begins(bytes, GZIP)) {
      return Optional.of("must not be packed with gzip");
    }
    for (byte b : bytes) {
      if (b == 0) {
        return Optional.of("must hold no NUL, as UTF-16 and binary files do");
      }
    }
    return Optional.empty();
  }

  private static boolean begins(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
