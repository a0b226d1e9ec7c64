package org.suanwang.scheduling.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.suanwang.scheduling.check.InvalidInputException;

/** A file that is read from its end, kept while it is read, and never longer. */
final class TemporaryFile implements AutoCloseable {
  /** More than that is refused before it fills the disk, whatever it was packed to. */
  static final long BYTES_MAX = 192L << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path path;

  private TemporaryFile(Path path) {
    this.path = path;
  }

  /**
   * Takes all that is left of a stream.
   *
   * @param name as findings call the file
   * @throws InvalidInputException when it is too long or ends before it is whole
   */
  static TemporaryFile of(InputStream from, String name) {
    try {
      TemporaryFile file = new TemporaryFile(Files.createTempFile("suanwang-", ".parquet"));
      try {
        file.fill(from, name);
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

  private void fill(InputStream from, String name) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int read = read(from, buffer, name); read >= 0; read = read(from, buffer, name)) {
        bytes += read;
        if (bytes > BYTES_MAX) {
          throw new InvalidInputException(
              name,
              "more than " + BYTES_MAX + " bytes",
              "must have at most so many once it is unpacked",
              "send a smaller trace");
        }
        out.write(buffer, 0, read);
      }
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
