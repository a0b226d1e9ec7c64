package org.suanwang.local.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.suanwang.local.LaunchException;

/**
 * What runs now: written by the launcher so that {@code status} and {@code down}, and the launcher
 * after one that was killed, know which processes are ours.
 *
 * @param launcher the launcher itself
 * @param ready true once every service answered and the reference job, if any, was printed
 * @param mode {@code jvm} or {@code native}
 * @param processes the services, in the order of the loop
 */
public record RunRecord(
    RunningProcess launcher, boolean ready, String mode, List<RunningService> processes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A process that can be told from a later one with the same pid by its start. */
  public record RunningProcess(long pid, long startedEpochMillis) {
    public static RunningProcess of(ProcessHandle handle) {
      return new RunningProcess(handle.pid(), startMillis(handle));
    }

    /** The process, if it is still the one that was noted. */
    public Optional<ProcessHandle> find() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(handle -> startMillis(handle) == startedEpochMillis);
    }

    private static long startMillis(ProcessHandle handle) {
      return handle.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
    }
  }

  /** A service's process and where it answers. */
  public record RunningService(String name, int port, RunningProcess process) {}

  public static Optional<RunRecord> find(LocalHome home) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(home.run()), RunRecord.class));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // nothing runs, or the launcher took it away this moment
    } catch (IOException e) {
      throw new LaunchException(
          home.run()
              + " is damaged ("
              + e.getMessage()
              + "); stop the services by hand and delete it",
          e);
    }
  }

  public void write(LocalHome home) {
    Path next = home.run().resolveSibling("run.json.next");
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), this);
      Files.move(
          next, home.run(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new LaunchException(
          home.root() + " is on a file system that cannot replace a file at once", e);
    } catch (IOException e) {
      throw new LaunchException("cannot write " + home.run() + ": " + e.getMessage(), e);
    }
  }

  public static void delete(LocalHome home) {
    try {
      Files.deleteIfExists(home.run());
    } catch (IOException e) {
      throw new LaunchException("cannot delete " + home.run() + ": " + e.getMessage(), e);
    }
  }
}
