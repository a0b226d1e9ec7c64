package org.suanwang.scheduling.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.suanwang.scheduling.check.InvalidInputException;

/**
 * Files as publishers send them: plain, with gzip, or in a zip archive. Told by their first bytes.
 */
public final class Unpacked {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAGIC_BYTES = 4;

  private Unpacked() {}

  /**
   * The text of a file, unpacked while it is read; of an archive its first file.
   *
   * @throws IOException when it is packed and cannot be unpacked
   */
  public static InputStream of(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, BUFFER_BYTES);
    if (startsWith(magic(in), 0x1f, 0x8b)) {
      return new GZIPInputStream(in, BUFFER_BYTES);
    }
    return isZip(in) ? firstFile(new ZipInputStream(in)) : in;
  }

  /**
   * The same as text. Bytes that are no UTF-8 are an error, not question marks.
   *
   * @throws InvalidInputException when it is packed and cannot be unpacked
   */
  static Reader text(InputStream file) {
    try {
      return new InputStreamReader(of(file), StandardCharsets.UTF_8.newDecoder());
    } catch (IOException e) {
      throw new InvalidInputException(
          "(body)",
          String.valueOf(e.getMessage()),
          "must be text, or text packed with gzip or zip",
          "send it again");
    }
  }

  /** Whether a zip archive comes next; nothing is taken of the stream. */
  static boolean isZip(BufferedInputStream in) throws IOException {
    return startsWith(magic(in), 'P', 'K', 3, 4);
  }

  private static byte[] magic(BufferedInputStream in) throws IOException {
    in.mark(MAGIC_BYTES);
    byte[] magic = in.readNBytes(MAGIC_BYTES);
    in.reset();
    return magic;
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    boolean holds = bytes.length >= magic.length;
    for (int i = 0; holds && i < magic.length; i++) {
      holds = bytes[i] == (byte) magic[i];
    }
    return holds;
  }

  private static InputStream firstFile(ZipInputStream archive) throws IOException {
    ZipEntry entry = archive.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = archive.getNextEntry();
    }
    if (entry == null) {
      throw new IOException("the archive has no file");
    }
    return archive;
  }
}
