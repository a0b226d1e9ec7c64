package org.suanwang.scheduling.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;

/** Tells archives of tar, which publishers like and which are no one file (POSIX.1-1988, ustar). */
final class TarArchive {
  private static final String MAGIC = "ustar";
  private static final int MAGIC_AT = 257;
  private static final int NAME_BYTES = 100;

  private TarArchive() {}

  /**
   * Looks at the beginning of a stream without taking it.
   *
   * @throws InvalidInputException when it is an archive, naming the first file in it
   */
  static void refuse(BufferedInputStream in) throws IOException {
    int length = MAGIC_AT + MAGIC.length();
    byte[] head = new byte[0];
    in.mark(length);
    try {
      head = in.readNBytes(length);
    } catch (IOException e) {
      // whoever reads it comes to the same place, and tells it with the line
    }
    in.reset();
    if (head.length == length && text(head, MAGIC_AT, MAGIC.length()).equals(MAGIC)) {
      String first = text(head, 0, NAME_BYTES);
      int end = first.indexOf('\0');
      String name = end < 0 ? first : first.substring(0, end);
      throw new InvalidInputException(
          "(body)",
          Findings.isPrintable(name) ? "a tar archive that begins with " + name : "a tar archive",
          "must be one file, plain or packed with gzip or zip",
          "unpack it (tar -xf), and send the file that is wanted");
    }
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }
}
