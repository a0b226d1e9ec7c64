package org.suanwang.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.suanwang.local.LaunchException;

/**
 * Lets one launcher at a time own a {@link LocalHome}; the system frees it when a launcher dies.
 */
public final class LauncherLock implements AutoCloseable {
  private final FileChannel channel;

  private LauncherLock(FileChannel channel) {
    this.channel = channel;
  }

  public static LauncherLock take(LocalHome home) {
    LauncherLock lock = tryTake(home);
    if (lock == null) {
      throw new LaunchException(
          "Suanwang runs already from "
              + home.root()
              + "; ./suanwang status shows it, ./suanwang down stops it");
    }
    return lock;
  }

  /** True while some launcher owns the home. */
  public static boolean isTaken(LocalHome home) {
    try (LauncherLock lock = tryTake(home)) {
      return lock == null;
    }
  }

  private static @Nullable LauncherLock tryTake(LocalHome home) {
    try {
      FileChannel channel =
          FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return null;
      }
      return new LauncherLock(channel);
    } catch (OverlappingFileLockException e) {
      return null; // this very process holds it
    } catch (IOException e) {
      throw new LaunchException("cannot lock " + home.lock() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LaunchException("cannot release the launcher's lock: " + e.getMessage(), e);
    }
  }
}
