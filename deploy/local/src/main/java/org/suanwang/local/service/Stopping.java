package org.suanwang.local.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes that are ours: asks all of them at once, and ends by force those that linger. */
public final class Stopping {
  /** After a first run each JVM writes its class archive before it ends. */
  private static final Duration GRACE = Duration.ofSeconds(40);

  private Stopping() {}

  public static void stop(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    CompletableFuture<?>[] exits =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).get(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      processes.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process to end failed", e);
    }
  }
}
