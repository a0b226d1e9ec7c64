package org.suanwang.scheduling.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

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
    InputStream in = new BufferedInputStream(file, BUFFER_BYTES);
    in.mark(MAGIC_BYTES);
    byte[] magic = in.readNBytes(MAGIC_BYTES);
    in.reset();
    if (startsWith(magic, 0x1f, 0x8b)) {
      return new GZIPInputStream(in, BUFFER_BYTES);
    }
    return startsWith(magic, 'P', 'K', 3, 4) ? firstFile(new ZipInputStream(in)) : in;
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
