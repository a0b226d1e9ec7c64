package org.suanwang.scheduling.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.UnavailableException;

/** A file that is read from its end, kept while it is read, and never longer. */
final class TemporaryFile implements AutoCloseable {
  /** More than that is refused before it fills the disk, whatever it was packed to. */
  static final long BYTES_MAX = 192L << 20;

  /** Nor more than that in all of them: traces that come slowly must not fill the disk. */
  static final long ALL_BYTES_MAX = 768L << 20;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final AtomicLong ALL_BYTES = new AtomicLong();

  private final Path path;
  private final String name;
  private long bytes;

  private TemporaryFile(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /**
   * Takes all that is left of a stream.
   *
   * @param name as findings call the file
   * @throws InvalidInputException when it is too long or ends before it is whole
   * @throws UnavailableException when there are so many others that there is no room for it
   */
  static TemporaryFile of(InputStream from, String name) {
    try {
      TemporaryFile file = new TemporaryFile(Files.createTempFile("suanwang-", ".parquet"), name);
      try {
        file.fill(from);
        return file;
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int read(InputStream from, byte[] buffer, String name) {
    try {
      return from.read(buffer);
    } catch (IOException e) {
      throw new InvalidInputException(
          name,
          String.valueOf(e.getMessage()),
          "the body ended before it was whole",
          "send it again");
    }
  }

  private void fill(InputStream from) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int read = read(from, buffer, name); read >= 0; read = read(from, buffer, name)) {
        bytes += read;
        long all = ALL_BYTES.addAndGet(read);
        if (bytes > BYTES_MAX) {
          throw new InvalidInputException(
              name,
              "more than " + BYTES_MAX + " bytes",
              "must have at most so many once it is unpacked",
              "send a smaller trace");
        }
        if (all > ALL_BYTES_MAX) {
          throw new UnavailableException(
              "traces of OpenDC take up all the room on disk at this moment; send it again later");
        }
        out.write(buffer, 0, read);
      }
    }
  }

  /** As findings call it. */
  String name() {
    return name;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    ALL_BYTES.addAndGet(-bytes);
    bytes = 0;
    Files.deleteIfExists(path);
  }
}
