package org.suanwang.local.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.suanwang.local.LaunchException;

/** A service that was started by this launcher. */
public final class ServiceProcess {
  private static final Duration READY_WAIT = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int LOG_TAIL_LINES = 5;

  private final Endpoint endpoint;
  private final Process process;
  private final Path log;
  private final long startedNanos;

  private ServiceProcess(Endpoint endpoint, Process process, Path log, long startedNanos) {
    this.endpoint = endpoint;
    this.process = process;
    this.log = log;
    this.startedNanos = startedNanos;
  }

  /** Starts the process; it answers some time later, see {@link #awaitReady}. */
  public static ServiceProcess start(
      Endpoint endpoint, List<String> command, Map<String, String> environment, Path log) {
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      long now = System.nanoTime();
      return new ServiceProcess(endpoint, builder.start(), log, now);
    } catch (IOException e) {
      throw new LaunchException(
          endpoint.service().name() + " cannot be started: " + e.getMessage(), e);
    }
  }

  /**
   * Waits until the service says that its data is loaded and checked.
   *
   * @return how long it took since its start
   */
  public Duration awaitReady(HttpClient http) throws InterruptedException {
    long deadline = startedNanos + READY_WAIT.toNanos();
    while (System.nanoTime() < deadline) {
      if (isReady(http, endpoint)) {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
      }
      if (!process.isAlive()) {
        throw new LaunchException(
            name() + " ended by itself; the end of " + log + ":\n" + logTail());
      }
      Thread.sleep(POLL);
    }
    throw new LaunchException(
        name()
            + " was not ready after "
            + READY_WAIT.toSeconds()
            + " s; the end of "
            + log
            + ":\n"
            + logTail());
  }

  /** True when the service at the endpoint answers that it is ready. */
  public static boolean isReady(HttpClient http, Endpoint endpoint) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(endpoint.url() + "/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private String logTail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(" + e.getMessage() + ")";
    }
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  private String name() {
    return endpoint.service().name();
  }
}
