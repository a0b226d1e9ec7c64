package org.suanwang.local.home;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.suanwang.local.LaunchException;

/**
 * The folder that holds everything the launcher keeps between runs: {@code $SUANWANG_HOME}, or
 * {@code .suanwang} in the checkout. Deleting it while nothing runs forgets everything.
 *
 * @param root the folder
 */
public record LocalHome(Path root) {
  /** PostgreSQL unpacked and its data take 150 MB at first, the class archives 250 MB. */
  private static final long FREE_BYTES_MIN = 700L << 20;

  public static LocalHome open(Path root) {
    try {
      Files.createDirectories(root.resolve("logs"));
      Files.createDirectories(root.resolve("class-archives"));
    } catch (IOException e) {
      throw new LaunchException(
          "cannot write to "
              + root
              + " ("
              + e.getMessage()
              + "); set SUANWANG_HOME to a folder that can be written to",
          e);
    }
    return new LocalHome(root.toAbsolutePath().normalize());
  }

  /**
   * Refuses a disk so full that PostgreSQL would fail half-way with a message about something else.
   */
  public void requireFreeSpace() {
    try {
      FileStore store = Files.getFileStore(root);
      long free = store.getUsableSpace();
      if (free < FREE_BYTES_MIN) {
        throw new LaunchException(
            "the disk that holds %s has %d MB left and at least %d MB are needed; free some, or set SUANWANG_HOME to a folder on another disk"
                .formatted(root, free >> 20, FREE_BYTES_MIN >> 20));
      }
    } catch (IOException e) {
      throw new LaunchException("cannot tell how much space is left for " + root + ": " + e, e);
    }
  }

  public Path postgresData() {
    return root.resolve("postgres");
  }

  public Path postgresBinaries() {
    return root.resolve("postgres-binaries");
  }

  /** The JVM's archive of a service's classes; safe to delete, it only makes the start faster. */
  public Path classArchive(String name) {
    return root.resolve("class-archives").resolve(name + ".jsa");
  }

  public Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  Path lock() {
    return root.resolve("launcher.lock");
  }

  Path run() {
    return root.resolve("run.json");
  }
}
