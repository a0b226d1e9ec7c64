package org.suanwang.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.suanwang.local.LaunchException;

/**
 * PostgreSQL's own note of a running server, {@code postmaster.pid} in its data directory.
 *
 * @param pid the postmaster
 * @param port the TCP port it listens on
 */
record PostmasterFile(long pid, int port) {
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** The server that the file names, if that process is alive. A stale file counts as none. */
  static Optional<PostmasterFile> findAlive(Path dataDirectory) {
    try {
      List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
      var file =
          new PostmasterFile(
              Long.parseLong(lines.get(PID_LINE).strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip()));
      return Optional.of(file)
          .filter(f -> ProcessHandle.of(f.pid).map(ProcessHandle::isAlive).orElse(false));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /**
   * Deletes a file whose process is by now another program's: PostgreSQL only asks whether some
   * process has the number, and would refuse to start.
   *
   * @param binaries the folder that holds the program of every server that is ours
   */
  static void deleteIfStrangers(Path dataDirectory, Path binaries) {
    boolean strangers =
        findAlive(dataDirectory)
            .flatMap(file -> ProcessHandle.of(file.pid))
            .flatMap(process -> process.info().command())
            .filter(program -> !Path.of(program).startsWith(binaries))
            .isPresent();
    try {
      if (strangers) {
        Files.deleteIfExists(dataDirectory.resolve("postmaster.pid"));
      }
    } catch (IOException e) {
      throw new LaunchException("cannot delete a stale postmaster.pid in " + dataDirectory, e);
    }
  }
}
